"""The user's own files and settings: where they are found, which are used, and how faults are reported."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cardgen.cli import main
from cardgen.exchange.starter import starter_text
from cardgen.files.folders import DATA
from cardgen.files.own_files import own_folder
from tests.support.commands import run
from tests.support.own_files import write_own
from tests.support.printed import page_texts

pytestmark = pytest.mark.usefixtures("own_files")


def named(title: str) -> str:
    return starter_text(Path("tired-hands.yaml")).replace("name: Tired hands", f"name: {title}")


def put(folder: Path, title: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "joints.yaml").write_text(named(title), encoding="utf-8")


def title_of(*options: str) -> str:
    output = run("show", "joints", "--brief", *options).output
    return output.splitlines()[0]


def test_the_nearest_routine_is_used() -> None:
    assert title_of() == "Joint movements"
    put(own_folder() / "routines", "In my own folder")
    assert title_of() == "In my own folder"
    put(Path("routines"), "In this folder")
    assert title_of() == "In this folder"
    put(Path("elsewhere"), "Elsewhere")
    assert title_of("--routines", "elsewhere") == "Elsewhere"
    assert run("show", "joints", "--brief", CARDGEN_ROUTINES="elsewhere").output.startswith("Elsewhere")


def test_a_program_finds_routines_in_the_same_places() -> None:
    put(Path("elsewhere"), "Elsewhere")
    programs = Path("elsewhere/programs")
    programs.mkdir()
    (programs / "mine.yaml").write_text("name: Mine\nsummary: s\nparts:\n  - {routine: joints}\n", encoding="utf-8")
    output = run("show", "mine", "--routines", "elsewhere").output
    assert output.startswith("Mine")
    assert "STROKE THE BACK OF THE HAND" in output


def test_own_files_are_listed_with_their_places_and_faults() -> None:
    good = write_own("routines/Tired.yaml", named("Tired"))
    bad = write_own("routines/bad.yaml", "name: 1\n")
    stock = write_own("stocks/labels.yaml", "summary: mine\nsource: me\nwidth: 5 mm\nheight: 90 mm\n")
    output = run("list").output
    assert "  tired                 AR: Tired, 3 steps" in output
    assert f"[{good}]" in output
    assert re.search(rf"cannot be used\. .*lacks summary.* \[{bad}\]", output)
    assert f"cannot be used. width: a card cannot be 5 mm wide. [{stock}]" in output


def test_own_stocks_themes_and_icons_print() -> None:
    write_own("stocks/labels.yaml", "summary: mine\nsource: me\nwidth: 90 mm\nheight: 120 mm\n")
    standard = (DATA / "themes" / "standard.yaml").read_text(encoding="utf-8")
    write_own("themes/night.yaml", standard)
    drop = (DATA / "icons" / "oil.svg").read_text(encoding="utf-8").replace('data-group="room"', 'data-group="mine"')
    write_own("icons/my-drop.svg", drop.replace("<title>", "<title>My "))
    Path("mine.yaml").write_text(named("Mine").replace("icon: oil", "icon: my-drop"), encoding="utf-8")
    result = run("cards", "mine.yaml", "--stock", "labels", "--theme", "night")
    assert result.exit_code == 0, result.output
    assert "90 x 120 mm" in run("inspect", "mine-cards.pdf").output
    assert run("legend").exit_code == 0
    assert "My " in " ".join(page_texts(Path("legend.pdf").read_bytes()))


@pytest.mark.parametrize(
    ("icon", "text"),
    [
        ("<svg", "This is not SVG"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><path d="m 1 2 l 3 4"/></svg>', "only absolute M, L, C, and Z"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><path d="M 1"/></svg>', "only absolute M, L, C, and Z"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><path d="M a b"/></svg>', "only absolute M, L, C, and Z"),
    ],
)
def test_faults_of_an_icon_are_reported_with_its_file(icon: str, text: str) -> None:
    path = write_own("icons/my-drop.svg", icon)
    Path("mine.yaml").write_text(named("Mine").replace("icon: oil", "icon: my-drop"), encoding="utf-8")
    result = run("cards", "mine.yaml")
    assert result.exit_code == 2
    assert text in result.output
    assert str(path) in result.output


def test_options_override_variables_and_variables_override_settings() -> None:
    write_own("config.yaml", "paper: letter\ntheme: mono\n")
    assert " of letter" in run("cards", "joints").output
    assert " of legal" in run("cards", "joints", CARDGEN_PAPER="legal").output
    assert " of a5" in run("plan", "joints", "--paper", "a5", CARDGEN_PAPER="legal").output
    assert "--paper letter" in run("inspect", "joints-cards.pdf").output.replace("legal", "letter")


def test_the_record_has_the_settings_that_were_in_force() -> None:
    write_own("config.yaml", "paper: letter\ntheme: mono\n")
    run("cards", "joints")
    assert "cardgen cards joints --paper letter --theme mono" in run("inspect", "joints-cards.pdf").output


@pytest.mark.parametrize(
    ("settings", "options", "text"),
    [
        ("paper: a4", ("--stock", "avery-5388"), "of letter"),
        ("stock: avery-5388", ("--paper", "a4"), "of a4"),
        ("paper: letter", ("--stock", "poker"), "of letter"),
        ("stock: poker", (), "7 cards"),
    ],
)  # fmt: skip
def test_a_setting_that_conflicts_with_an_option_gives_way(settings: str, options: tuple[str, ...], text: str) -> None:
    write_own("config.yaml", settings)
    result = run("cards", "joints", *options, "-o", "made.pdf")
    assert result.exit_code == 0, result.output
    assert text in result.output or "of a4" in result.output
    command = run("inspect", "made.pdf").output
    assert ("avery" in command) == ("avery" in " ".join(options))


def test_faults_of_settings_are_reported_with_their_places() -> None:
    path = write_own("config.yaml", "paper: lettr\ntheme: mono\nprinter: office\nroutines: /nowhere\n")
    result = run("cards", "joints")
    assert result.exit_code == 2
    assert f"{path}:1:8: There is no paper 'lettr'." in result.output
    assert f"{path}:3:10: There is no printer 'office'." in result.output
    assert f"{path}:4:11: There is no folder '/nowhere'." in result.output
    write_own("config.yaml", "papr: letter\n")
    assert "Did you mean 'paper'?" in run("cards", "joints").output


def test_config_shows_what_is_in_force_and_where_it_comes_from() -> None:
    output = run("config").output
    assert "(does not exist yet)" in output
    assert "paper: letter" in output
    path = write_own("config.yaml", "# mine\npaper: letter\ntheme: mono\n")
    write_own("routines/tired.yaml", named("Tired"))
    output = run("config", CARDGEN_THEME="standard", CARDGEN_COPIES="3", CARDGEN_PAPR="a4").output
    lines = [" ".join(line.split()) for line in output.splitlines()]
    assert "paper letter config.yaml, line 2" in lines
    assert "theme standard CARDGEN_THEME" in lines
    assert "stock a quarter of the paper default" in lines
    assert "CARDGEN_COPIES=3" in lines
    assert "CARDGEN_PAPR=a4 No option has this name. Did you mean 'paper'?" in lines
    assert f"Settings: {path}" in lines
    assert "routines/ tired" in lines


@pytest.mark.parametrize("command", sorted(set(main.list_commands(None)) - {"watch"}))  # type: ignore[arg-type]
def test_every_option_is_also_a_variable(command: str) -> None:
    found = main.get_command(None, command)  # type: ignore[arg-type]
    assert found
    options = [param for param in found.params if param.param_type_name == "option"]
    assert all(str(option.envvar).startswith("CARDGEN_") for option in options)


def test_a_flag_and_a_number_may_be_variables() -> None:
    assert " of a4" in run("cards", "joints", CARDGEN_COPIES="2", CARDGEN_PDFA="1").output
    output = run("inspect", "joints-cards.pdf").output
    assert "--copies 2" in output
    assert "PDF/A:         no" not in output
    assert "CARDGEN_COPIES" in run("cards", "joints", CARDGEN_COPIES="many").output


def completed(words: str) -> list[str]:
    """The completions that bash gets after these words."""
    count = str(len(words.split(" ")) - 1)
    variables = {"_CARDGEN_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": count}
    made = CliRunner().invoke(main, prog_name="cardgen", env=variables)
    return [line.partition(",")[2] for line in made.output.splitlines()]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("cardgen pl", "plan"),
        ("cardgen cards legs-b", "legs-back"),
        ("cardgen booklet full", "full-body"),
        ("cardgen cards legs-back --stock avery-53", "avery-5388"),
        ("cardgen plan legs-back --paper let", "letter"),
        ("cardgen cards legs-back --theme mo", "mono"),
        ("cardgen cards legs-back --man", "--manual-duplex"),
        ("cardgen new mine --from legs-f", "legs-front"),
    ],
)  # fmt: skip
def test_a_shell_completes(words: str, found: str) -> None:
    assert found in completed(words)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(shell: str) -> None:
    output = run("completion", shell).output
    assert "_CARDGEN_COMPLETE" in output
    assert f"{shell}_complete" in output


def test_pages_are_written_as_pictures(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    assert run("cards", "joints", "--single", "--png").exit_code == 0
    first = sorted(path.name for path in Path("joints-cards").iterdir())
    assert len(first) == int(run("inspect", "joints-cards.pdf").output.partition("Pages:")[2].split()[0])
    assert Path("joints-cards", first[0]).read_bytes().startswith(b"\x89PNG")
    Path("joints-cards", "notes.txt").write_text("mine", encoding="utf-8")
    assert run("cards", "joints", "--steps", "1", "--sides", "front", "--png").exit_code == 0
    left = sorted(path.name for path in Path("joints-cards").iterdir())
    assert len(left) < len(first)
    assert "notes.txt" in left


def test_pictures_of_pages_need_a_file() -> None:
    assert "Leave out --png" in run("cards", "joints", "--png", "-o", "-").output


@pytest.mark.parametrize("command", ["cards", "watch"])
def test_pictures_that_cannot_be_made_are_refused_before_printing(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "cardgen.cli.png", raising=False)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    result = run(command, *(["cards"] if command == "watch" else []), "joints", "--png")
    assert result.exit_code == 2
    assert f'{sys.executable} -m pip install -c constraints.txt ".[png]"' in result.output
    assert not list(Path().iterdir())
