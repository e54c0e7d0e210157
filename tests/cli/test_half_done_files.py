"""Settings and words that are wrong, empty or half done: no traceback, a place, a remedy, and English for the rest."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from cardgen.files.folders import DATA
from tests.support.commands import run
from tests.support.own_files import write_own
from tests.support.printed import page_texts
from tests.support.sampling import crossed

pytestmark = pytest.mark.usefixtures("own_files")

ENGLISH = (DATA / "languages" / "en" / "words.yaml").read_text(encoding="utf-8")
PRINTS = ("cards joints", "cards joints --layout overview --stock a5", "plan joints", "booklet joints", "legend")


def own_words(text: str) -> Path:
    return write_own("languages/tlh/words.yaml", text)


def changed(pattern: str, new: str) -> str:
    """The English words with one line of their own."""
    text, count = re.subn(pattern, lambda _: new, ENGLISH, count=1, flags=re.MULTILINE)
    assert count
    return text


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# paper: letter", "---\n", "~\n", "---\n# no\n...\n", "null", "paper:\n"]
)
def test_settings_may_be_empty(text: str) -> None:
    write_own("config.yaml", text)
    assert " of a4" in run("plan", "joints").output
    assert "a4" in run("config").output


@pytest.mark.parametrize(
    ("text", "problem", "remedy"),
    [
        ("paper letter", "There is no colon and space after 'paper'.", "Write 'paper: letter'."),
        ("paper:letter", "There is no colon and space after 'paper'.", "Write 'paper: letter'."),
        ("stock", "There is no colon and space after 'stock'.", "Write 'stock: ...'."),
        ("[]", "This file holds a list, and no keys.", "Write 'paper: ...'."),
        ("- paper: letter", "This file holds a list, and no keys.", "Write 'paper: ...'."),
        ("3", "This file holds 3, and no keys.", "Write 'paper: ...'."),
        ("true", "This file holds true, and no keys.", "Write 'paper: ...'."),
        ("hello there", "This file holds only a text, and no keys.", "Write 'paper: ...'."),
        ("paper: [a4]", "paper: a list cannot be used here.", "Write one text: 'a4'."),
    ],
)
def test_settings_that_are_none_are_reported(text: str, problem: str, remedy: str) -> None:
    path = write_own("config.yaml", text + "\n")
    for command in ("list", "config"):
        result = run(command)
        assert result.exit_code == 2, result.output
        assert f"cardgen: {path}:1:" in result.output
        assert problem in result.output
        assert remedy in result.output


@pytest.mark.parametrize(
    ("text", "command"),
    crossed(["", "---\n", "~\n", "# nothing yet\n", "language: Klingon\n", "levels:\nphrases: {}\n", "{}\n"], PRINTS),
)
def test_an_own_language_may_be_empty(text: str, command: str) -> None:
    path = own_words(text)
    result = run(*command.split(), "--language", "tlh", "-o", "made.pdf")
    assert result.exit_code == 0, result.output
    assert "English is printed instead" in result.output
    report = run("check", str(path))
    assert report.exit_code == 0
    assert ": a language, no faults," in report.output
    english = "How much" if command == "legend" else "Stop at once"
    assert english in " ".join(page_texts(Path("made.pdf").read_bytes()))


def test_half_of_a_list_is_filled_up_with_english() -> None:
    """Nobody may lose a caution because it is not translated yet."""
    own_words("language: Klingon\ncare:\n  - {icon: caution, text: Qapla}\ncalibration:\n  - heading: Wa\n")
    result = run("plan", "joints", "--language", "tlh")
    assert result.exit_code == 0, result.output
    assert "care: No words for 'entry 1', 'entry 2'" in result.output, (
        "the line with the limit of strength is not translated"
    )
    assert "calibration: No words for 'entry 1.text'" in result.output
    text = " ".join(" ".join(page_texts(Path("joints-plan.pdf").read_bytes())).split())
    assert "Qapla" in text
    assert "Stop at once" in text
    assert "Ask how strong it feels, 1 to 10 (10 is pain): at most 5." in text


def test_a_translated_line_may_not_fix_the_limit_of_strength() -> None:
    path = own_words("language: Klingon\ncare:\n  - {icon: talk, text: 10 dok 5}\n")
    result = run("check", str(path))
    assert result.exit_code == 2, result.output
    assert f"{path}:3:24: This phrase lacks '{{{{ most }}}}', a limit that a routine may set." in result.output


FAULTS = [
    (changed("icon: talk,", "icon: reden,"), "", "There is no icon 'reden'.", "Names of icons are not translated."),
    (changed("icon: caution,", "icon: Caution,"), "", "There is no icon 'Caution'.", "Did you mean 'caution'?"),
    (changed("^  palms: .*", "  palms: 手のひら"), "", "The fonts have no glyph for '手' (U+624B", "another way"),
    (changed("^  kneading: .*", "  kneading: ª̆"), "", "no place for '◌̆' (U+0306, combining breve)", "another way"),
    ("- language: Klingon\n", "1:1: ", "This file holds a list, and no keys.", "Write 'language: ...'"),
    ("hallo\n", "1:1: ", "This file holds only a text, and no keys.", "Write 'language: ...'"),
    ("levels: light\n", "1:9: ", "levels: 'light' cannot be used here.", "Write names, each with a value."),
    ("levels: [light]\n", "1:9: ", "levels: a list cannot be used here.", "Write names, each with a value."),
    ("levels: {light: 3}\n", "1:17: ", "light: 3 cannot be used here.", "Put quotes around it: '3'."),
    ("care: [stop]\n", "1:8: ", "care: 'stop' cannot be used here.", "icon: ..."),
    ("care:\n- {icon: stop, texe: Qapla}\n", "2:16: ", "'texe'", "Did you mean 'text'?"),
    ("care:\n- {icon: nix, text: Qapla}\n", "2:10: ", "There is no icon 'nix'.", "not translated"),
]
"""Words of an own language that are wrong; where, what is said of them, and the remedy."""


@pytest.mark.parametrize(("fault", "command"), crossed(FAULTS, ("check", *PRINTS)))
def test_faults_of_words_have_a_place_and_a_remedy(fault: tuple[str, str, str, str], command: str) -> None:
    text, line, problem, remedy = fault
    path = own_words(text)
    result = run("check", str(path)) if command == "check" else run(*command.split(), "--language", "tlh")
    assert result.exit_code == 2, result.output
    assert re.search(rf"{re.escape(str(path))}:{line or '[0-9]+:[0-9]+: '}", result.output), result.output
    assert problem in result.output
    assert remedy in result.output
    assert "Traceback" not in result.output


def test_an_empty_word_is_a_missing_one() -> None:
    """Nothing that a routine says may be printed as nothing."""
    path = own_words('language: Klingon\nlevels: {light: "", medium: " "}\ntechniques: {kneading: ""}\n')
    result = run("cards", "joints", "--language", "tlh")
    assert result.exit_code == 0, result.output
    assert "levels: No words for 'none', 'feather', 'light', 'medium'" in result.output
    assert "'kneading'" in run("check", str(path)).output
    assert "Light" in " ".join(page_texts(Path("joints-cards.pdf").read_bytes()))


def test_a_word_for_an_icon_that_does_not_exist_is_named() -> None:
    path = own_words("language: Klingon\nicons: {towel: Sop, towl: Sop}\n")
    for command in (f"check {path}", "cards joints --language tlh"):
        output = run(*command.split()).output
        assert "icons: 'towl' is never printed." in output
        assert "Did you mean 'towel'?" in output
        assert "icons: 'towel'" not in output


def test_a_word_that_is_too_long_for_a_card_is_named() -> None:
    own_words(f"language: Klingon\nhands: {{palms: {LONG}}}\n")
    result = run("cards", "neck", "--language", "tlh")
    assert result.exit_code == 2
    assert "the word does not fit: 'hmhm" in result.output


LONG = 34 * "hm"
"""A word without a vowel, which has no place for a hyphen."""


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (f"signs: {{glide: {LONG}}}", "legend"),
        (f"signs: {{glide: {LONG}}}", "booklet legs-back"),
        ("signs: {glide: " + 30 * "sehr lang " + "}", "legend"),
        (f"phrases: {{avoid: {LONG}}}", "legend"),
        (f"icons: {{oil: {LONG}}}", "legend"),
        ("icons: {palms: " + 30 * "viel zu lang " + "}", "legend"),
    ],
)
def test_a_meaning_that_is_too_long_for_the_legend_is_named_with_its_line(words: str, command: str) -> None:
    path = own_words(f"language: Klingon\n{words}\n")
    result = run(*command.split(), "--language", "tlh")
    assert result.exit_code == 2, result.output
    assert f"{path}:2:" in result.output
    assert "This meaning is too long for the legend: '" in result.output
    assert ("may need a hyphen where it can be divided." in result.output) == (LONG in words)


@pytest.mark.parametrize(("name", "option"), [("stocks/mine.yaml", "--stock"), ("themes/mine.yaml", "--theme")])
@pytest.mark.parametrize("text", ["", "---\n", "[]\n", "hello\n", "~\n"])
def test_other_own_files_that_are_empty_say_what_they_lack(name: str, option: str, text: str) -> None:
    path = write_own(name, text)
    result = run("cards", "joints", option, "mine")
    assert result.exit_code == 2
    assert f"{path}:1:" in result.output or f"{path}:2:" in result.output
    assert "summary: ..." in result.output
    assert "cardgen new" not in result.output


RULES = "{icon: talk, heading: A, text: B?, gathers: ask}"


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("phrases: {no_pressure_places: Kein Druck.}", "2:31", "lacks '{{ places }}', and with it what a routine says"),
        ("phrases: {steps_of: '{{ count }} Schritte'}", "2:21", "lacks '{{ routine }}'"),
        (f"safety:\n- {RULES}\n- {RULES}", "4:47", "Entry 1 gathers 'ask' too."),
        ("comfort:\n  prone:\n  - {icon: pillwo, text: Kissen}", "4:12", "There is no icon 'pillwo'."),
        ("working:\n- {also: [{text: C, areas: [leggs]}]}", "3:29", "There is no body area 'leggs'."),
    ],
)
def test_what_a_language_must_say_or_name_is_reported_with_its_line(text: str, place: str, problem: str) -> None:
    path = own_words(f"language: Klingon\n{text}\n")
    for command in (f"check {path}", "cards joints --language tlh", "booklet joints --language tlh"):
        result = run(*command.split())
        assert isinstance(result.exception, SystemExit), result.exception
        assert f"{path}:{place}: " in result.output, result.output
        assert problem in result.output


def filled_phrases() -> dict[str, str]:
    return {name: text for name, text in yaml.safe_load(ENGLISH)["phrases"].items() if "{{" in text}


def test_a_phrase_must_say_all_that_the_english_one_says_but_the_limb() -> None:
    phrases = filled_phrases()
    names = list(phrases)
    for start in range(0, len(names), 30):  # a report has a hundred faults at most
        part = {name: phrases[name] for name in names[start : start + 30]}
        path = own_words(yaml.safe_dump({"language": "Klingon", "phrases": dict.fromkeys(part, "hm")}))
        values = set(re.findall(r"\{\{ (\w+) \}\}", " ".join(part.values()))) - {"limb"}
        assert set(re.findall(r"lacks '\{\{ (\w+) \}\}'", run("check", str(path)).output)) == values


@pytest.mark.parametrize("command", PRINTS)
def test_phrases_may_say_everything_twice(command: str) -> None:
    twice = {name: f"{text} {text}" for name, text in filled_phrases().items() if name != "conditions"}
    own_words(yaml.safe_dump({"language": "Klingon", "phrases": twice}))
    result = run(*command.split(), "--language", "tlh", "-o", "made.pdf")
    assert result.exit_code == 0 or isinstance(result.exception, SystemExit), result.exception
