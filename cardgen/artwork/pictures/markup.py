"""Parses an SVG picture from an untrusted source, without expanding it and without following references out of it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

from msgspec import Struct, field

from cardgen.artwork.pictures.undrawable import MOST_ELEMENT_DEPTH, MOST_ELEMENTS, TooMuchError, UndrawableError
from cardgen.errors import Fault, UserError

SVG_NAMESPACE = "http://www.w3.org/2000/svg"
REFERENCES = ("href", "src")
"""Attributes that refer to another part of the picture, or to a file."""
AS_PLAIN = "Save it as plain SVG (Inkscape: Save as, Plain SVG)"


class Element(Struct):
    """An element of the picture; `kind` is empty when it is not an element of SVG."""

    kind: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def walk(self) -> Iterator[Element]:
        """The element and everything in it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()


def parse_markup(data: bytes) -> Element:
    """The root of a picture; UserError when it is damaged, UndrawableError when it refers to anything outside."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        problem = f"It is damaged in line {error.lineno}: {expat.ErrorString(error.code)}."
        raise UserError(Fault(problem, f"{AS_PLAIN}.")) from None
    except (ValueError, LookupError):
        raise UserError(Fault("Its encoding is unknown.", "Save it as UTF-8.")) from None
    if reader.root is None or reader.root.kind != "svg":
        raise UserError(Fault("It is not SVG.", f"{AS_PLAIN}."))
    return reader.root


class _Reader:
    """Builds the elements as the parser finds them, and stops at anything that is not allowed."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self.above: list[Element] = []
        """The elements that are open."""
        self.count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.EntityDeclHandler = self.doctype
        self.parser.ProcessingInstructionHandler = self.instruction

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MOST_ELEMENTS or len(self.above) > MOST_ELEMENT_DEPTH:
            raise TooMuchError
        element = Element(_kind(name), {key.rpartition(" ")[2] if _is_reference(key) else key: value
                                        for key, value in attributes.items()})  # fmt: skip
        if element.kind == "script":
            raise UndrawableError("a script", "Remove it; a picture on paper needs none.", "run")
        if any(not element.attributes.get(name, "#").strip().startswith("#") for name in REFERENCES):
            raise UndrawableError("a reference to something else", "Remove its links and pictures.", "followed")
        if self.above:
            self.above[-1].children.append(element)
        else:
            self.root = element
        self.above.append(element)

    def end(self, _: str) -> None:
        self.above.pop()

    def characters(self, text: str) -> None:
        if self.above[-1].kind == "style":
            self.above[-1].text += text

    def doctype(self, *_: object) -> None:
        raise UndrawableError("a document type", f"{AS_PLAIN}, or remove its <!DOCTYPE ...> in a text editor.", "read")

    def instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            raise UndrawableError("a style sheet in another file", f"{AS_PLAIN}.", "read")


def _kind(name: str) -> str:
    """The kind of an element of SVG; hand-written files may lack the namespace."""
    space, _, kind = name.rpartition(" ")
    return kind if space in ("", SVG_NAMESPACE) else ""


def _is_reference(key: str) -> bool:
    return key.rpartition(" ")[2] in REFERENCES
