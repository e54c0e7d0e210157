"""The README and the guide: every example runs, what they quote is what is printed, and their links lead somewhere."""

from __future__ import annotations

import doctest
import re
import runpy
import shlex
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

import click
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

import cardgen
from cardgen.cli import main
from cardgen.errors import install_remedy
from tests.support.commands import run
from tests.support.expected import Expected
from tests.support.folders import ROOT

README, DOCS = ROOT / "README.md", ROOT / "docs"
PAGES = [README, *sorted(DOCS.glob("*.md"))]
REFERENCE, AMOUNTS = DOCS / "commands.md", DOCS / "amounts.md"
BY_HAND = [page for page in PAGES if page != REFERENCE]
ENDLESS = ("watch", "web")
"""Commands that run until somebody stops them."""
STEP = """\
name: Tired hands
summary: A minute for each hand.
area: arms
receiver: seated
steps:
  - id: stroke-palm
    name: Stroke the palm
    technique: stripping
    where: From the wrist to the fingers
    cue: Stroke from the wrist out to each finger.
    detail: Hold the hand in both of yours.
"""
"""A routine whose only step says no more than it must."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with my-routine.yaml in it. It is the user's own folder too, so that settings hold at once."""
    here = tmp_path / "cardgen"
    here.mkdir()
    monkeypatch.chdir(here)
    for variable in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    output_of("cardgen new my-routine")


def output_of(command: str) -> str:
    """What a command prints; it must succeed. A batch takes no further processes: to start them takes longer."""
    result = run(*shlex.split(command)[1:], CARDGEN_JOBS="1")
    assert result.exit_code == 0, f"{command}\n{result.output}"
    return result.output


def parsed(page: Path) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))


def blocks(page: Path) -> Iterator[tuple[list[str], Token]]:
    """Every block of code, with what is written behind its fence: a language, and the name of a file."""
    return ((token.info.split(), token) for token in parsed(page) if token.type in ("fence", "code_block"))


def inline(page: Path, kind: str) -> Iterator[Token]:
    """Every part of a text that is of one kind: a link, a piece of code."""
    return (child for token in parsed(page) for child in token.children or () if child.type == kind)


def replayed(page: Path) -> str:
    """The page with its files written, its commands run, and what they print filled in, from top to bottom."""
    lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
    printed, quoted = "", []
    for info, block in blocks(page):
        if info[1:]:
            Path(info[1]).write_text(block.content, encoding="utf-8")
        elif info == ["text"] and printed:
            quoted.append((block.map or [0, 0], printed))
        elif not info:
            for line in filter(runs, block.content.splitlines()):
                printed = output_of(line)
    for (first, last), text in reversed(quoted):
        lines[first + 1 : last - 1] = text.splitlines(keepends=True)
    return "".join(lines)


def runs(line: str) -> bool:
    """A line is a command of cardgen that comes to an end."""
    words = line.split()
    return words[:1] == ["cardgen"] and words[1] not in ENDLESS


@pytest.mark.parametrize("page", BY_HAND, ids=lambda page: page.stem)
def test_examples_run_and_print_what_the_page_quotes(page: Path, expected: Expected) -> None:
    expected.check(page, replayed(page))


def test_the_guide_has_examples() -> None:
    lines = [line for page in BY_HAND for info, block in blocks(page) for line in block.content.splitlines()]
    assert len(list(filter(runs, lines))) > 50


def test_the_reference_is_what_the_program_says(expected: Expected) -> None:
    expected.check(REFERENCE, runpy.run_path(str(DOCS / "commands.py"))["page"]())


def test_the_page_of_sessions_is_what_the_program_plans(expected: Expected) -> None:
    expected.check(DOCS / "session-lengths.md", runpy.run_path(str(DOCS / "session_table.py"))["session_page"]())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_and_options_that_a_page_names_exist(page: Path) -> None:
    code = [token.content for token in (*inline(page, "code_inline"), *(block for _, block in blocks(page)))]
    named = re.findall(r"^cardgen ([a-z]+)|(?<![\w-])(--[a-z][a-z-]+)", "\n".join(code), re.MULTILINE)
    assert {command or option for command, option in named} <= commands_and_options()


def test_the_examples_in_python_run() -> None:
    names: dict[str, object] = {}
    for info, block in blocks(DOCS / "python.md"):
        assert info == ["python"]
        exec(block.content, names)
    assert Path("legs-back-cards.pdf").read_bytes().startswith(b"%PDF-")
    assert doctest.testmod(cardgen).failed == 0


def test_public_names_are_explained() -> None:
    named = {token.content for token in inline(DOCS / "python.md", "code_inline")}
    assert set(cardgen.__all__) <= named
    assert all(hasattr(cardgen, name) for name in cardgen.__all__)


def commands_and_options() -> set[str]:
    """The names of all commands, and of all their options."""
    group = click.Context(main)
    found = {name: command for name in main.list_commands(group) if (command := main.get_command(group, name))}
    params = [param for command in (main, *found.values()) for param in command.get_params(click.Context(command))]
    return {*found, *(option for param in params for option in (*param.opts, *param.secondary_opts))}


def test_every_command_is_in_the_guide() -> None:
    guide = "\n".join(page.read_text(encoding="utf-8") for page in BY_HAND)
    assert [name for name in main.list_commands(click.Context(main)) if f"cardgen {name}" not in guide] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    targets = [str(token.attrs["href"]) for token in inline(page, "link_open")]
    targets += re.findall(r'<img src="([^"]+)"', page.read_text(encoding="utf-8"))
    for target in targets:
        path, _, anchor = target.partition("#")
        aim = page.parent / path if path else page
        assert aim.exists(), target
        assert not anchor or anchor in anchors(aim), target


def anchors(page: Path) -> set[str]:
    """The headings of a page, as GitHub names them in links."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def promises() -> Iterator[tuple[str, list[str]]]:
    """What an author writes in a step, and the texts that its card then has, from the tables of amounts."""
    heading = ""
    for line in AMOUNTS.read_text(encoding="utf-8").splitlines():
        cells = line.strip("| ").split(" | ")
        if line.startswith("| You mean"):
            heading = cells[1]
        elif line.startswith("| ") and "**" in line:
            written = re.findall("`(.+?)`", cells[1])
            fields = [f"repeat: {{{written[0]}}}"] if heading == "You write" else written
            yield "\n".join(fields), re.findall(r"\*\*(.+?)\*\*", cells[2])


@pytest.mark.parametrize(("fields", "texts"), list(promises()))
def test_a_card_says_what_the_tables_of_amounts_promise(fields: str, texts: list[str]) -> None:
    Path("step.yaml").write_text(STEP + indent(fields, "    "), encoding="utf-8")
    card = " ".join(output_of("cardgen show step.yaml").partition("STROKE THE PALM")[2].split())
    assert [text for text in texts if text not in card] == []


@pytest.mark.parametrize(
    "fields", [block.content for page in BY_HAND for info, block in blocks(page) if info == ["yaml"]]
)
def test_a_part_of_a_step_is_understood(fields: str) -> None:
    Path("step.yaml").write_text(STEP + fields, encoding="utf-8")
    output_of("cardgen check step.yaml")


@pytest.mark.parametrize("extra", ["web", "png", "dask"])
def test_what_is_installed_later_is_installed_as_the_readme_says(extra: str) -> None:
    """From the folder of the project, with the same versions: cardgen is in no index of packages."""
    command = shlex.split(install_remedy(extra).partition(": ")[2])
    readme = next(line for line in README.read_text(encoding="utf-8").splitlines() if "pip install" in line)
    assert command[:4] == [sys.executable, "-m", "pip", "install"]
    assert " ".join(command[4:6]) in readme
    assert command[6] == f".[{extra}]"
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert extra in pyproject["project"]["optional-dependencies"]


def test_the_readme_is_short() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) <= 150
