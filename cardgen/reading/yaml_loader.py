"""The YAML library as cardgen uses it: libyaml, with a limit to the depth of nesting."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import yaml

from cardgen.errors import Fault, UserError

MOST_DEPTH = 24
"""Routines need nine levels."""


if not hasattr(yaml, "CSafeLoader"):  # PyYAML's own reader stops at other places, and would need reports of its own
    problem = "PyYAML is installed without libyaml, the part that reads files."
    raise UserError(Fault(problem, "Install it again: pip install --force-reinstall --only-binary :all: pyyaml"))
Loader: Any = yaml.CSafeLoader


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
