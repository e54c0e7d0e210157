"""A run loads only what its command needs, and what few documents need only for those."""

from __future__ import annotations

import copy
import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import cardgen
from cardgen.files.folders import DATA
from cardgen.files.own_files import own_folder
from cardgen.startup import FOREIGN_MODULES, RARE_MODULES, late_patterns
from tests.support.pictures import MARKS, illustrated, marked
from tests.support.printed import page_texts
from tests.support.together import together

pytestmark = pytest.mark.usefixtures("empty_folder")

ENGLISH = DATA / "languages" / "en" / "words.yaml"


def loaded(*command: str) -> set[str]:
    """The modules that a command loads in its own process."""
    started = [sys.executable, "-X", "importtime", "-m", "cardgen", *command]
    output = subprocess.run(started, check=True, capture_output=True, text=True).stderr
    return set(re.findall(r"^import time: .*\| +(\S+)$", output, re.MULTILINE))


def test_cards_load_only_what_they_need() -> None:
    names = loaded("cards", "joints", "-o", "cards.pdf")
    assert {"cardgen.jobs.cards", "reportlab.pdfgen.canvas"} <= names
    assert not names & {"jinja2", "PIL.ExifTags", "PIL._imaging", "pypdf", "multiprocessing", "concurrent.futures"}
    assert not names & {"statistics", "tempfile", "dataclasses"}
    assert "random" not in names or "urllib.request" in names, "older versions of reportlab load both"
    assert not [
        name
        for name in names
        if name.startswith(
            (
                "cardgen.jobs.batch.",
                "cardgen.pdf.inspection.document",
                "cardgen.pdf.inspection.sources",
                "cardgen.exchange",
            )
        )
    ]
    assert not names & {"cardgen.jobs.booklet", "cardgen.layouts.booklet.book", "cardgen.artwork.pictures.raster"}
    assert not names & {name for name in RARE_MODULES if name.startswith("cardgen.")}


def test_the_list_of_commands_loads_none_of_them() -> None:
    names = loaded("--help")
    assert not [name for name in names if name.startswith(("cardgen.cli.commands.", "cardgen.layouts", "pypdf"))]


@together
@pytest.mark.parametrize("name", RARE_MODULES)
def test_modules_that_are_loaded_late_exist(name: str) -> None:
    assert find_spec(name)


def test_jinja_is_loaded_for_a_language_with_conditions() -> None:
    words = ENGLISH.read_text(encoding="utf-8")
    words = words.replace('again: "{{ steps }} again"', 'again: "{{ steps }}{% if steps %} noch einmal{% endif %}"')
    path = own_folder() / "languages" / "de" / "words.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(words, encoding="utf-8")
    assert "jinja2" in loaded("cards", "back-relaxing", "--language", "de", "-o", "cards.pdf")
    assert "noch einmal" in " ".join(page_texts(Path("cards.pdf").read_bytes()))


def test_pillow_is_loaded_for_a_picture_of_pixels() -> None:
    Path("mark.png").write_bytes(MARKS["mark.png"])
    assert "PIL._imaging" in loaded("cards", str(illustrated(Path(), "mark.png")), "-o", "cards.pdf")
    assert len(marked(Path("cards.pdf").read_bytes())) == 1


@pytest.mark.parametrize(
    "use", ["from cardgen import CardsJob; CardsJob", "import cardgen.web.answers", "import cardgen.pdf.document"]
)
def test_a_program_that_uses_cardgen_runs_no_module_for_reportlab(use: str) -> None:
    for name in FOREIGN_MODULES:
        Path(f"{name}.py").write_text(f"print('{name}')", encoding="utf-8")
    run = subprocess.run([sys.executable, "-c", use], check=True, capture_output=True, text=True)
    assert run.stdout == ""


def test_the_public_names_are_listed() -> None:
    assert set(cardgen.__all__) <= set(dir(cardgen))


@pytest.mark.parametrize(("name", "form"), [("bz2", "bztar"), ("lzma", "xztar")])
def test_a_compressor_that_is_missing_is_not_promised(name: str, form: str) -> None:
    lines = (
        "import sys", f"sys.modules['_{name}'] = None", "from cardgen.startup import hurry", "hurry()", "import shutil",
        "print(*(form for form, _ in shutil.get_archive_formats()))",
    )  # fmt: skip
    run = subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True, capture_output=True, text=True)
    assert form not in run.stdout.split()
    assert "zip" in run.stdout.split()


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda late: pickle.loads(pickle.dumps(late))])
def test_a_late_pattern_can_be_copied(copied: Callable[[Any], Any]) -> None:
    with late_patterns():
        late = re.compile("a+", flags=re.IGNORECASE)
    assert copied(late) == re.compile("a+", re.IGNORECASE)
    assert late.fullmatch("AA")
