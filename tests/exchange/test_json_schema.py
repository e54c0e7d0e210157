"""The schemas for editors: another program validates files by them, and agrees with cardgen."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from jsonschema import Draft202012Validator

from cardgen.artwork.theme import read_theme, themes
from cardgen.artwork.views import crop, view, views
from cardgen.errors import Fault, UserError
from cardgen.exchange.json_schema import MODELS, field_texts, json_schema
from cardgen.exchange.starter import starter_text
from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_file
from cardgen.reading.documents import parse_document
from cardgen.reading.file_kinds import FileKind, file_kind
from cardgen.reading.parser import Origin, parse_yaml
from cardgen.sheets.stock import open_stock, stocks
from tests.support.commands import run
from tests.support.folders import ROOT, TEST_DATA
from tests.support.together import together

KINDS = tuple(MODELS)
FOUND: dict[FileKind, Callable[[], dict[str, Path]]] = {
    "routine": routines, "program": programs, "stock": stocks, "theme": themes,
}  # fmt: skip
OPENERS: dict[FileKind, Callable[[Path], object]] = {
    "routine": load_file, "program": load_file, "stock": open_stock, "theme": read_theme,
}  # fmt: skip
SHIPPED = [pytest.param(kind, path, id=path.stem) for kind in KINDS for path in FOUND[kind]().values()]
BAD = sorted((TEST_DATA / "bad").glob("*.yaml"))
GUIDE = sorted((ROOT / "docs").glob("*.md"))
WHOLE_FILE = re.compile(r"^```yaml \S+\n((?:name|summary): .*?)^```", re.MULTILINE | re.DOTALL)
"""A routine, a program or a stock that the guide shows; other files begin with other words."""
UNKNOWABLE = re.compile(
    "no glyph|used twice|No earlier step|no landmark|is outside|the same place|The drawing (goes|turns)|no file with"
    "|presses on|presses harder than|Only a hand has|is a program|larger number comes first|not between|do not increase"
    "|does not fit|text is empty|on which spots|which is not written here|is done only with|shows both sides"
    "|printed one after the other|and so is this step|his 'ring'|means when the routine is"
    "|the routine is done on each side|not done on one side and then"
)
"""Faults that a schema cannot know, or need not: fonts, other files, several places, geometry, what fits, spaces."""


@cache
def judge(kind: FileKind) -> Draft202012Validator:
    return Draft202012Validator(json.loads(json_schema(kind)))


def complaints(kind: FileKind, data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in judge(kind).iter_errors(data)]


def read(path: Path) -> tuple[FileKind, Any]:
    text = path.read_text(encoding="utf-8")
    return file_kind(text), parse_yaml(Origin(path, text)).data


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_is_valid(kind: FileKind) -> None:
    Draft202012Validator.check_schema(json.loads(json_schema(kind)))
    assert json.loads(json_schema(kind))["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(json_schema(kind))["title"] == f"A {kind} for cardgen"


@pytest.mark.parametrize(("kind", "path"), SHIPPED)
def test_what_ships_is_accepted(kind: FileKind, path: Path) -> None:
    assert complaints(kind, read(path)[1]) == []


def test_the_starter_and_the_files_of_the_guide_are_accepted() -> None:
    texts = [
        starter_text(Path("tired-hands.yaml")),
        *(text for page in GUIDE for text in WHOLE_FILE.findall(page.read_text(encoding="utf-8"))),
    ]
    assert len(texts) >= 4
    for text in texts:
        assert complaints(file_kind(text), parse_yaml(Origin(Path("x.yaml"), text)).data) == []


@together
@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_is_refused_if_a_schema_can_know(path: Path) -> None:
    try:
        kind, data = read(path)
    except UserError:
        return  # not YAML that a schema could validate
    faults = faults_of(path)
    known = [fault for fault in faults if not UNKNOWABLE.search(fault.problem)]
    assert bool(complaints(kind, data)) == bool(known) or (faults and not known)


def faults_of(path: Path) -> list[Fault]:
    """The faults of a file, except those of its YAML."""
    syntax_faults = parse_yaml(Origin(path, path.read_text(encoding="utf-8"))).faults
    try:
        load_file(path)
    except UserError as error:
        return [fault for fault in error.faults if fault.file == path and fault not in syntax_faults]
    return []


def test_there_are_bad_files_of_both_kinds() -> None:
    judged = {path.stem: bool(complaints(*read(path))) for path in BAD if path.stem in ("rules", "glyph", "program")}
    assert judged == {"rules": True, "glyph": False, "program": True}


OTHERS = (None, True, 3, 3.5, -1, 1000, "", "x", "light", "9 mm", [], {}, [3, 5], ["light", "firm"], {"about": 2})


def places(data: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The places of all values in a file."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield (*above, key)
        if isinstance(value, (dict, list)):
            yield from places(value, (*above, key))


def spoilt(data: Any, chance: random.Random) -> Any:
    """The same file with one change: another value, one more key, or one less key or entry."""
    data = json.loads(json.dumps(data))
    *above, last = chance.choice(list(places(data)))
    holder = data
    for key in above:
        holder = holder[key]
    change = chance.random()
    if change < 0.15:
        del holder[last]
    elif change < 0.25 and isinstance(holder, dict):
        holder["surprise"] = 1
    else:
        holder[last] = chance.choice(OTHERS)
    return data


def refused(judgement: Callable[[], object]) -> bool:
    try:
        judgement()
    except UserError:
        return True
    return False


@pytest.mark.one_in(8)
@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("routine", "joints"), ("routine", "back-relaxing"), ("routine", "legs-front"), ("program", "full-body"),
        ("stock", "avery-5388"), ("stock", "pouch-a4-4"), ("theme", "standard"),
    ],
)  # fmt: skip
def test_schema_and_program_agree(tmp_path: Path, kind: FileKind, name: str, seed: int) -> None:
    """The schema refuses what a model refuses, and cardgen refuses what the schema refuses."""
    data = read(FOUND[kind]()[name])[1]
    if kind == "routine":
        data["steps"] = data["steps"][:2]
    chance, path = random.Random(f"{name} {seed}"), tmp_path / "spoilt.yaml"
    for _ in range(12):
        text = yaml.safe_dump(spoilt(data, chance), sort_keys=False, allow_unicode=True)
        path.write_text(text, encoding="utf-8")
        found = complaints(kind, parse_yaml(Origin(path, text)).data)
        by_model = refused(lambda text=text: parse_document(path, text, MODELS[kind]))
        assert found or not by_model, text
        assert refused(lambda: OPENERS[kind](path)) or not found, (found, text)


def test_regions_must_be_in_their_view() -> None:
    data = read(routines()["joints"])[1]
    data["steps"] = data["steps"][:1]
    drawing = data["steps"][0]["drawing"]
    for name in views():
        regions = view(crop(name).view).regions
        drawing |= {"view": name, "area": list(regions)[:30], "avoid": [next(iter(regions))]}
        assert complaints("routine", data) == []
        drawing["avoid"] = ["nose" if "nose" not in regions else "sole"]
        assert complaints("routine", data)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_model_is_described(kind: FileKind) -> None:
    found = json.loads(json_schema(kind))
    models = {info["title"]: info for info in found["$defs"].values()} | {MODELS[kind].__name__: found}
    for name, definition in models.items():
        assert definition["additionalProperties"] is False
        for field, described in definition["properties"].items():
            assert re.fullmatch(r".{8,140}\.", described["description"]), f"{name}.{field}"
    fields = {field.encode_name for field in msgspec.structs.fields(MODELS[kind])}
    assert fields == set(found["properties"]) == set(field_texts(MODELS[kind]))


def test_descriptions_are_those_in_the_source() -> None:
    found = json.loads(json_schema("routine"))
    assert found["properties"]["steps"]["description"] == "The steps, in the order in which they are done."
    inherited = found["$defs"]["Phase"]["properties"]["technique"]["description"]
    assert inherited == "What the hands do; `cardgen list techniques` lists them all."


def test_another_process_makes_the_same_bytes() -> None:
    command = [sys.executable, "-m", "cardgen", "schema", "program"]
    made = [
        subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed}).stdout
        for seed in "12"
    ]
    assert made[0] == made[1]


@pytest.mark.parametrize("kind", KINDS)
def test_the_command_prints_or_writes_the_schema(tmp_path: Path, kind: FileKind) -> None:
    file = tmp_path / "a.json"
    printed = run("schema", kind)
    written = run("schema", kind, "-o", str(file))
    assert printed.output == json_schema(kind) == file.read_text(encoding="utf-8")
    assert written.output == f"Wrote {file}.\n"


def test_the_schema_is_of_a_routine_by_default() -> None:
    assert run("schema").output == json_schema("routine")
    assert "'routine', 'program', 'stock', 'theme'" in run("schema", "card").output


def test_the_starter_names_the_schema_file_that_its_notes_explain() -> None:
    text = starter_text(Path("tired-hands.yaml"))
    named = re.search(r"^# yaml-language-server: \$schema=(\S+)$", text, re.MULTILINE)
    assert named
    assert f"cardgen schema -o {named[1]}\n" in text
