"""One key that is written wrong is one mistake, and its remedy names what is there, not a comma that is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cardgen.errors import UserError
from cardgen.model.routine import Routine
from cardgen.reading.documents import read_document

LINES = {
    "name": "Slow hand",
    "summary": "A massage.",
    "area": "arms",
    "receiver": "seated",
    "prepare": "[{icon: oil, do: Warm it.}]",
    "steps": "",
}
STEP = {
    "name": "Press",
    "technique": "pressing",
    "where": "The palm",
    "hands": "thumbs",
    "pressure": "light",
    "repeat": "3",
    "direction": "inward",
    "cue": "Press.",
    "detail": "Press slowly.",
    "minutes": "1",
}


def reports(folder: Path, file: dict[str, str], step: dict[str, str]) -> list[tuple[str, str]]:
    lines = [f"{key}: {value}" for key, value in file.items()]
    lines += ["  - id: press", *(f"    {key}: {value}" for key, value in step.items())]
    path = folder / "routine.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    try:
        read_document(path, Routine)
    except UserError as error:
        return [(fault.problem, fault.remedy) for fault in error.faults]
    return []


def test_the_routine_is_right_as_it_is(tmp_path: Path) -> None:
    assert reports(tmp_path, LINES, STEP) == []


@pytest.mark.parametrize(
    ("key", "braces", "remedies"),
    [
        ("repeat", "{times:3}", ["Write 'times: 3'."]),
        ("repeat", '{"times:3"}', ["Write {times: 3}."]),
        ("repeat", '{"times: 3"}', ["Write {times: 3}."]),
        ("repeat", "{times: 3, hold:5 s}", ["Write 'hold: 5 s'."]),
        ("repeat", "{times:3, note:slowly}", ["Write 'times: 3'.", "Write 'note: slowly'."]),
        ("repeat", "{sets:2,times:3}", ["Write 'sets: 2'.", "Write 'times: 3'."]),
        ("hands", "{use:thumbs}", ["Write 'use: thumbs'."]),
        ("hands", "{thumbs}", ["Write 'thumbs' without braces."]),
        ("hands", "{thumbs, note: flat}", ["Write 'use: thumbs'."]),
        ("hands", "{use thumbs, note: flat}", ["Write 'use: ...'."]),
        ("pressure", "{level:light, note: never more}", ["Write 'level: light'."]),
        ("pressure", "{light}", ["Write 'light' without braces."]),
        ("direction", "{way: inward, note:to the wrist}", ["Write 'note: to the wrist'."]),
        ("direction", "{way:inward}", ["Write 'way: inward'."]),
        ("minutes", "{about:2}", ["Write 'about: 2'."]),
        ("minutes", "{about 2}", ["Write 'about: ...'."]),
        ("repeat", "{30 s}", ["Write '30 s' without braces."]),
    ],
)  # fmt: skip
def test_each_mistake_in_braces_is_told_once(key: str, braces: str, remedies: list[str], tmp_path: Path) -> None:
    told = reports(tmp_path, LINES, STEP | {key: braces})
    assert [remedy for _, remedy in told] == remedies
    assert not any("comma" in problem for problem, _ in told)


def test_a_comma_in_a_text_is_still_told(tmp_path: Path) -> None:
    told = reports(tmp_path, LINES, STEP | {"hands": "{use: palms, note: above, below}"})
    assert told == [("A comma cuts off this text before 'below'.", "Put quotes around the whole text.")]


@pytest.mark.parametrize("change", [str.title, str.upper])
@pytest.mark.parametrize("key", {**LINES, **STEP})
def test_a_key_in_capitals_is_told_once(key: str, change: Callable[[str], str], tmp_path: Path) -> None:
    file = {change(name) if name == key else name: value for name, value in LINES.items()}
    step = {change(name) if name == key and key not in LINES else name: value for name, value in STEP.items()}
    told = reports(tmp_path, file, step)
    assert told == [(f"There is no key '{change(key)}' here.", f"Did you mean '{key}'?")]


def test_an_icon_as_a_key_is_told_with_its_note(tmp_path: Path) -> None:
    ((problem, remedy),) = reports(tmp_path, LINES | {"prepare": "[{oil: Warm it.}]"}, STEP)
    assert (problem, remedy) == ("There is no key 'oil' here.", "Write {icon: oil, do: Warm it.}.")


def test_what_is_below_a_misspelled_key_is_checked_too(tmp_path: Path) -> None:
    lines = {("Steps" if key == "steps" else key): value for key, value in LINES.items()}
    told = reports(tmp_path, lines, STEP | {"pressure": "lihgt"})
    assert [remedy for _, remedy in told] == ["Did you mean 'steps'?", "Did you mean 'light'?"]
