"""The YAML library as cardgen uses it: libyaml, or PyYAML's own reader inside a browser; with a limit to the depth."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

import yaml
from yaml.scanner import ScannerError

MOST_DEPTH = 24
"""Routines need nine levels."""


NO_CHARACTER = re.compile(r"\\(?:u|U0000)[dD][89a-fA-F]|\\U(?!000|0010)")
"""The beginning of an escape code that no character has."""


class PythonLoader(yaml.SafeLoader):
    """PyYAML's own reader, for where there is no libyaml: it refuses the same files, and stops at the same places."""

    def scan_to_next_token(self) -> None:
        """Skip tabs between a key and its value, and in brackets, as libyaml does."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def scan_plain(self) -> Any:
        """Let a text in brackets hold a question mark, as libyaml does."""
        peek = super().peek
        self.peek = lambda index=0: "x" if (found := peek(index)) == "?" else found  # type: ignore[method-assign]
        try:
            return super().scan_plain()
        finally:
            del self.peek

    def scan_flow_scalar_non_spaces(self, double: Any, start_mark: Any) -> Any:
        """Refuse the codes of characters that do not exist, as libyaml does."""
        begun = self.get_mark()
        with suppress(ValueError):  # from chr()
            chunks = super().scan_flow_scalar_non_spaces(double, start_mark)
            if not any("\ud800" <= character <= "\udfff" for character in "".join(chunks)):
                return chunks
        found = NO_CHARACTER.search(begun.buffer or "", begun.pointer)
        begun.column += found.start() - begun.pointer if found else 0
        raise ScannerError("while reading a text", start_mark, "found the escape code of no character", begun)


Loader: Any = getattr(yaml, "CSafeLoader", PythonLoader)


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
