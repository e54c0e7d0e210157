"""No report proposes what means something else on a body or on a clock: `data/remedies.yaml` says what it must not."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from cardgen.artwork.views import views
from cardgen.errors import UserError
from cardgen.library.loading import load
from cardgen.model.areas import areas
from cardgen.model.vocabulary import Direction, HandPart, Level, Sides, Technique
from cardgen.suggestions import MEANINGS, SYNONYMS, suggest_on_body
from tests.support.folders import TEST_DATA
from tests.support.together import together

TABLE: dict[str, Any] = msgspec.yaml.decode((TEST_DATA / "remedies.yaml").read_bytes())
VOCABULARIES: dict[str, list[str]] = {
    "direction": [*get_args(Direction)],
    "hands": [*get_args(HandPart)],
    "pressure": [*get_args(Level)],
    "sides": [*get_args(Sides)],
    "technique": [*get_args(Technique)],
    "area": [*areas()],
}
ROUTINE = """
name: Test
summary: A test.
area: {area}
receiver: prone
steps:
  - id: one
    name: One
    technique: kneading
    where: The back
    cue: Knead.
    detail: Knead slowly.
"""
BRACES = re.compile(r"\{[^{}]*\}")
SURE = re.compile(r"Did you mean '(.+?)'")
WORDS = sorted(
    {*chain(*VOCABULARIES.values()), *SYNONYMS, *MEANINGS, *views()}
    | {part for word in chain(*VOCABULARIES.values()) for part in word.split("-")}
    | {word for words in TABLE["words"].values() for word in words}
)
"""Every word that the program knows, every part of one, and those of the table."""


def report(folder: Path, field: str, text: str) -> str:
    """The report of a routine with this text in a field of its step."""
    lines = "".join(f"{'  ' * depth}{key}:\n" for depth, key in enumerate(field.split("."), 2))
    written = f"{lines.rstrip()} '{text}'\n" if field != "area" else ""
    path = folder / "routine.yaml"
    path.write_text(ROUTINE.format(area=text if field == "area" else "back") + written, encoding="utf-8")
    with pytest.raises(UserError) as raised:
        load(str(path))
    return str(raised.value)


@together
@pytest.mark.parametrize("case", TABLE["amounts"], ids=lambda case: f"{case['field']} {case['text']}")
def test_a_remedy_keeps_the_meaning_of_an_amount(case: dict[str, Any], tmp_path: Path) -> None:
    remedy = report(tmp_path, case["field"], str(case["text"])).splitlines()[-1]
    assert [offer for offer in case["offers"] if offer not in remedy] == [], remedy
    assert [other for other in case["never"] if other in remedy] == [], remedy


def pasted(remedy: str, field: str) -> list[tuple[str, str]]:
    """Each text of a remedy that can be pasted, and the field that it is for."""
    found = re.findall(r"(?:write|Write)(?: what you mean:)? (.*)", remedy)
    groups = [group for text in found for group in BRACES.findall(text)]
    if groups:
        outer = field.partition(".")[0]
        return [(outer, group) for group in groups if "..." not in group]
    plain = re.match(r"Write ([^'{]+)\.$", remedy.strip())
    return [(field, plain[1])] if plain and re.match(r"\d", plain[1]) and " for " not in plain[1] else []


@together
@pytest.mark.parametrize("case", TABLE["amounts"], ids=lambda case: f"{case['field']} {case['text']}")
def test_a_remedy_is_accepted_as_it_is_given(case: dict[str, Any], tmp_path: Path) -> None:
    """What a report gives after a key is pasted there; then the file is read without a fault."""
    remedy = report(tmp_path, case["field"], str(case["text"])).splitlines()[-1]
    for field, text in pasted(remedy, case["field"]):
        keys = field.split(".")
        lines = "".join(f"{'  ' * depth}{key}:\n" for depth, key in enumerate(keys, 2))
        path = tmp_path / "mended.yaml"
        path.write_text(f"{ROUTINE.format(area='back')}{lines.rstrip()} {text}\n", encoding="utf-8")
        load(str(path))


def test_most_remedies_of_the_table_can_be_pasted(tmp_path: Path) -> None:
    reports = [(case["field"], report(tmp_path, case["field"], str(case["text"]))) for case in TABLE["amounts"]]
    amounts = [pasted(text.splitlines()[-1], field) for field, text in reports]
    assert sum(map(bool, amounts)) > len(amounts) / 2


@together
@pytest.mark.parametrize(
    ("field", "text"), [(field, word) for field, words in TABLE["words"].items() for word in words]
)
def test_a_report_does_not_replace_a_word_by_another_that_means_something_else(
    field: str, text: str, tmp_path: Path
) -> None:
    never = TABLE["words"][field][text]
    meant = SURE.findall(report(tmp_path, field, text))
    assert not (meant and ("*" in never or set(meant) & set(never))), meant


@pytest.mark.parametrize("field", VOCABULARIES)
def test_only_typos_and_synonyms_are_replaced(field: str) -> None:
    """Of all words that the program knows, none becomes another unless it is listed as the same on a body."""
    known = VOCABULARIES[field]
    for word in set(WORDS) - set(known):
        for meant in SURE.findall(suggest_on_body(word, known)):
            same = meant in SYNONYMS.get(word, "").split()
            assert same or word in (meant.removesuffix("s"), f"{meant}s"), f"{word} became {meant}"


@pytest.mark.parametrize("field", VOCABULARIES)
def test_a_word_with_several_meanings_is_answered_with_all_of_them(field: str) -> None:
    known = VOCABULARIES[field]
    for word, meanings in MEANINGS.items():
        possible = [meaning for meaning in meanings if meaning in known]
        remedy = suggest_on_body(word, known)
        assert word in known or all(f"'{meaning}'" in remedy for meaning in possible), remedy


def test_sides_of_a_phase_are_answered_with_two_steps(tmp_path: Path) -> None:
    path = tmp_path / "routine.yaml"
    phase = "{do: Left, technique: kneading, repeat: 3, sides: left}"
    path.write_text(f"{ROUTINE.format(area='back')}    phases: [{phase}]\n", encoding="utf-8")
    with pytest.raises(UserError, match="two steps instead, one with 'sides: left'"):
        load(str(path))


@pytest.mark.parametrize(
    ("name", "offers"),
    [("forearm", ["'forearm.right'", "'forearm.left'"]), ("hand", ["'hand.right'", "'hand.left'"]), ("face", [])],
)
def test_a_region_is_offered_on_either_side_and_none_of_another_name(
    name: str, offers: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "routine.yaml"
    path.write_text(f"{ROUTINE.format(area='arms')}    drawing: {{view: arm-back, area: [{name}]}}\n", encoding="utf-8")
    with pytest.raises(UserError) as raised:
        load(str(path))
    assert re.findall(r"'[^']+'", raised.value.faults[0].remedy) == offers


def test_one_region_that_is_no_list_gets_one_report_which_can_be_followed(tmp_path: Path) -> None:
    path = tmp_path / "routine.yaml"
    drawn = f"{ROUTINE.format(area='arms')}    drawing: {{view: arm-back, area: AREA}}\n"
    path.write_text(drawn.replace("AREA", "forearm.left"), encoding="utf-8")
    with pytest.raises(UserError) as raised:
        load(str(path))
    (fault,) = raised.value.faults
    path.write_text(drawn.replace("AREA", fault.remedy.removeprefix("Write a list: ").rstrip(".")), encoding="utf-8")
    load(str(path))
