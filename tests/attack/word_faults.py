"""What is wrong with the words of a print: lost, in the wrong place, or such as nobody has said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from tests.attack.book_faults import card_name_faults, page_number_faults, schedule_faults
from tests.attack.figure_faults import figure_faults
from tests.attack.passages import BETWEEN, Passage, Wanted, blocks_of, missing, passages, plain
from tests.attack.print_reader import ReadFace
from tests.attack.said import Said, StepSaid

MOST_FACES = 4
"""Over which a paragraph may go on."""


def word_faults(faces: Sequence[ReadFace], said: Said) -> Iterator[str]:
    """What is missing, and what is there that nothing says."""
    yield from unexplained(faces, said)
    if said.marks is not None:
        yield from side_faults(faces, said.letters, said.marks)
        yield from foot_faults(faces, said)
    else:
        yield from figure_faults(faces, said)
    if said.schedule:
        yield from page_number_faults(faces, said)
        yield from card_name_faults(faces, said)
        yield from schedule_faults([plain(block.text) for block in faces[-1].blocks], said.schedule)
    found = list(passages(faces, (head for step in said.steps for head in (*step.heads, *step.notes))))
    for step in said.steps:
        yield from lost_of_step(step, found)
    yield from (fault for step in said.steps for fault in torn_apart(step, found))
    yield from misnumbered(faces, said)
    yield from lost_again(faces, said, found)
    for on_side in (found,) if said.marks is not None else by_face(found):
        yield from unlike([step for step in said.steps if about(step, on_side)], on_side)
        yield from unlike_changes(said.alike, blocks_of(on_side))
        yield from lost_minutes(said, on_side)
    yield from left_out_with_room(said.steps, found)
    yield from (f"lost: {text!r}" for text in missing(blocks_of(found), (), said.anywhere))
    yield from lost_beside_steps(said, found)


def lost_beside_steps(said: Said, found: Sequence[Passage]) -> Iterator[str]:
    """What is missing among the texts that are about no step."""
    rest = blocks_of([passage for passage in found if not any(is_about(passage, step) for step in said.steps)])
    needless = said.on_map if plain(said.map_key) in blocks_of(found) else ()
    others = [texts for texts in said.others if texts[0] not in needless]
    yield from (f"lost: {text!r}" for text in missing(rest, others))
    if lost := [list(missing(rest, group)) for group in said.either]:
        yield from (f"lost: {text!r}" for text in min(lost, key=len))


def side_faults(faces: Sequence[ReadFace], letters: Sequence[str], marks: Sequence[str]) -> Iterator[str]:
    """Sides of cards without a title or the letters of their routine, and revisions that no card has."""
    for number, face in enumerate(faces, 1):
        if not any("H1" in block.roles for block in face.blocks):
            yield f"side {number}: no title"
        if Counter(letters) - Counter(face.decorated):
            yield f"side {number}: not the letters {letters}"
        marks = [mark for mark in marks if mark not in face.decorated]
    yield from (f"no card has the mark {mark!r}" for mark in marks)


def foot_faults(faces: Sequence[ReadFace], said: Said) -> Iterator[str]:
    """Fronts without the name of the routine at their foot, although most of those without a step have it there."""
    heads = tuple(head for step in said.steps for head in step.heads)
    fronts = [face for face in faces if face.blocks and not set(face.decorated).isdisjoint(said.marks or ())]
    lists = [face for face in fronts if not plain(face.blocks[0].text).startswith(heads)]
    lacking = [face for face in lists if said.name not in [block.text for block in (*face.blocks, *face.decoration)]]
    if said.name and 2 * len(lacking) < len(lists):
        yield from (f"no name at the foot of {face.blocks[0].text!r}" for face in lacking)


def lost_of_step(step: StepSaid, found: Sequence[Passage]) -> Iterator[str]:
    """What the passages about a step do not say."""
    blocks = about(step, found)
    if not blocks:
        yield f"step {step.number}: nothing about {step.title!r}"
        return
    yield from (f"step {step.number}: lost: {text!r}" for text in missing(blocks, step.texts, step.more))


def unlike(steps: Sequence[StepSaid], found: Sequence[Passage]) -> Iterator[str]:
    """What a print says of most steps, and not of all."""
    for texts in zip(*(step.alike for step in steps), strict=True):
        pairs = zip(steps, texts, strict=True)
        wanted = [(step, text) for step, text in pairs if any(text) and not is_part_of_other(text[0], step)]
        lost = [(step, *text) for step, text in wanted if list(missing(about(step, found), step.texts, (text,)))]
        if 2 * len(lost) < len(wanted):
            yield from (f"step {step.number}: lost: {text!r}" for step, text in lost)


def torn_apart(step: StepSaid, found: Sequence[Passage]) -> Iterator[str]:
    """The rest of texts that belong together."""
    blocks = BETWEEN.join(["", *about(step, found), ""])
    whole = BETWEEN.join(["", *map(plain, step.together), ""])
    parts = BETWEEN.join([*whole.split(BETWEEN)[:2], ""]), BETWEEN.join(["", *whole.split(BETWEEN)[2:]])
    if step.together and whole not in blocks and any(part in blocks for part in parts):
        yield f"step {step.number}: not together: {step.together}"


def misnumbered(faces: Sequence[ReadFace], said: Said) -> Iterator[str]:
    """Titles of steps behind a number that is none of theirs."""
    titles = sorted((plain(step.title) for step in said.steps), key=len, reverse=True)
    known = {plain(f"{step.number} {step.title}") for step in said.steps}
    for number, face in enumerate(faces, 1):
        for block in face.blocks:
            found = re.match(rf"\|\d+\|(?:{'|'.join(titles)})", plain(block.text)) if titles else None
            if found and found[0] not in known:
                yield f"side {number}: {block.text!r} has another number"


def lost_again(faces: Sequence[ReadFace], said: Said, found: Sequence[Passage]) -> Iterator[str]:
    """What the pages about the other side do not say."""
    heading = plain(said.again_below)
    firsts = {number: plain(face.blocks[0].text) for number, face in enumerate(faces) if face.blocks}
    below = [passage for passage in found if heading and firsts.get(passage.face, "").startswith(heading)]
    if below:
        yield from (fault for step in said.again for fault in lost_of_step(step, below))


def is_part_of_other(text: str, step: StepSaid) -> bool:
    """Whether another text of a step says the same: a hold of 20 s takes 20 s."""
    return any(plain(text) in plain(one_of) for texts in (*step.texts, *step.more) for one_of in texts)


def by_face(found: Sequence[Passage]) -> list[list[Passage]]:
    """The passages of each face: the back of a plan may be denser than its front."""
    return [list(on_face) for _, on_face in groupby(found, lambda passage: passage.face)]


def unlike_changes(groups: Sequence[Sequence[tuple[Wanted, Wanted]]], blocks: Sequence[str]) -> Iterator[str]:
    """What a side says beside most changes, and not beside all that it has."""
    for group in groups:
        wanted = [text for name, text in group if not list(missing(blocks, (name,)))]
        lost = list(missing(blocks, wanted))
        if 2 * len(lost) < len(wanted):
            yield from (f"lost: {text!r}" for text in lost)


def lost_minutes(said: Said, found: Sequence[Passage]) -> Iterator[str]:
    """The minutes at whose place a row has something else; a table without a column for them has none."""
    if not any(passage.is_row and plain(said.minutes_below) in passage.blocks for passage in found):
        return
    rows = [BETWEEN.join(["", *passage.blocks, ""]) for passage in found if passage.is_row]
    for names, minutes in said.minutes:
        own = [row for row in rows if any(plain(name) in row for name in names)]
        if own and not any(row.endswith(BETWEEN.join(["", plain(minutes), ""])) for row in own):
            yield f"lost: {minutes!r}"


def left_out_with_room(steps: Sequence[StepSaid], found: Sequence[Passage]) -> Iterator[str]:
    """What is left out of a step, and fits where there is as much beside it, or more."""
    shown = [len(step.if_room + step.beside) for step in steps if step.if_room and says(step, step.if_room, found)]
    for step in steps:
        is_crowded = any(says(step, text, found) for text in step.instead)
        has_room = not is_crowded and len(step.if_room + step.beside) <= max(shown, default=0)
        if step.if_room and has_room and not says(step, step.if_room, found):
            yield f"step {step.number}: lost: {step.if_room!r}"


def says(step: StepSaid, text: str, found: Sequence[Passage]) -> bool:
    """Whether a text is a block of its own about a step."""
    return plain(text) in about(step, found)


def about(step: StepSaid, found: Sequence[Passage]) -> list[str]:
    """The texts about a step."""
    notes = (passage for passage in found if passage.blocks and passage.blocks[0].startswith(step.notes))
    return blocks_of([*(passage for passage in found if is_about(passage, step)), *notes])


def is_about(passage: Passage, step: StepSaid) -> bool:
    """Whether a passage begins with the head of a step, or is its row."""
    number, title = plain(step.number), plain(step.title)
    first = passage.blocks[0] if passage.blocks else ""
    return first.startswith(step.heads) or (
        passage.is_row
        and (
            any(block.startswith(title) and number in passage.blocks[:at] for at, block in enumerate(passage.blocks))
            or (first.startswith(number) and first.endswith(title))
        )
    )


def unexplained(faces: Sequence[ReadFace], said: Said) -> Iterator[str]:
    """What is printed and is no text that may be on a print, nor the parts of one on several faces."""
    texts = [[plain(block.text) for block in (*face.blocks, *face.decoration)] for face in faces]
    odd = {text for on_face in texts for text in on_face if not said.vocabulary.explains(text)}
    going_on = {text for number in range(len(texts)) for text in continued_from(texts, number, said, odd)}
    for number, (face, plains) in enumerate(zip(faces, texts, strict=True), 1):
        for block, text in zip((*face.blocks, *face.decoration), plains, strict=True):
            if text in odd - going_on:
                yield f"side {number}: {block.text!r} is no text of this print"


def continued_from(texts: Sequence[Sequence[str]], number: int, said: Said, odd: set[str]) -> Iterator[str]:
    """The parts of paragraphs that begin on one face and end on a later one; at least one of them is odd."""
    vocabulary, last = said.vocabulary, number + MOST_FACES
    if odd.isdisjoint(text for on_face in texts[number : number + 2] for text in on_face):
        return
    tried = [((start,), number) for start in texts[number] if vocabulary.begins(start)]
    while tried:
        parts, at = tried.pop()
        for text in texts[at + 1] if at + 1 < min(len(texts), last) else ():
            whole = "".join((*parts, text))
            if vocabulary.explains(whole):
                yield from (*parts, text)
            if vocabulary.begins(whole):
                tried.append(((*parts, text), at + 1))
