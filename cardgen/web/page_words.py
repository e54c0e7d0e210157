"""Reports and help in the words of the page: it has no options, no commands, and names each choice by its label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cardgen.errors import NAMED_FIELD, render_fields
from cardgen.sheets.paper import booklet_pages, papers

TITLES = {
    "routines": "Massage",
    "minutes": "How long",
    "length": "How much of it",
    "steps": "Only these steps",
    "without": "Without these steps",
    "as_much_as_fits": "As much as fits",
    "group_positions": "Turn over as little as possible",
    "recipient": "Name",
    "notes": "A note to keep in mind",
    "large": "Large print",
    "layout": "What to print",
    "stock": "Size of the cards",
    "paper": "Paper in the printer",
    "gap": "Space between cards",
    "round_corners": "Round corners",
    "laminate": "Leave room for film",
    "bleed": "Bleed",
    "single": "A print shop",
    "sides": "Sides",
    "flip": "Edge to flip on",
    "manual_duplex": "Both sides by hand",
    "copies": "Copies",
    "start_at": "First free place",
    "order": "Order on the sheets",
    "hole": "Holes",
    "border": "White border",
    "printer": "Printer",
    "back_shift": "Shift of the backs",
    "theme": "How it looks",
    "language": "Language",
    "pdfa": "For archives (PDF/A)",
    "attach": "Attach the routine’s file",
    "untagged": "Leave out tags",
    "size": "Size of a page",
    "pages": "Single pages",
    "binding": "Side of the spine",
    "creep": "Thickness of the paper",
    "signature": "Sheets to staple together",
    "views": "Pictures for authors",
}
"""What the page calls each field of a print."""
VALUES = {
    "length=all": "Everything",
    "layout=overview": "One card",
    "layout=steps": "Step cards",
    "sides=front": "Fronts only",
    "sides=duplex": "Both sides",
    "order=rows": "Along the rows of each sheet",
    "order=cut-stack": "To cut all sheets as one pile",
    "hole=ring": "One, for a ring",
    "hole=iso-838": "Two, for a binder",
    "flip=long": "The long edge",
    "flip=short": "The short edge",
    "binding=left": "Left",
    "binding=right": "Right",
}
"""The labels of values whose names do not explain themselves."""
HELP = {
    "order": "The order of the cards on the sheets.",
    "creep": "Such as 0.12mm. Inner pages move toward the spine by this much; “off” moves none.",
    "signature": "The largest number of them; a thicker booklet is made in parts.",
    "binding": "With the spine on the right, a booklet opens from the other side.",
    "attach": "Put its text, and its pictures, into the PDF.",
    "printer": "One that you have measured on this computer: its edge, border, and shift.",
}
"""Help of the page where that of the command would make no sense."""
MOST_HERE = {
    "copies": (
        99,
        "The page makes the whole file again after each change. For more copies, set the number when you print.",
    )
}
"""Limits of the page that are lower than those of a command, and the reason."""
ON_THE_PAGE = {
    "cardgen cards --layout overview": "“One card”",
    "cardgen cards": "“Step cards”",
    "cardgen plan": "“Plan”",
    "cardgen booklet": "“Booklet”",
    "cardgen new --csv NAME": "“Save spreadsheet” of a copy",
}
"""The names on the page for what a report proposes to do with a command."""
COMMAND = r"[`'](cardgen [^`'\n]+)[`']"
BESIDE_THE_POINT = (
    rf" \({COMMAND}\)| (?:that|which) {COMMAND} \w+",
    rf"[;,] [^.!?;,]*{COMMAND}[^.!?;,]*",
    rf"(?:^|(?<=[.!?]) )[^.!?]*{COMMAND}[^.!?]*[.!?]",
)
"""Mentions of a command that the page does not have: in parentheses, in a clause, in a sentence of its own."""
PLAIN = (
    (r"\ba (larger|smaller) stock\b", r"\1 cards"),
    (r"\banother stock\b", "other cards"),
    (r"\bThis stock is\b", "These cards are on"),
    (r"\bas the stock says\b", "as the cards need it"),
    (r"\bhave no glyph for\b", "cannot print"),
)
"""Terms of the trade, and the words of the page for them."""
DEFAULT = re.compile(r"\s*\[default: (.*)\]$")
PAPERS = re.compile(r"\b([ab]\d)\b")
BRANDS = ("avery", "decadry", "sigel")


OFFERED_FLAGS = ("as_much_as_fits",)
"""Fields that a remedy proposes without a value."""


class Offer(NamedTuple):
    """A value that a remedy names, which the page can choose at once."""

    field: str
    value: str
    label: str


def in_page_words(text: str) -> str:
    """A report, a piece of advice or a help text in the words of the page."""
    said = re.sub(COMMAND, lambda found: ON_THE_PAGE.get(found[1], found[0]), text)
    for part in BESIDE_THE_POINT:
        said = re.sub(part, "", said)
    for term, plain in PLAIN:
        said = re.sub(term, plain, said)
    said = _of_paper().sub(lambda found: size_title(found[1]), said)
    chosen = re.sub(r"\b([Ww])rite (?=<)", lambda found: "Choose " if found[1] == "W" else "choose ", said.strip())
    return render_fields(chosen, lambda field, value: f"“{label(field, value)}”")


def _of_paper() -> re.Pattern[str]:
    """The name of a paper or of a booklet page where a report says what something is of, or on: "of a4"."""
    names = "|".join(map(re.escape, {**papers(), **booklet_pages()}))
    return re.compile(rf"(?<=\b(?:of|on) )({names})(?![\w-])")


def label(field: str, value: str) -> str:
    """A field, with its value if there is one: "How long: 43 min"."""
    title, named = TITLES.get(field, field.replace("_", " ")), value_title(field, value) if value else ""
    return named if named and field in ("layout", "sides") else f"{title}: {named}" if named else title


def value_title(field: str, value: str) -> str:
    """What the page calls a value of a field."""
    if field in ("stock", "paper", "size"):
        return size_title(value)
    return f"{value} min" if field == "minutes" else VALUES.get(f"{field}={value}", value)


def size_title(name: str) -> str:
    """A stock or a paper by the name that its package has: "Avery C32011", "Half letter", "A6"."""
    parts = re.sub(r"^(pouch|fold)-", "", name).split("-")
    if parts[0] in BRANDS:
        return " ".join([parts[0].capitalize(), *map(str.upper, parts[1:])])
    if len(parts) == 2 and parts[1].isdigit():
        return f"{parts[0].upper()} for {parts[1]} cards"
    spaced = PAPERS.sub(lambda found: found[1].upper(), " ".join(parts))
    return spaced[:1].upper() + spaced[1:]


def mentioned(text: str) -> Iterator[tuple[str, str]]:
    """The fields that a report names, each with its value, which may be empty."""
    yield from ((found[1], found[2] or "") for found in re.finditer(NAMED_FIELD, text) if found[1])


def offers(remedy: str) -> list[Offer]:
    """The choices that a remedy names outright: a field with its value, or one that is simply chosen or not."""
    chosen = ((field, "yes" if field in OFFERED_FLAGS and not value else value) for field, value in mentioned(remedy))
    return [Offer(field, value, label(field, "" if value == "yes" else value)) for field, value in chosen if value]


def explain(field: str, text: str) -> tuple[str, str]:
    """The help of a field, and what is printed if it is left empty."""
    found = DEFAULT.search(text)
    return in_page_words(HELP.get(field, DEFAULT.sub("", text))), found[1] if found else ""
