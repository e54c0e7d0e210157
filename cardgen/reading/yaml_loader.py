"""The YAML library as cardgen uses it: with or without libyaml, and with a limit to the depth of nesting."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import yaml

MOST_DEPTH = 24
"""Routines need nine levels."""


class PlainLoader(yaml.SafeLoader):
    """The loader used when libyaml is missing; any failure of its own code becomes a YAML error with a place."""

    def get_event(self) -> Any:
        try:
            return super().get_event()  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError) as error:
            raise yaml.MarkedYAMLError(problem=str(error), problem_mark=self.get_mark()) from error


Loader: Any = getattr(yaml, "CSafeLoader", PlainLoader)


def find_too_deep(text: str, stopped: Any) -> Any:
    """Find the first event nested deeper than MOST_DEPTH in the text before the mark `stopped`; None if there is none.

    The library reads ahead, so it may reach its own limit before it returns the events that exceed ours. Given only the
    text before that place, it returns them.
    """
    loader, depth = Loader(text[: stopped.index] if stopped else text), 0
    with suppress(yaml.YAMLError):
        while (event := loader.get_event()) is not None:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MOST_DEPTH:
                return event
    return None
