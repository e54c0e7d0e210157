"""What is wrong with the page numbers of a booklet, with references to them, and with its schedule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tests.attack.passages import Wanted, missing, plain
from tests.attack.print_reader import ReadFace
from tests.attack.said import Said

BESIDE_TITLE = re.compile(r"\d+–\d+|[A-Z]{1,2}")
"""The steps and the letters of a chapter, in contents."""


def page_number_faults(faces: Sequence[ReadFace], said: Said) -> Iterator[str]:
    """Pages of steps without the letters of their routine; pages without their number, and wrong references to them."""
    for step in said.steps:
        own = [face for face in faces if any(plain(block.text).startswith(step.heads) for block in face.blocks)]
        if all(Counter(said.letters) - Counter(face.decorated) for face in own):
            yield f"step {step.number}: not the letters {said.letters} on its page"
    for number, face in enumerate(faces[1:-1], 2):
        if str(number) not in face.decorated:
            yield f"page {number}: no number"
        listed = [block.text for block in face.blocks if block.is_reference]
        yield from (f"page {number}: {fault}" for fault in reference_faults(listed, faces, said))


def reference_faults(listed: Sequence[str], faces: Sequence[ReadFace], said: Said) -> Iterator[str]:
    """Titles in a list of contents that are not on their page, steps with a wrong number, numbers without a title."""
    steps = {(step.number, step.title) for step in said.steps}
    title, waiting = "", list[str]()
    for text in (text for text in listed if not BESIDE_TITLE.fullmatch(text)):
        if not text.isdecimal():
            if not title and waiting and (waiting != [waiting[0]] or (waiting[0], text) not in steps):
                yield f"{waiting} before {text!r}"
            title, waiting = title or text, []
        elif title:
            if not is_on(title, faces[int(text) - 1 : int(text)]):
                yield f"{title!r} is not on page {text}"
            title = ""
        else:
            waiting.append(text)
    if title or waiting:
        yield f"the list ends with {title or waiting!r}"


def is_on(title: str, faces: Sequence[ReadFace]) -> bool:
    """Whether a title is a heading on one of some pages."""
    return any(plain(title) in plain(block.text) for face in faces for block in face.blocks if block.is_heading)


def schedule_faults(blocks: Sequence[str], lines: Sequence[Wanted]) -> Iterator[str]:
    """Lines of a schedule that are missing; of too many only every second one is there, or every third ..."""
    lost = set(missing(blocks, lines))
    chosen = [lines[::each] for each in range(1, len(lines) + 1)]
    if lines and not any({line for (line,) in lines} - {line for (line,) in shown} == lost for shown in chosen):
        yield f"the schedule lacks {sorted(lost)}"
