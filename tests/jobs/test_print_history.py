"""What was printed before is never forgotten: prints that are written over, and prints that are out of date."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from cardgen.jobs.print_history import HISTORY
from cardgen.library.finding import routines
from cardgen.pdf.inspection.record import read_record
from cardgen.scene.record import CardEntry
from tests.support.commands import run
from tests.support.processes import names_in

MINE = Path("mine.yaml")


@pytest.fixture(autouse=True)
def in_a_folder(empty_folder: Path) -> None:
    MINE.write_text(routines()["joints"].read_text(encoding="utf-8"), encoding="utf-8")


def succeed(command: str) -> str:
    result = run(*shlex.split(command))
    assert result.exit_code == 0, result.output
    return result.output


def edit(number: int, word: str) -> None:
    """Change the cue of a step."""
    found = list(re.finditer(r"cue: ", MINE.read_text(encoding="utf-8")))[number]
    text = MINE.read_text(encoding="utf-8")
    MINE.write_text(f"{text[: found.end()]}{word} {text[found.end() :]}", encoding="utf-8")


def printed(name: str) -> list[str]:
    return [card.name for card in read_record(Path(name)).cards if card.printed]


def test_a_second_print_does_not_hide_that_the_first_is_out_of_date() -> None:
    """The cards of the first print may be at the table: nobody knows whether the second was printed on paper."""
    succeed("cards mine.yaml")
    first = read_record(Path("mine-cards.pdf")).cards
    edit(0, "Softly.")
    output = succeed("cards mine.yaml")
    changed = next(card for card in first if card.revision not in {new.revision for new in now("mine-cards.pdf")})
    assert f"Since the earlier print in mine-cards.pdf:\nChanged: {changed.name}.\n" in output
    assert f"Throw away the old ones, with these marks at the foot: {changed.name} ({changed.mark})." in output
    output = succeed("cards mine.yaml --only-changed mine-cards.pdf")
    assert "mine-cards.pdf had 1 earlier print, and yours may be any of them." in output
    assert f"({changed.mark})." in output
    assert printed("mine-cards-changed.pdf") == [changed.name]


def now(name: str) -> list[CardEntry]:
    return read_record(Path(name)).cards


def test_every_print_that_was_written_over_counts() -> None:
    succeed("cards mine.yaml -o printed.pdf")
    for number in range(3):
        edit(number, "Softly.")
        succeed("cards mine.yaml -o printed.pdf")
    edit(3, "Softly.")
    output = succeed("cards mine.yaml --only-changed printed.pdf")
    assert "printed.pdf had 3 earlier prints, and yours may be any of them." in output
    assert len(printed("mine-cards-changed.pdf")) == 4
    Path(HISTORY).unlink()
    succeed("cards mine.yaml --only-changed printed.pdf")
    changed = [name.split(":")[0] for name in printed("mine-cards-changed.pdf")]
    assert changed == ["Joint movements J3", "Joint movements J4"]  # the back of J3 shows the figure of J4


@pytest.mark.parametrize("options", ["--theme mono", "--stock a7", "--minutes 15 -o mine-cards.pdf"])
def test_a_print_with_other_options_does_not_count_but_is_named(options: str) -> None:
    succeed("cards mine.yaml")
    succeed(f"cards mine.yaml {options}")
    output = succeed("cards mine.yaml")
    before = options.partition(" -o")[0]
    assert f"mine-cards.pdf replaces an earlier print, made with `cardgen cards mine.yaml {before}`." in output
    assert succeed("cards mine.yaml --only-changed mine-cards.pdf") == (
        "All 10 cards are the same as in mine-cards.pdf: nothing was written.\n"
    )


def test_the_same_print_again_is_no_news_and_has_the_same_bytes() -> None:
    first = succeed("cards mine.yaml")
    data = Path("mine-cards.pdf").read_bytes()
    assert succeed("cards mine.yaml --copies 1") == first
    assert Path("mine-cards.pdf").read_bytes() == data
    assert names_in(Path()) == ["mine-cards.pdf", "mine.yaml"]
    edit(0, "Softly.")
    succeed("cards mine.yaml")
    data = Path("mine-cards.pdf").read_bytes()
    succeed("cards mine.yaml -o other.pdf")
    assert Path("other.pdf").read_bytes() == data


def test_a_file_that_was_deleted_has_no_history() -> None:
    succeed("cards mine.yaml")
    edit(0, "Softly.")
    succeed("cards mine.yaml")
    assert Path(HISTORY).is_file()
    Path("mine-cards.pdf").unlink()
    succeed("cards mine.yaml")
    assert not Path(HISTORY).exists()
    assert "nothing was written" in succeed("cards mine.yaml --only-changed mine-cards.pdf")


@pytest.mark.parametrize("text", ["", "{", "[]\n[]", '{"file": "mine-cards.pdf", "record": 3}', "\xff\n" * 9])
def test_a_damaged_history_is_no_obstacle(text: str) -> None:
    succeed("cards mine.yaml")
    Path(HISTORY).write_text(text, encoding="latin-1")
    edit(0, "Softly.")
    succeed("cards mine.yaml")
    assert "had 1 earlier print" in succeed("cards mine.yaml --only-changed mine-cards.pdf")


@pytest.mark.parametrize("command", ["plan", "booklet", "booklet --pages"])
def test_plans_and_booklets_can_be_compared(command: str) -> None:
    name, _, options = command.partition(" ")
    succeed(f"{name} mine.yaml {options} -o old.pdf")
    output = succeed(f"{name} mine.yaml {options} --only-changed old.pdf")
    assert re.fullmatch(r"(The page is|All \d+ pages are) the same as in old.pdf: nothing was written.\n", output)
    assert not Path(f"mine-{name}-changed.pdf").exists()
    text = MINE.read_text(encoding="utf-8")
    MINE.write_text(text.replace("name: Circle the hip", "name: Circle the whole hip"), encoding="utf-8")
    output = succeed(f"{name} mine.yaml {options} --only-changed old.pdf")
    assert output.startswith(f"Wrote mine-{name}-changed.pdf: ")
    assert "Changed: " in output or "New: " in output
    assert f"Throw away the old {name}." in output
    assert "nothing was written" in succeed(f"{name} mine.yaml {options} --only-changed mine-{name}-changed.pdf")


def test_other_prints_of_a_changed_routine_are_named() -> None:
    for command in ("cards", "plan", "booklet", "cards --layout overview"):
        name, _, options = command.partition(" ")
        succeed(f"{name} mine.yaml {options}")
    succeed("plan joints")
    succeed("legend")
    assert "Out of date" not in succeed("cards mine.yaml")
    edit(0, "Softly.")
    output = succeed("cards mine.yaml")
    others = "mine-booklet.pdf, mine-overview.pdf, mine-plan.pdf"
    assert f"Out of date, because mine.yaml has changed: {others}.\n" in output
    succeed("booklet mine.yaml")
    assert "changed: mine-overview.pdf, mine-plan.pdf.\n" in succeed("cards mine.yaml")
    assert "mine-cards.pdf" not in succeed("plan mine.yaml").partition("Out of date")[2]


def test_a_print_that_is_compared_is_not_also_named_as_out_of_date() -> None:
    succeed("cards mine.yaml")
    edit(0, "Softly.")
    assert "Out of date" not in succeed("cards mine.yaml --only-changed mine-cards.pdf")


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ("cards mine.yaml --minutes 15", "mine-15-min-cards.pdf"),
        ("cards mine.yaml --minutes 15 --layout overview", "mine-15-min-overview.pdf"),
        ("plan mine.yaml --length short", "mine-short-plan.pdf"),
        ("plan mine.yaml neck --minutes 25", "mine+neck-25-min-plan.pdf"),
        ("booklet mine.yaml --length all", "mine-all-booklet.pdf"),
    ],
)
def test_a_file_is_named_for_its_length(options: str, name: str) -> None:
    assert succeed(options).startswith(f"Wrote {name}: ")
    assert Path(name).is_file()


def test_a_preview_is_not_compared_with() -> None:
    succeed("cards mine.yaml -o mine-cards-preview.pdf")
    result = run("cards", "mine.yaml", "--only-changed", "mine-cards-preview.pdf")
    assert result.exit_code == 2
    assert "This is a preview of `cardgen watch`" in result.output


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 <dc:source>{}</dc:source>", b"%PDF-" + b"x" * 100])
def test_odd_pdfs_in_the_folder_do_no_harm(content: bytes) -> None:
    Path("odd.pdf").write_bytes(content)
    Path("folder.pdf").mkdir()
    Path("gone.pdf").symlink_to("nowhere")
    assert succeed("cards mine.yaml").startswith("Wrote mine-cards.pdf")
