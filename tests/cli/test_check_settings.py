"""`cardgen check` reads a settings file as what it is, wherever it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.commands import run

pytestmark = pytest.mark.usefixtures("own_files")


@pytest.mark.parametrize("text", ["paper: letter\ntheme: mono\n", "", "---\n", "~\n", "# nothing yet\n"])
def test_good_settings_are_no_routine(text: str) -> None:
    Path("config.yaml").write_text(text, encoding="utf-8")
    for named in ("config.yaml", "."):
        result = run("check", named)
        assert result.exit_code == 0
        assert result.output == "config.yaml: your settings, no faults.\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("paper letter\n", "config.yaml:1:1: There is no colon and space after 'paper'."),
        ("[]\n", "config.yaml:1:1: This file holds a list, and no keys."),
        ("{", "config.yaml:1:1: This { is not closed."),
        ("theme: mono\npaper: [\n", "config.yaml:2:8: This [ is not closed."),
        ("}\n", "config.yaml:1:1: This } has no opening bracket before it."),
        ("paper: a9\n", "config.yaml:1:8: There is no paper 'a9'."),
        ("routines: ~/nowhere at all\n", "config.yaml:1:11: There is no folder '~/nowhere at all'."),
    ],
)
def test_bad_settings_are_reported_with_their_line(text: str, problem: str) -> None:
    Path("config.yaml").write_text(text, encoding="utf-8")
    result = run("check", "config.yaml")
    assert result.exit_code == 2
    assert result.output.startswith(problem)
