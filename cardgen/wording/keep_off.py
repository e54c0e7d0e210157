"""Words where there must be no pressure: the cautions of the body areas that a session works on."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.planning.session import SessionPart
from cardgen.wording.conditions import is_list
from cardgen.wording.deck import Block
from cardgen.wording.safety_map import worked_areas
from cardgen.wording.sentences import listed
from cardgen.wording.words import Words


def keep_off_blocks(parts: Sequence[SessionPart], words: Words) -> tuple[Block, ...]:
    """The cautions of every body area that the parts work on, a line for each; none when there are none."""
    return _keep_off(listed(_cautions(parts, words)), words)


def keep_off_in_a_line(parts: Sequence[SessionPart], words: Words) -> tuple[Block, ...]:
    """The same as running text, with all places without pressure in one sentence."""
    return _keep_off(run_on(_cautions(parts, words), words), words)


def _keep_off(text: str, words: Words) -> tuple[Block, ...]:
    return (Block("no-go", words.say("keep_off"), text, about="places"),) if text else ()


def _cautions(parts: Sequence[SessionPart], words: Words) -> list[str]:
    """The cautions of every body area that the parts work on, each once."""
    areas = map(words.areas.__getitem__, worked_areas(parts))
    return list(dict.fromkeys(caution for area in areas for caution in (*area.on_map, *area.cautions)))


def run_on(cautions: Sequence[str], words: Words) -> str:
    """Cautions in a line: "No pressure on the throat or on the eyes. Keep off the groin."."""
    before, _, after = words.say("no_pressure_places", places="\n").partition("\n")
    places = [one for one in cautions if one.startswith(before) and one.endswith(after)]
    if not places[1:]:
        return " ".join(cautions)
    named = _name([one.removeprefix(before).removesuffix(after) for one in places], words)
    sentence = words.say("no_pressure_places", places=named)
    return " ".join(dict.fromkeys(sentence if one in places else one for one in cautions))


def _name(places: Sequence[str], words: Words) -> str:
    """Places in a list, which has semicolons if one of them is a list itself."""
    *others, last = places
    several = any(is_list(place, words) for place in places)
    return "; ".join(places) if several else words.say("conditions", others=", ".join(others), last=last)
