"""Plants faults in finished pages, to see whether the oracle finds them.

python -m tests.attack.plants 400 --seed 1
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from unittest.mock import patch

from msgspec.structs import replace

from cardgen.errors import UserError
from cardgen.jobs.printout import Printout
from cardgen.jobs.session_job import DocumentJob
from cardgen.pdf.document import PdfDocument
from cardgen.scene.faces import Face, Tag
from cardgen.scene.marks import Path as Outline
from cardgen.scene.marks import Text, Use
from cardgen.scene.outlines import rectangle
from cardgen.scene.pages import Page
from cardgen.scene.text import CAP, width
from cardgen.units import Box
from tests.attack.expected import said_by
from tests.attack.oracle import judge
from tests.attack.passages import plain
from tests.attack.prints import make_job
from tests.attack.routines import make_routine

LEAST_LETTERS = 1
PLANTS_IN_A_PRINT = 8


class Written(NamedTuple):
    """All that a document is written from."""

    pages: list[Page]
    finish: tuple[Any, ...]
    pdf_format: Any

    def data(self, pages: Sequence[Page]) -> bytes:
        document = PdfDocument(self.pdf_format)
        for page in pages:
            document.add(page)
        return document.finish(*self.finish)


def written_by(job: DocumentJob) -> tuple[Printout, Written]:
    """Run a job, and keep what its document is written from."""
    pages, finished = list[Page](), list[tuple[Any, ...]]()
    add, finish = PdfDocument.add, PdfDocument.finish

    def keep_page(self: PdfDocument, page: Page) -> None:
        pages.append(page)
        add(self, page)

    def keep_finish(self: PdfDocument, properties: Any, duplex: Any = None, bookmarks: Any = ()) -> bytes:
        finished.append((properties, duplex, bookmarks))
        return finish(self, properties, duplex, bookmarks)

    with patch.object(PdfDocument, "add", keep_page), patch.object(PdfDocument, "finish", keep_finish):
        made = job.run()
    return made, Written(pages, finished[0], job.pdf_format)


class Place(NamedTuple):
    """A text on a page: the numbers of its page, of its face there, and of its mark."""

    page: int
    face: int
    mark: int


def texts_on(pages: Sequence[Page]) -> dict[Place, Text]:
    """Every text of the pages."""
    return {
        Place(number, place, index): mark
        for number, page in enumerate(pages)
        for place, placed in enumerate(page.faces)
        for index, mark in enumerate(placed.face.marks)
        if isinstance(mark, Text) and re.search(r"\w", mark.text)
    }


def without(face: Face, index: int) -> Face:
    """A face without one of its marks, and without a tag that had no other one."""
    marks = face.marks[:index] + face.marks[index + 1 :]
    return replace(face, marks=marks, tags=tuple(moved(face.tags, index)))


def moved(tags: Sequence[Tag], index: int) -> Iterator[Tag]:
    for tag in tags:
        start, stop = tag.start - (tag.start > index), tag.stop - (tag.stop > index)
        if start < stop or tag.start == tag.stop:
            yield replace(tag, start=start, stop=stop, parts=tuple(moved(tag.parts, index)))


def put(face: Face, index: int, **changes: Any) -> Face:
    """A face on which a text is changed."""
    marks = list(face.marks)
    marks[index] = replace(marks[index], **changes)
    return replace(face, marks=tuple(marks))


def remove(face: Face, index: int, _: Random) -> Face | None:
    return without(face, index)


def change_number(face: Face, index: int, random: Random) -> Face | None:
    text = face.marks[index].text
    digits = [place for place, letter in enumerate(text) if letter.isdigit()]
    if not digits:
        return None
    place = random.choice(digits)
    other = random.choice([digit for digit in "123456789" if digit != text[place]])
    return put(face, index, text=text[:place] + other + text[place + 1 :])


def change_word(face: Face, index: int, random: Random) -> Face | None:
    words = face.marks[index].text.split(" ")
    real = [place for place, word in enumerate(words) if plain(word)]
    if len(real) < 3:
        return None
    del words[random.choice(real)]
    return put(face, index, text=" ".join(words))


def move_off(face: Face, index: int, random: Random) -> Face | None:
    mark, wide = face.marks[index], width(face.marks[index].text, face.marks[index].font, face.marks[index].size)
    x, y = random.choice(((-0.6 * wide, mark.y), (face.size.width - 0.4 * wide, mark.y), (mark.x, -0.2 * mark.size)))
    return put(face, index, x=x, y=y)


def overlap(face: Face, index: int, random: Random) -> Face | None:
    others = [
        mark
        for place, mark in enumerate(face.marks)
        if isinstance(mark, Text) and place != index and len(mark.text) > 2
    ]
    if not others:
        return None
    other = random.choice(others)
    return put(face, index, x=other.x + 1, y=other.y - 0.3 * other.size)


def shrink(face: Face, index: int, _: Random) -> Face | None:
    return put(face, index, size=5.0)


def cover(face: Face, index: int, _: Random) -> Face | None:
    mark = face.marks[index]
    box = Box(mark.x, mark.y - CAP * mark.size, width(mark.text, mark.font, mark.size), CAP * mark.size)
    count = len(face.marks)
    tags = (*face.tags, Tag("Figure", count, count + 1, "Something that is read last, and so drawn last"))
    return replace(face, marks=(*face.marks, Outline(rectangle(box), "#dddddd", None, 0.0)), tags=tags)


def put_under_drawing(face: Face, index: int, random: Random) -> Face | None:
    drawings = [mark.box for mark in face.marks if isinstance(mark, Use) and mark.box.width > 40]
    if not drawings or len(face.marks[index].text) < 4:
        return None
    box = random.choice(drawings)
    return put(face, index, x=box.x + 4, y=box.y + box.height / 2)


PLANTS: dict[str, Callable[[Face, int, Random], Face | None]] = {
    "removed": remove,
    "removed here, and still elsewhere": remove,
    "another number": change_number,
    "a word missing": change_word,
    "off the face": move_off,
    "on other text": overlap,
    "5 points": shrink,
    "covered": cover,
    "on a drawing": put_under_drawing,
}


def plant(written: Written, kind: str, random: Random) -> tuple[list[Page], str] | None:
    """Pages with a fault of this kind, and what it is; None when they have no place for it."""
    texts = texts_on(written.pages)
    if "elsewhere" in kind:
        count = Counter(mark.text for mark in texts.values())
        texts = {place: mark for place, mark in texts.items() if count[mark.text] > 1}
    for place in random.sample(list(texts), min(20, len(texts))):
        page = written.pages[place.page]
        placed = page.faces[place.face]
        face = PLANTS[kind](placed.face, place.mark, random)
        if face:
            faces = list(page.faces)
            faces[place.face] = replace(placed, face=face)
            pages = list(written.pages)
            pages[place.page] = replace(page, faces=tuple(faces))
            return pages, f"{kind}: {texts[place].text!r} on {placed.face.name!r}"
    return None


def try_plants(seed: int, tried: Counter[str], found: Counter[str], folder: Path) -> Iterator[str]:
    """Plant some faults in one print; the lines say which ones the oracle does not find."""
    random = Random(seed)
    text = make_routine(random)
    file = folder / f"{seed}.yaml"
    file.write_text(text, encoding="utf-8")
    try:
        job = make_job(random, str(file))
        made, written = written_by(job)
    except UserError:
        return
    said = said_by(text, job, made.record)
    for kind in random.sample(list(PLANTS), PLANTS_IN_A_PRINT):
        planted = plant(written, kind, random)
        if not planted:
            continue
        pages, what = planted
        tried[kind] += 1
        if list(judge(written.data(pages), said)):
            found[kind] += 1
        else:
            yield f"{seed}: {job.command} {getattr(job, 'layout', '')} {what}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    tried, found, seed = Counter[str](), Counter[str](), options.seed
    with TemporaryDirectory() as folder:
        while tried.total() < options.count:
            for line in try_plants(seed, tried, found, Path(folder)):
                print(line)
            seed += 1
    for kind in PLANTS:
        print(f"{found[kind]:>4} of {tried[kind]:<4} {kind}")
    print(f"{found.total()} of {tried.total()} found: {found.total() / tried.total():.1%}")


if __name__ == "__main__":
    main()
