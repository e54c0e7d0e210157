"""The gate for every text that is printed: what in it cannot be, and what to write instead."""

from __future__ import annotations

from cardgen.characters import ACCENT, SOFT_HYPHEN, explain_forbidden, find_forbidden, name_character
from cardgen.scene import accents
from cardgen.scene.fonts import missing_characters

MOST_CHARACTERS = 4
"""The most characters without a glyph that a report names."""


def explain_unprintable(text: str) -> tuple[str, str] | None:
    """The problem with characters that cannot be printed, and its remedy; None when there is none."""
    if bad := find_forbidden(text):
        return explain_forbidden(bad)
    if unknown := missing_characters(text.replace(SOFT_HYPHEN, "")):
        named = ", ".join(map(name_character, unknown[:MOST_CHARACTERS]))
        more = ", and more" if len(unknown) > MOST_CHARACTERS else ""
        return f"The fonts have no glyph for {named}{more}.", "Remove it, or write it another way."
    if ACCENT.search(text) and (found := accents.unplaced_accent(text)):
        letter, accent = found[:-1], name_character(found[-1])
        where = f"on '{letter}'" if letter.strip() else "without a letter before it"
        return f"The fonts have no place for {accent} {where}.", "Write it without this accent, or another way."
    return None
