"""Reads a routine and proves it printable: its rules, its drawings and pictures, a glyph for every character."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from cardgen.area import areas
from cardgen.draw.artwork import Crop, crop, view, views
from cardgen.draw.strokes import mirrored, position
from cardgen.errors import Fault, UserError, suggest
from cardgen.faults import Place, shortened
from cardgen.files import DATA, beside, choose, collection, read_text
from cardgen.parsing import Spot
from cardgen.pictures.album import Album
from cardgen.pictures.picture import Picture
from cardgen.plan.selection import Entry, Selection
from cardgen.program import Member, Program, programs
from cardgen.reading import Document, SourceText, in_order, read
from cardgen.routine import About, Drawing, Routine, Step, Stroke, routines
from cardgen.text import missing

MOST_CUE_WORDS = 18
"""The most words a cue may have. About 14 is better: a cue is read at arm's length, in one glance."""
UPRIGHT = {"body-back", "body-front", "seated-back", "head-back", "face"}
"""Views in which the head is up the page."""
TRAVELS = {"glide", "on", "hack", "tap", "skin-roll", "feather", "squeeze", "knead", "circles"}
"""Signs that go from their first point to their last."""
TURNS = {"clockwise", "counterclockwise"}
PROGRAM = re.compile(r"^parts:", re.MULTILINE)
"""Only a program has this key."""
POINT = re.compile(r"([\w.-]+)(?: (-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?))?")


def gather(names: Sequence[str]) -> Selection:
    """What is called by these names: routines, or programs and so the routines in them; UserError with every fault."""
    found = [_members(name) for name in names]
    if len(found) == 1:
        return found[0]
    entries = [entry for selection in found for entry in selection.entries]
    sources = dict.fromkeys(source for selection in found for source in selection.sources)
    pictures = {path: picture for selection in found for path, picture in selection.pictures.items()}
    name = " + ".join(selection.name for selection in found)
    return Selection(name, tuple(entries), sources=tuple(sources), pictures=pictures)


def _members(name: str) -> Selection:
    """One routine, or those of a program."""
    path = _path(name)
    if not PROGRAM.search(read_text(path)):
        routine = _load(path)
        return replace(Selection.of(routine.model), sources=(routine.source,), pictures=routine.pictures)
    document = read(path, Program)
    program = document.model
    faults = [*_icon_faults(document, ("prepare", "after")), *_length_faults(document), *_glyph_faults(document)]
    entries, sources = [], [document.source]
    pictures: dict[str, Picture] = {}
    for index, member in enumerate(program.parts):
        try:
            routine = _load(_member(document, index, member))
            entries.append(Entry(routine.model, member.minutes, member.keep))
            sources.append(routine.source)
            pictures |= routine.pictures
        except UserError as error:
            faults += error.faults
    if faults:
        raise UserError(sorted(faults, key=lambda fault: (fault.file != path, fault.line or 0)))
    prepare, after, lengths = tuple(program.prepare), tuple(program.after), program.lengths
    read_from = tuple(dict.fromkeys(sources))
    return Selection(program.name, tuple(entries), lengths, prepare, after, lengths.standard, read_from, pictures)


def _member(document: Document[Program], index: int, member: Member) -> Path:
    """The file of a program's routine: by its name, or beside the program; UserError when there is none."""
    place, found = ("parts", index, "routine"), beside(document.path, member.routine)
    if member.routine in programs() or (found and PROGRAM.search(read_text(found))):
        problem = f"'{member.routine}' is a program."
        raise UserError(document.fault(place, problem, "Name the routines that are in it."))
    if found:
        return found
    if member.routine not in routines():
        problem = f"There is no routine '{shortened(member.routine)}', and no such file beside this program."
        raise UserError(document.fault(place, problem, suggest(member.routine, routines())))
    return routines()[member.routine]


def is_path(name: str) -> bool:
    """Somebody means a file, not what is found under a name."""
    return name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name


def _path(name: str) -> Path:
    """The file of a routine or a program: the one named, or the one that is found under the name."""
    return Path(name) if is_path(name) else choose("routine", name, routines() | programs())


def load(name_or_path: str) -> Routine:
    """The routine of this name, or in this file; UserError with every fault."""
    return _load(_path(name_or_path)).model


class Loaded(NamedTuple):
    """A routine that can be printed, the text that it was read from, and its pictures by their paths."""

    model: Routine
    source: SourceText
    pictures: dict[str, Picture]


def _load(path: Path) -> Loaded:
    document = read(path, Routine)
    album = Album(document)
    faults = [*_rule_faults(document), *_drawing_faults(document), *album.faults, *_glyph_faults(document)]
    if faults:
        raise UserError(in_order(faults))
    return Loaded(album.routine, document.source, album.pictures)


def _rule_faults(document: Document[Routine]) -> Iterator[Fault]:
    """The rules that types cannot say."""
    routine = document.model
    yield from _check_area(document, ("area",), routine.area)
    yield from _icon_faults(document, ("prepare", "principles", "after"))
    yield from _length_faults(document)
    earlier: Counter[str] = Counter()
    for index, step in enumerate(routine.steps):
        yield from _check_step(document, index, step, earlier)
        earlier[step.id] += 1


def _length_faults(document: Document[Routine] | Document[Program]) -> Iterator[Fault]:
    """Lengths that do not grow from short to long."""
    lengths = document.model.lengths
    given = [minutes for minutes in (lengths.short, lengths.standard, lengths.long) if minutes]
    if given != sorted(given):
        remedy = "Let 'short' be the least and 'long' the most."
        yield document.fault(("lengths",), f"These lengths do not grow: {', '.join(map(str, given))}.", remedy)


def _icon_faults(document: Document[Routine] | Document[Program], lists: Sequence[str]) -> Iterator[Fault]:
    """Notes with an icon that does not exist."""
    icons = collection(DATA / "icons", ".svg")
    for part in lists:
        for index, note in enumerate(getattr(document.model, part)):
            if note.icon not in icons:
                yield document.fault(
                    (part, index, "icon"), f"There is no icon '{note.icon}'.", suggest(note.icon, icons)
                )


def _check_area(document: Document[Routine], place: Place, area: str | None) -> Iterator[Fault]:
    if area is not None and area not in areas():
        yield document.fault(place, f"There is no body area '{area}'.", suggest(area, areas()))


def _check_step(document: Document[Routine], index: int, step: Step, earlier: Counter[str]) -> Iterator[Fault]:
    here: Place = ("steps", index)
    yield from _check_area(document, (*here, "area"), step.area)
    if earlier[step.id]:
        yield document.fault((*here, "id"), f"The id '{step.id}' is used twice.", "Give each step an id of its own.")
    if (words := len(step.cue.split())) > MOST_CUE_WORDS:
        problem = f"The cue has {words} words; {MOST_CUE_WORDS} is the most that can be read at the table."
        yield document.fault((*here, "cue"), problem, "Move what is not needed at the table to 'detail'.")
    yield from _check_ranges(document, here, step)
    for number, name in enumerate(step.repeats):
        if name not in earlier:
            remedy = suggest(name, earlier) if earlier else "Remove 'repeats' from the first step."
            yield document.fault((*here, "repeats", number), f"No earlier step has the id '{name}'.", remedy)
    for number, action in enumerate(step.actions):
        place = (*here, "phases", number - 1) if number else here
        if (force := action.force) and not (force.level or (force.out and force.back) or force.using):
            remedy = "Write 'level', or 'out' and 'back' together, or 'using: body-weight'."
            yield document.fault((*place, "pressure"), "This pressure says no level.", remedy)


def _check_ranges(document: Document[Routine], here: Place, step: Step) -> Iterator[Fault]:
    """Ranges that go from less to more, of repetitions or of minutes but not of both."""
    ranged = False
    for key in ("times", "passes"):
        count = getattr(step.repeat, key, None)
        if isinstance(count, list):
            ranged = True
            if count[0] > count[1]:
                place = (*here, "repeat", key)
                yield document.fault(place, f"{count} goes from more to less.", f"Write [{count[1]}, {count[0]}].")
    if not isinstance(step.minutes, About):
        return
    about, least, most = step.minutes.about, step.minutes.least, step.minutes.most
    if not (least or about) <= about <= (most or about):
        remedy = "Write the least below 'about' and the most above it."
        yield document.fault(
            (*here, "minutes"), f"About {about:g} minutes is not between the least and the most.", remedy
        )
    if step.repeat and step.repeat.seconds and (least or most):
        problem = "The seconds stay as they are, so the minutes can have no range."
        yield document.fault((*here, "minutes"), problem, "Leave out 'least' and 'most', or the seconds.")
    if ranged and (least or most):
        remedy = "Keep one of the two: the other follows from it."
        yield document.fault((*here, "minutes"), "Both the repetitions and the minutes have a range.", remedy)


def _drawing_faults(document: Document[Routine]) -> Iterator[Fault]:
    for index, step in enumerate(document.model.steps):
        if step.drawing:
            faults = list(_check_drawing(document, index, step.drawing))
            yield from faults or _direction_faults(document, index, step, step.drawing)


def _check_drawing(document: Document[Routine], index: int, drawing: Drawing) -> Iterator[Fault]:
    """A view and regions that exist."""
    place = ("steps", index, "drawing")
    if drawing.view not in views():
        problem = f"There is no view of the body called '{drawing.view}'."
        yield document.fault((*place, "view"), problem, suggest(drawing.view, views()))
        return
    regions = view(crop(drawing.view).view).regions
    for key in ("area", "avoid"):
        for number, name in enumerate(getattr(drawing, key)):
            if name not in regions:
                problem = f"The view '{drawing.view}' has no region '{name}'."
                yield document.fault((*place, key, number), problem, suggest(name, regions))
    for number, stroke in enumerate(drawing.strokes):
        yield from _check_stroke(document, (*place, "strokes", number), stroke, crop(drawing.view))


def _direction_faults(document: Document[Routine], index: int, step: Step, drawing: Drawing) -> Iterator[Fault]:
    """A drawing that goes another way than the step's direction says."""
    place = ("steps", index, "drawing", "strokes")
    ways = {way.way for action in step.actions for way in action.ways}
    landmarks = view(crop(drawing.view).view).landmarks
    for number, stroke in enumerate(drawing.strokes):
        turned = stroke.turn if stroke.draw in ("ring", "circles") and not stroke.mirror else None
        if turned and ways & TURNS and turned not in ways:
            problem = f"The drawing turns {turned}, the step's direction does not."
            yield document.fault((*place, number), problem, "Change 'turn', or the step's 'direction'.")
        if crop(drawing.view).view in UPRIGHT and ways and ways <= {"toward-head", "toward-feet"}:
            rise = _rise(stroke, landmarks)
            drawn = "toward-head" if rise > 0 else "toward-feet"
            if rise and drawn not in ways:
                problem = f"The drawing goes {drawn}, the step's direction does not."
                yield document.fault((*place, number), problem, "Turn 'along' round, or change the step's 'direction'.")


def _rise(stroke: Stroke, landmarks: dict[str, tuple[float, float]]) -> float:
    """How far a stroke goes up the page from its start to its end; 0 for one that goes nowhere."""
    if stroke.draw not in TRAVELS or stroke.both:
        return 0
    return position(stroke.along[0], landmarks)[1] - position(stroke.along[-1], landmarks)[1]


def _check_stroke(document: Document[Routine], place: Place, stroke: Stroke, part: Crop) -> Iterator[Fault]:
    """Landmarks that exist, and points that stay on the drawing."""
    landmarks = view(part.view).landmarks
    for point in {*stroke.along, *(mirrored(stroke).along if stroke.mirror else ())}:
        match = POINT.fullmatch(point)
        if match is None:
            problem = f"'{point}' is not a point."
            yield document.fault(
                (*place, "along"), problem, "Write a landmark, or a landmark and its offset: 'sacrum 0 -6'."
            )
        elif match[1] not in landmarks:
            problem = f"The view '{part.view}' has no landmark '{match[1]}'."
            yield document.fault((*place, "along"), problem, suggest(match[1], landmarks))
        elif not part.holds(position(point, landmarks)):
            problem = f"'{point}' lies outside the drawing."
            yield document.fault((*place, "along"), problem, "Make the offset smaller, or choose a larger view.")


def _glyph_faults(document: Document[Routine] | Document[Program]) -> Iterator[Fault]:
    if not missing("".join(set().union(*(text for _, text in document.texts)))):
        return
    unprinted = _unprinted(document)
    for spot, text in document.texts:
        for char in missing(text) if spot not in unprinted else ():
            name = unicodedata.name(char, "no name")
            problem = f"The fonts have no glyph for '{char}' (U+{ord(char):04X}, {name.lower()})."
            yield document.fault_at(spot, problem, "Leave it out, or write it in another way.")


def _unprinted(document: Document[Routine] | Document[Program]) -> set[Spot]:
    """Where the names of pictures stand."""
    steps = document.model.steps if isinstance(document.model, Routine) else ()
    return {document.marks.spot(("steps", index, "image")) for index, step in enumerate(steps) if step.image}
