"""Languages of the user's own: what they lack is printed in English."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.files.folders import DATA
from cardgen.wording.words import languages
from tests.support.commands import run
from tests.support.folders import ROOT
from tests.support.own_files import write_own
from tests.support.printed import page_texts

pytestmark = pytest.mark.usefixtures("own_files")


def german() -> Path:
    """A language of the user's own: the English words, some of them translated."""
    english = (DATA / "languages" / "en" / "words.yaml").read_text(encoding="utf-8")
    changed = english.replace("language: English", "language: Deutsch").replace("  light: Light", "  light: Leicht")
    changed = changed.replace("  the spine: Spine", "  the spine: Wirbelsäule")
    return write_own("languages/tlh/words.yaml", changed.replace("name: Back\n", "name: Rücken\n"))


def test_an_own_language_is_printed() -> None:
    german()
    assert "tlh              Deutsch" in run("list", "languages").output
    result = run("cards", "back-relaxing", "--language", "tlh")
    assert result.exit_code == 0, result.output
    texts = " ".join(page_texts(Path("back-relaxing-cards.pdf").read_bytes()))
    assert "Wirbelsäule" in texts
    assert "Leicht" in texts
    for command in ("booklet", "plan", "show"):
        assert run(command, "back-relaxing", "--language", "tlh").exit_code == 0
    output = run("cards", "joints", "--language", "qqqq").output
    assert f"Write one of: {', '.join(languages())}." in output
    assert {"en", "tlh"} <= set(languages())


def test_what_a_language_lacks_is_printed_in_english_with_a_warning() -> None:
    text = german().read_text(encoding="utf-8")
    write_own("languages/tlh/words.yaml", text.replace("  light: Leicht\n", "").replace("    name: Rücken\n", ""))
    result = run("cards", "back-relaxing", "--language", "tlh")
    assert result.exit_code == 0
    for missing in ("levels: No words for 'light'", "areas: No words for 'back.name'"):
        (line,) = [line for line in result.output.splitlines() if missing in line]
        assert line.startswith("Warning: ")
        assert line.endswith(f": {missing}. English is printed instead.")
        assert line.lower().count("warning") == 1
    texts = " ".join(page_texts(Path("back-relaxing-cards.pdf").read_bytes()))
    assert "Wirbelsäule" in texts
    assert "Light" in texts


def test_a_few_words_make_a_language() -> None:
    write_own("languages/tlh/words.yaml", "language: Deutsch\nlevels: {light: Leicht}\n")
    result = run("cards", "back-relaxing", "--language", "tlh")
    assert result.exit_code == 0
    assert "more. English is printed instead." in result.output
    assert "Leicht" in " ".join(page_texts(Path("back-relaxing-cards.pdf").read_bytes()))


def test_own_english_words_replace_only_those_that_they_name() -> None:
    write_own("languages/en/words.yaml", "language: English\nphrases: {receiver: 'Client: {{ position }}'}\n")
    assert run("cards", "joints").exit_code == 0
    texts = " ".join(page_texts(Path("joints-cards.pdf").read_bytes()))
    assert "Client:" in texts
    assert "Safety first" in texts


def test_phrases_that_cannot_be_filled_are_faults() -> None:
    text = german().read_text(encoding="utf-8")
    text = text.replace("{{ technique }}. {{ where }}", "{{ technik }}. {{ where }}")
    text = text.replace("{{ steps }} again,", "{{ steps }} again{% if %},")
    text = text.replace('word: "Each {{ limb }}"', 'word: "Je {{ glied }}"')
    write_own("languages/tlh/words.yaml", text)
    result = run("cards", "joints", "--language", "tlh")
    assert result.exit_code != 0
    assert "There is no 'technik' for this phrase.\n" in result.output
    assert "Write one of: technique, where." in result.output
    assert "There is no 'glied' for this phrase.\n" in result.output
    assert "This phrase cannot be filled" in result.output


@pytest.mark.parametrize("command", [("plan", "joints"), ("legend",)])
def test_an_unknown_language_is_told_how_to_make_one(command: tuple[str, ...]) -> None:
    output = run(*command, "--language", "de").output
    assert "There is no language 'de'.\n" in output
    assert "To make one, see 'A language of your own' in docs/settings.md." in output
    assert "## A language of your own" in (ROOT / "docs/settings.md").read_text(encoding="utf-8")
