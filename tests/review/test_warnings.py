"""Each warning has a case in `data/warnings/`: a file of its name, with the output of `cardgen check` next to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import get_args

import pytest

from cardgen.artwork.risks import risks
from cardgen.artwork.views import view
from cardgen.errors import Fault
from cardgen.files.reading import read_text
from cardgen.library.finding import routines
from cardgen.reading.file_kinds import FileKind
from cardgen.reading.parser import Origin
from cardgen.review.report import reviewed_files
from cardgen.review.warnings import LAST, find_warnings, load_warning, warnings
from cardgen.review.warnings.laid_out.text_too_long import smallest_cards
from cardgen.sheets.stock import stock, stocks
from tests.support.commands import run
from tests.support.expected import Expected
from tests.support.folders import TEST_DATA
from tests.support.sampling import Sampling
from tests.support.together import together

FOLDER = TEST_DATA / "warnings"
CASES = sorted(FOLDER.glob("*.yaml"))
WHAT_FITS = {"clean", *(name.replace("_", "-") for name in warnings().keys() - warnings(quick=True))}
"""Cases of warnings that lay pages out, and one without any."""
ZONES = {
    "throat", "neck", "eyes", "armpit", "inner upper arm", "elbow", "upper belly", "kidneys", "groin", "inner thigh",
    "back of the knee", "spine", "shin", "kneecap", "breast",
}  # fmt: skip
"""The places that take no pressure, from the fact sheet on massage."""


def found_by(name: str, path: Path) -> Iterator[Fault]:
    """The warnings of one module about a file."""
    module = load_warning(warnings()[name])
    for file in reviewed_files(Origin(path, read_text(path))):
        if file.kind in module.FILE_KINDS:
            yield from module.find(file)


def test_there_are_warnings() -> None:
    assert warnings()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case_is_as_expected(case: Path, expected: Expected, monkeypatch: pytest.MonkeyPatch) -> None:
    """What fits on pages takes long to find out: in the usual run it is left out where it is not the subject."""
    if not Sampling.everything and case.stem not in WHAT_FITS:
        monkeypatch.setattr("cardgen.review.report.find_warnings", partial(find_warnings, quick=True))
    output = run("check", str(case)).output
    expected.check(case.with_suffix(".txt"), output.replace(f"{FOLDER}/", "").replace(smallest_cards()[0], "SMALLEST"))


@pytest.mark.parametrize("name", warnings(quick=not Sampling.everything))
def test_a_warning_is_found_in_its_case_and_not_in_a_clean_file(name: str) -> None:
    """Those that lay pages out are found by the test above, in the usual run."""
    found = list(found_by(name, FOLDER / f"{name.replace('_', '-')}.yaml"))
    assert found
    assert all(fault.warning and fault.line and fault.remedy for fault in found)
    assert list(found_by(name, FOLDER / "clean.yaml")) == []


@together
@pytest.mark.parametrize("name", warnings())
def test_a_warning_is_for_known_kinds_of_files_and_has_help(name: str) -> None:
    module = load_warning(warnings()[name])
    assert module.FILE_KINDS
    assert set(module.FILE_KINDS) <= set(get_args(FileKind))
    assert (module.__doc__ or "").split("\n\n")[0].rstrip().endswith(".")


@pytest.mark.parametrize("name", ["back-relaxing", "abdomen", "neck-shoulders-seated", "legs-front"])
def test_a_routine_that_loses_its_cautions_and_places_to_avoid_is_warned_of(tmp_path: Path, name: str) -> None:
    lines = routines()[name].read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(("    caution:", "    ours:", "      avoid:"))]
    (tmp_path / "bold.yaml").write_text("\n".join(kept), encoding="utf-8")
    assert list(found_by("missing_caution", tmp_path / "bold.yaml"))


def test_what_is_looked_for_last_is_a_warning() -> None:
    assert set(LAST) <= warnings(quick=True).keys()


def test_the_smallest_cards_are_those_with_the_least_area() -> None:
    _, form = smallest_cards()
    areas = [stock(name).width * stock(name).height for name in stocks()]
    assert form.size.width * form.size.height == pytest.approx(min(areas))


def test_every_place_without_pressure_is_known() -> None:
    known = " ".join(f"{risk.name} {' '.join(risk.words)}" for risk in risks())
    assert [zone for zone in ZONES if zone not in known] == []
    for risk in risks():
        for shown, names in risk.regions.items():
            assert set(names) <= {region.partition(".")[0] for region in view(shown).regions}


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("where", 60 * "W"),
        ("caution", 8 * "Never on skin that is broken, on swollen veins, or on bone. "),
        ("where", "Back"),
    ],
)
def test_every_command_that_refuses_a_routine_is_named(key: str, text: str, tmp_path: Path) -> None:
    step = {"id": "one", "name": "Press", "technique": "pressing", "where": "Back", "cue": "Press.", "detail": "Slow."}
    lines = (f"    {name}: '{value.strip()}'\n" for name, value in {**step, key: text}.items())
    path = tmp_path / "press.yaml"
    head = "name: Press\nsummary: s\narea: back\nreceiver: prone\nsteps:\n  -\n"
    path.write_text(head + "".join(lines), encoding="utf-8")
    report = run("check", str(path)).output
    for command in ("cards", "cards --layout overview", "plan", "booklet"):
        result = run(*command.split(), str(path), "-o", str(tmp_path / "made.pdf"))
        assert (result.exit_code == 2) == (f"`cardgen {command}` refuses this" in report), command
        assert text.strip()[:20] in result.output or result.exit_code == 0
