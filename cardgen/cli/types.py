"""What may be written behind an option, how it is written again, and what a shell completes there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TypeVar

import click
from click.shell_completion import CompletionItem

from cardgen.model.vocabulary import LEAST_SESSION, MOST_SESSION
from cardgen.units import MM, Length, Shift

Value = TypeVar("Value")


class Parsed(click.ParamType[Value]):
    """What a class of `units` reads from a text."""

    parse: Callable[[str], Value]

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Value:
        try:
            return self.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


class LengthType(Parsed[float]):
    """A length such as "6mm"."""

    name = "length"
    parse = staticmethod(Length.parse)

    def said(self, value: float) -> str:
        return f"{round(value / MM, 3):.7g}mm"


class ShiftType(Parsed[Shift]):
    """How far backs move, such as "-0.5,1"."""

    name = "x,y"
    parse = staticmethod(Shift.parse)

    def said(self, value: Shift) -> str:
        return str(value).replace(" mm", "").replace(" ", "")


class MinutesType(click.ParamType[int]):
    """The minutes of a session."""

    name = "minutes"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if not re.fullmatch(r"\d{1,4}", str(value)) or not LEAST_SESSION <= int(str(value)) <= MOST_SESSION:
            self.fail(f"'{value}': write a whole number from {LEAST_SESSION} to {MOST_SESSION}.", param, ctx)
        return int(str(value))


class StepsType(click.ParamType[frozenset[int]]):
    """Numbers of steps, such as "1-4,7"."""

    name = "steps"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[int]:
        if isinstance(value, frozenset):
            return value
        wanted: set[int] = set()
        for part in str(value).split(","):
            match = re.fullmatch(r"\s*(\d{1,4})\s*(?:-\s*(\d{1,4})\s*)?", part)
            if match is None or int(match[2] or match[1]) < int(match[1]):
                self.fail(f"'{part}' is not a step or a range of steps; write 3, 1-4 or 1-4,7", param, ctx)
            wanted.update(range(int(match[1]), int(match[2] or match[1]) + 1))
        return frozenset(wanted)

    def said(self, value: frozenset[int]) -> str:
        runs = groupby(enumerate(sorted(value)), lambda entry: entry[1] - entry[0])
        ranges = [[number for _, number in run] for _, run in runs]
        return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in ranges)


Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def completing(found: Callable[[], Iterable[str]], files: bool = False) -> Complete:
    """Names that a shell completes, and `files` if they may stand there too."""

    def complete(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
        names = [CompletionItem(name) for name in found() if name.startswith(begun.lower())]
        return names or [CompletionItem(begun, type="file")] if files else names

    return complete
