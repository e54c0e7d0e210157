"""Reads a PDF as a screen reader does: the tree of its structure, and the text of the marked content it refers to."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import pikepdf

READ = "BMC BDC EMC Tf Tj f S B Do"
"""The operators that say what is read; the others are not looked at, which saves most of the time."""
CODE = re.compile(rb"<(\w{2})> <(\w{4})>")


class Node(NamedTuple):
    """An element of the structure with the elements below it and the marked content that it owns."""

    role: str
    alt: str
    scope: str
    contents: tuple[tuple[int, int], ...]
    """The page and the number of each."""
    links: int
    text: str
    """As it is on the page."""
    parts: tuple[Node, ...]

    def walk(self) -> Iterator[Node]:
        yield self
        for part in self.parts:
            yield from part.walk()

    def spoken(self) -> str:
        """The text that is read out."""
        return self.alt or self.text or " ".join(filter(None, (part.spoken() for part in self.parts)))

    def outline(self, depth: int = 0) -> str:
        """The tree as lines of text."""
        own = " ".join(filter(None, (self.role, self.scope, f"[{self.alt}]" if self.alt else "", self.text)))
        return "\n".join(["  " * depth + own, *(part.outline(depth + 1) for part in self.parts)])


class Reading:
    """What a screen reader reads of a PDF, and the text that is only decoration."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.texts: dict[tuple[int, int], str] = {}
        """Marked content by page and number."""
        self.adornment: list[str] = []
        """Text that is not read out."""
        self.unmarked = 0
        """How often something is painted outside of marked content."""
        for number, page in enumerate(self.pdf.pages):
            self._read(number, page)

    @cached_property
    def document(self) -> Node:
        pages = {page.objgen: number for number, page in enumerate(self.pdf.pages)}
        return self._node(self.pdf.Root.StructTreeRoot.K, pages)

    def _node(self, element: pikepdf.Dictionary, pages: dict[tuple[int, int], int]) -> Node:
        given = element.get("/K", pikepdf.Array())
        kids = list(given) if isinstance(given, pikepdf.Array) else [given]
        numbers = [int(kid) for kid in kids if not isinstance(kid, pikepdf.Dictionary)]
        contents = tuple((pages[element.Pg.objgen], number) for number in numbers)
        return Node(
            str(element.S)[1:],
            str(element.get("/Alt", element.get("/ActualText", ""))),
            str(element.A.Scope)[1:] if "/A" in element else "",
            contents,
            sum(isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR" for kid in kids),
            "".join(self.texts[content] for content in contents),
            tuple(self._node(kid, pages) for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid),
        )

    def _read(self, number: int, page: pikepdf.Page) -> None:
        fonts = {name: _codes(font) for name, font in page.Resources.get("/Font", {}).items()}
        codes: dict[int, str] = {}
        marked: int | str | None = None
        numbers: set[int | str] = set()
        for operands, operator in pikepdf.parse_content_stream(page, READ):
            match str(operator):
                case "BMC" | "BDC":
                    assert marked is None, "marked content in marked content"
                    marked = int(operands[1].MCID) if len(operands) > 1 else str(operands[0])
                    assert marked not in numbers
                    if isinstance(marked, int):
                        numbers.add(marked)
                        self.texts[number, marked] = ""
                case "EMC":
                    assert marked is not None
                    marked = None
                case "Tf":
                    codes = fonts.get(str(operands[0]), {})
                case "Tj":
                    text = "".join(codes[byte] for byte in bytes(operands[0]))
                    if isinstance(marked, int):
                        self.texts[number, marked] += text
                    elif marked == "/Artifact":
                        self.adornment.append(text)
                    self.unmarked += marked is None
                case "f" | "S" | "B" | "Do":
                    self.unmarked += marked is None


def _codes(font: pikepdf.Dictionary) -> dict[int, str]:
    """The character of each byte of a font."""
    if "/ToUnicode" not in font:
        return {}
    pairs = CODE.findall(font.ToUnicode.read_bytes())
    return {int(byte, 16): chr(int(char, 16)) for byte, char in pairs}
