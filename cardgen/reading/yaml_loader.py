"""The YAML library as cardgen uses it: with libyaml or without, and with a limit to how deep values are nested."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import yaml

MOST_DEPTH = 24
"""Routines are nested nine deep."""


class PlainLoader(yaml.SafeLoader):
    """The loader where libyaml is missing; whatever its own code fails at is an error of YAML with a place."""

    def get_event(self) -> Any:
        try:
            return super().get_event()  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError) as error:
            raise yaml.MarkedYAMLError(problem=str(error), problem_mark=self.get_mark()) from error


Loader: Any = getattr(yaml, "CSafeLoader", PlainLoader)


def deeper(text: str, stopped: Any) -> Any:
    """The first event deeper than MOST_DEPTH in a text that the library stopped in, or None.

    The library looks ahead: it may stop at a limit of its own before it hands on what it has read. Without what it saw
    ahead, it hands on all.
    """
    loader, depth = Loader(text[: stopped.index] if stopped else text), 0
    with suppress(yaml.YAMLError):
        while (event := loader.get_event()) is not None:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MOST_DEPTH:
                return event
    return None
