"""What is wrong with the page numbers of a booklet, with references to them, and with its schedule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tests.attack.passages import Wanted, missing, plain
from tests.attack.print_reader import ReadFace
from tests.attack.said import Said, StepSaid

BESIDE_TITLE = re.compile(r"\d+–\d+|[A-Z]{1,2}")
"""The steps and the letters of a chapter, in contents."""


def page_number_faults(faces: Sequence[ReadFace], said: Said) -> Iterator[str]:
    """Pages of steps without the letters of their routine; pages without their number, and wrong references to them."""
    for number, face in enumerate(faces[1:-1], 2):
        if steps_headed_on(face, said) and Counter(said.letters) - Counter(face.decorated):
            yield f"page {number}: not the letters {said.letters}"
        if str(number) not in face.decorated:
            yield f"page {number}: no number"
        listed = [block.text for block in face.blocks if block.is_reference]
        yield from (f"page {number}: {fault}" for fault in reference_faults(listed, faces, said))


def steps_headed_on(face: ReadFace, said: Said) -> list[StepSaid]:
    """The steps that begin on a page, except an example."""
    heads = [plain(block.text) for block in face.blocks if block.is_heading]
    if said.example_below and heads[:1] == [plain(said.example_below)]:
        return []
    return [step for step in said.steps if any(head.startswith(step.heads) for head in heads)]


def card_name_faults(faces: Sequence[ReadFace], said: Said) -> Iterator[str]:
    """Pages without the names of the cards of their steps, although others have names of the same length."""
    shown, without = list[int](), list[tuple[int, str]]()
    for number, face in enumerate(faces, 1):
        names = [step.card for step in steps_headed_on(face, said)]
        long, texts = len("".join(names)), [*face.decorated, *(block.text for block in face.blocks)]
        lacking = [name for name in names if not any(re.search(rf"\b{name}\b", text) for text in texts)]
        if not lacking:
            shown.append(long)
        else:
            without.append((long, f"page {number}: no name of the cards {lacking}"))
    yield from (fault for long, fault in without if long <= max(shown))


def reference_faults(listed: Sequence[str], faces: Sequence[ReadFace], said: Said) -> Iterator[str]:
    """Titles in a list of contents that are not on their page, steps with a wrong number, numbers without a title."""
    steps = {(step.number, step.title) for step in said.steps}
    only_steps = {step.title for step in said.steps} - {texts[0] for texts in said.others}
    title, waiting = "", list[str]()
    for text in (text for text in listed if not BESIDE_TITLE.fullmatch(text)):
        if not text.isdecimal():
            if not title and not waiting and text in only_steps:
                yield f"no number before {text!r}"
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
    """Lines of a schedule that are missing; one that has no room is left out as a whole."""
    lost = list(missing(blocks, lines))
    if 0 < len(lost) < len(lines):
        yield f"the schedule lacks {lost}"
