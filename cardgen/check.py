"""Reads a routine and proves it printable: its rules, its pictures, a glyph for every character."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from cardgen.area import areas
from cardgen.drawing_rules import drawing_faults
from cardgen.errors import Fault, UserError, suggest
from cardgen.faults import Place, shortened
from cardgen.files import YAML, beside, choose, data, read_text
from cardgen.kinds import kind_of
from cardgen.parsing import Spot
from cardgen.pictures.album import Album
from cardgen.plan.selection import Entry, Selection
from cardgen.program import Member, Program, programs
from cardgen.reading import MOST_FAULTS, Document, understood
from cardgen.routine import Routine, Step, routines
from cardgen.terms import MOST_STEPS, About
from cardgen.text import missing

MOST_CUE_WORDS = 18
"""The most words a cue may have. About 14 is better: a cue is read at arm's length, in one glance."""
MOST_REPEATED = 100
"""A step that repeats steps that repeat steps is soon longer than any session."""
MOST_CHARACTERS = 4
"""So many that cannot be printed are named for a text."""


class Opened(Struct, frozen=True):
    """A routine, or a program with the routines that it names; with the places of everything in their files."""

    albums: tuple[Album, ...]
    """The routines with their pictures."""
    program: Document[Program] | None = None

    @property
    def routines(self) -> tuple[Document[Routine], ...]:
        """As their authors wrote them."""
        return tuple(album.document for album in self.albums)

    @property
    def written(self) -> Routine | Program:
        """What stands in the file itself."""
        return self.program.model if self.program else self.routines[0].model

    @property
    def selection(self) -> Selection:
        documents = (self.program, *self.routines)
        sources = tuple(dict.fromkeys(document.source for document in documents if document))
        pictures = {path: picture for album in self.albums for path, picture in album.pictures.items()}
        models = [album.routine for album in self.albums]
        if self.program is None:
            return replace(Selection.of(*models), sources=sources, pictures=pictures)
        program = self.program.model
        entries = tuple(
            Entry(model, part.minutes, part.keep) for model, part in zip(models, program.parts, strict=True)
        )
        prepare, after, lengths = tuple(program.prepare), tuple(program.after), program.lengths
        return Selection(program.name, entries, lengths, prepare, after, lengths.standard, sources, pictures)


def gather(names: Sequence[str], own: Path | None = None) -> Selection:
    """What is called by these names: routines, or programs and so the routines in them; UserError with every fault.

    Names are looked for in the folder `own` too, and there first.
    """
    found = [open_file(file_named(name, own), own).selection for name in names]
    if len(found) == 1:
        return found[0]
    entries = [entry for selection in found for entry in selection.entries]
    sources = dict.fromkeys(source for selection in found for source in selection.sources)
    pictures = {path: picture for selection in found for path, picture in selection.pictures.items()}
    name = " + ".join(selection.name for selection in found)
    return Selection(name, tuple(entries), sources=tuple(sources), pictures=pictures)


def open_file(path: Path, own: Path | None = None) -> Opened:
    """The routine in a file, or the program and its routines; UserError with every fault."""
    text = read_text(path)
    if kind_of(text) != "program":
        return Opened((_load(path, text),))
    document = understood(path, text, Program)
    faults = [*_icon_faults(document, ("prepare", "after")), *_length_faults(document), *_glyph_faults(document)]
    albums = []
    for index, member in enumerate(document.model.parts):
        try:
            found = _member(document, index, member, own)
            albums.append(_load(found, read_text(found)))
        except UserError as error:
            faults += error.faults
        if (steps := sum(len(album.routine.steps) for album in albums)) > MOST_STEPS:
            problem = f"With this routine the program has {steps:,} steps; {MOST_STEPS:,} is the most."
            faults.append(document.fault(("parts", index, "routine"), problem, "Make two programs of it."))
        if len(faults) >= MOST_FAULTS or steps > MOST_STEPS:
            break
    if faults:
        raise UserError(sorted(faults, key=lambda fault: (fault.file != path, fault.line or 0)))
    return Opened(tuple(albums), document)


def _member(document: Document[Program], index: int, member: Member, own: Path | None) -> Path:
    """The file of a program's routine: by its name, or beside the program; UserError when there is none."""
    place, found = ("parts", index, "routine"), beside(document.path, member.routine)
    if member.routine in programs(own) or (found and kind_of(read_text(found)) == "program"):
        problem = f"'{member.routine}' is a program."
        raise UserError(document.fault(place, problem, "Name the routines that are in it."))
    if found:
        return found
    known = routines(own)
    if member.routine not in known:
        problem = f"There is no routine '{shortened(member.routine)}', and no such file beside this program."
        raise UserError(document.fault(place, problem, suggest(member.routine, known)))
    return known[member.routine]


def is_path(name: str) -> bool:
    """Somebody means a file, not what is found under a name."""
    return name.endswith(YAML) or "/" in name or "\\" in name


def file_named(name: str, own: Path | None = None) -> Path:
    """The file of a routine or a program: the one named, or the one found under the name; UserError for neither."""
    if not is_path(name) and Path(name).is_file():
        remedy = f"Give it a name that ends in {YAML[0]}."
        raise UserError(Fault("This file has not the name of a routine's file.", remedy, Path(name)))
    return Path(name) if is_path(name) else choose("routine", name, routines(own) | programs(own))


def load(name_or_path: str, own: Path | None = None) -> Routine | Program:
    """The routine or the program of this name, or in this file; UserError with every fault, of its routines too."""
    return open_file(file_named(name_or_path, own), own).written


def _load(path: Path, text: str) -> Album:
    albums: list[Album] = []
    understood(path, text, Routine, partial(_all_faults, albums=albums))
    return albums[0]


def routine_faults(document: Document[Routine]) -> Iterator[Fault]:
    """Everything wrong with a routine that its model does not say."""
    return _all_faults(document, [])


def _all_faults(document: Document[Routine], albums: list[Album]) -> Iterator[Fault]:
    """The faults of a routine and of its pictures, which are read but once: the album goes to `albums`."""
    albums.append(Album(document))
    yield from _rule_faults(document)
    yield from drawing_faults(document)
    yield from albums[0].faults
    yield from _glyph_faults(document)


def _rule_faults(document: Document[Routine]) -> Iterator[Fault]:
    """The rules that types cannot say."""
    routine = document.model
    yield from _check_area(document, ("area",), routine.area)
    yield from _icon_faults(document, ("prepare", "principles", "after"))
    yield from _length_faults(document)
    earlier: Counter[str] = Counter()
    sizes: dict[str, int] = {}
    for index, step in enumerate(routine.steps):
        yield from _check_step(document, index, step, earlier)
        earlier[step.id] += 1
        sizes[step.id] = 1 + sum(sizes.get(name, 0) for name in step.repeats)
        if sizes[step.id] > MOST_REPEATED:
            problem = f"With all that the steps repeat that it repeats, this step is {sizes.pop(step.id)} steps."
            yield document.fault(("steps", index, "repeats"), problem, f"{MOST_REPEATED} is the most: repeat fewer.")


def _length_faults(document: Document[Routine] | Document[Program]) -> Iterator[Fault]:
    """Lengths that do not grow from short to long."""
    lengths = document.model.lengths
    given = [minutes for minutes in (lengths.short, lengths.standard, lengths.long) if minutes]
    if given != sorted(given):
        remedy = "Let 'short' be the least and 'long' the most."
        yield document.fault(("lengths",), f"These lengths do not grow: {', '.join(map(str, given))}.", remedy)


def _icon_faults(document: Document[Routine] | Document[Program], lists: Sequence[str]) -> Iterator[Fault]:
    """Notes with an icon that does not exist."""
    icons = data("icons", ".svg")
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
        if name not in earlier and not document.faults:  # a step with a fault may have been taken out
            remedy = suggest(name, earlier) if earlier else "Remove 'repeats' from the first step."
            yield document.fault((*here, "repeats", number), f"No earlier step has the id '{name}'.", remedy)
    for number, action in enumerate(step.actions):
        place = (*here, "phases", number - 1) if number else here
        if (force := action.force) and not (force.level or (force.out and force.back) or force.using):
            remedy = "Write 'level', or 'out' and 'back' together, or 'using: body-weight'."
            yield document.fault((*place, "pressure"), "This pressure says no level.", remedy)
        if (force := action.force) and force.level and (force.out or force.back):
            remedy = "Write 'level' alone, or 'out' and 'back' together."
            yield document.fault((*place, "pressure"), "This pressure says a level twice.", remedy)


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


def _glyph_faults(document: Document[Routine] | Document[Program]) -> Iterator[Fault]:
    if not missing("".join(set().union(*(text for _, text in document.texts)))):
        return
    unprinted = _unprinted(document)
    for spot, text in document.texts:
        if spot not in unprinted and (unknown := missing(text)):
            said = [f"'{char}' (U+{ord(char):04X}{_name(char)})" for char in unknown[:MOST_CHARACTERS]]
            more = ", and more" if len(unknown) > len(said) else ""
            remedy = "Leave it out, or write it in another way."
            yield document.fault_at(spot, f"The fonts have no glyph for {', '.join(said)}{more}.", remedy)


def _name(char: str) -> str:
    name = unicodedata.name(char, "")
    return name and f", {name.lower()}"


def _unprinted(document: Document[Routine] | Document[Program]) -> set[Spot]:
    """Where the names of pictures stand."""
    steps = document.model.steps if isinstance(document.model, Routine) else ()
    return {document.marks.spot(("steps", index, "image")) for index, step in enumerate(steps) if step.image}
