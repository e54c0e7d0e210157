"""Option types and options that several commands share."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from cardgen.files import write_whole
from cardgen.units import Length

FC = TypeVar("FC", bound=Callable[..., Any] | click.Command)


class LengthType(click.ParamType[float]):
    """A length such as "6mm"."""

    name = "length"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        try:
            return Length.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


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


paper_option = click.option("--paper", default="a4", show_default=True, help="Paper in the printer: a4, letter, ...")
theme_option = click.option("--theme", default="standard", show_default=True, help="Colours: standard, mono, ...")


def output_option(default: str) -> Callable[[FC], FC]:
    """Where the PDF goes."""
    return click.option("-o", "--output", help=f"The PDF to write; - for standard output.  [default: {default}]")


def deliver(data: bytes, output: str) -> None:
    """Write the PDF to its file, or to standard output for "-"."""
    if output == "-":
        sys.stdout.buffer.write(data)
    else:
        write_whole(Path(output), data)


def counted(count: int, thing: str) -> str:
    """A number with its noun: "1 card", "3 cards"."""
    return f"{count} {thing}{'' if count == 1 else 's'}"
