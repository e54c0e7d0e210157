"""A batch makes the document of each row as its command would, continues after an interruption, and reports faults."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pikepdf
import pytest

from cardgen.exchange.starter import starter_text
from cardgen.files.folders import DATA
from cardgen.files.own_files import own_folder
from tests.support.commands import run
from tests.support.folders import ROOT
from tests.support.printed import page_texts

pytestmark = pytest.mark.usefixtures("empty_folder", "one_process")


ROSTER = """routine,recipient,minutes,notes,paper
joints,Anna Müller,,Left shoulder was sore.,letter
legs-back,Bert,20,,
joints + neck,Dora,,,a4
"""


def roster(text: str, name: str = "roster.csv") -> None:
    Path(name).write_text(text, encoding="utf-8")


def made(folder: str = "roster") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path(folder).glob("*.pdf"))}


def test_a_row_makes_what_its_command_alone_makes() -> None:
    roster(ROSTER)
    output = run("batch", "roster.csv", "--theme", "mono", "--jobs", "1").output
    assert output.startswith("Made 3 documents in roster.\n")
    assert list(made()) == ["1-anna-muller-cards.pdf", "2-bert-cards.pdf", "3-dora-cards.pdf"]
    alone = ("joints", "--for", "Anna Müller", "--notes", "Left shoulder was sore.", "--paper", "letter")
    run("cards", *alone, "--theme", "mono", "-o", "alone.pdf")
    assert made()["1-anna-muller-cards.pdf"] == Path("alone.pdf").read_bytes()
    texts = " ".join(page_texts(Path("alone.pdf").read_bytes()))
    assert "For Anna Müller" in texts
    assert "Left shoulder was sore." in texts


@pytest.mark.parametrize("command", ["plan", "booklet"])
def test_the_recipient_is_on_plans_and_booklets(command: str) -> None:
    run(command, "joints", "--for", "Anna", "--notes", "Left shoulder was sore.", "-o", "made.pdf")
    texts = " ".join(" ".join(page_texts(Path("made.pdf").read_bytes())).split())
    assert "For Anna" in texts
    assert "Left shoulder was sore." in texts
    with pikepdf.open("made.pdf") as pdf:
        assert str(pdf.docinfo["/Title"]) == "Joint movements (Anna)"


@pytest.mark.parametrize("stock", ["a4", "a5", "a6", "tarot", "half-letter"])
def test_the_recipient_is_on_every_overview(stock: str) -> None:
    options = ("--layout", "overview", "--stock", stock, "--for", "Mia Groß", "--notes", "Left knee was sore.")
    assert run("cards", "legs-back", "arms", *options, "-o", "made.pdf").exit_code == 0
    text = " ".join(" ".join(page_texts(Path("made.pdf").read_bytes())).split())
    assert text.count("For Mia Groß") >= 2
    assert text.count("Left knee was sore.") >= 2


def test_the_recipient_is_on_the_cover_of_a_booklet() -> None:
    run("booklet", "joints", "--pages", "--for", "Anna Müller", "-o", "made.pdf")
    assert "For Anna Müller ·" in page_texts(Path("made.pdf").read_bytes())[0]


def test_any_number_of_processes_makes_the_same() -> None:
    roster(ROSTER)
    run("batch", "roster.csv", "--into", "one", "--jobs", "1")
    run("batch", "roster.csv", "--into", "two", "--jobs", "2")
    assert made("one") == made("two")


def test_documents_are_made_again_only_when_something_has_changed() -> None:
    routine = Path("mine.yaml")
    routine.write_text(starter_text(routine), encoding="utf-8")
    roster("routine,for\nmine.yaml,Anna\njoints,Bert\n")
    run("batch", "roster.csv")
    assert run("batch", "roster.csv").output == "Made 0 documents in roster; 2 documents made before.\n"
    routine.write_text(starter_text(Path("other.yaml")), encoding="utf-8")
    assert run("batch", "roster.csv").output.startswith("Made 1 document in roster; 1 document made before.")
    Path("roster/2-bert-cards.pdf").write_bytes(b"cut")
    roster("routine,for\nmine.yaml,Anne\njoints,Bert\n")
    assert run("batch", "roster.csv").output.startswith("Made 2 documents")


def test_changed_own_words_remake_all_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each process reads the words once, and uses them in every document."""
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    words = own_folder() / "languages" / "de" / "words.yaml"
    words.parent.mkdir(parents=True)
    words.write_bytes((DATA / "languages" / "en" / "words.yaml").read_bytes())
    roster("routine,for\n" + "".join(f"joints,Person {number}\n" for number in range(4)))
    command = [sys.executable, "-m", "cardgen", "batch", "roster.csv", "--language", "de", "--jobs", "2"]
    variables = os.environ | {"PYTHONPATH": str(ROOT)}
    outputs = [subprocess.check_output(command, env=variables, text=True)]
    words.write_bytes(words.read_bytes().replace(b"  light: Light\n", b"  light: Leicht\n"))
    outputs.append(subprocess.check_output(command, env=variables, text=True))
    assert all(lines.startswith("Made 4 documents in roster.\n") for lines in outputs)
    assert all("Leicht" in " ".join(page_texts(data)) for data in made().values())


def test_a_killed_run_can_be_continued() -> None:
    roster("routine,for\n" + "".join(f"joints,Person {number}\n" for number in range(12)))
    variables = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "cardgen", "batch", "roster.csv", "--jobs", "1"]
    process = subprocess.Popen(command, env=variables)
    manifest = Path("roster/batch.jsonl")
    while not (manifest.is_file() and manifest.read_bytes().count(b"\n") > 2):
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    with manifest.open("ab") as file:
        file.write(b'{"file": "cut')
    output = run("batch", "roster.csv", "--jobs", "1").output
    assert "made before" in output
    assert "Made 12" not in output
    assert len(made()) == 12
    assert "Made 0 documents" in run("batch", "roster.csv").output


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds processes as Linux lists them")
def test_a_process_killed_from_outside_is_reported() -> None:
    roster("routine,for\n" + "".join(f"joints,Person {number}\n" for number in range(16)))
    variables = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "cardgen", "batch", "roster.csv", "--jobs", "2"]
    with subprocess.Popen(command, env=variables, stderr=subprocess.PIPE, text=True) as process:
        while not Path("roster/batch.jsonl").is_file():
            time.sleep(0.01)
        worker = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()[0]
        os.kill(int(worker), signal.SIGKILL)
        assert process.stderr
        output = process.stderr.read()
    assert process.returncode == 2
    assert output.startswith("cardgen: A process that was making documents was killed")
    assert "Run the same command again" in output
    assert run("batch", "roster.csv").output.startswith("Made ")
    assert len(made()) == 16


def test_rows_with_faults_are_reported_and_do_not_stop_others() -> None:
    roster("routine,for,minutes\nlegs-bakc,Anna,\njoints,Bert,\njoints,Carl,3\n")
    result = run("batch", "roster.csv")
    assert result.exit_code == 2
    assert "roster.csv: row 2: There is no routine 'legs-bakc'.\n    Did you mean 'legs-back'" in result.output
    assert "roster.csv: row 4: --minutes: 3 cannot be used here" in result.output
    assert "Made 1 document in roster; 2 rows with faults." in result.output
    assert list(made()) == ["2-bert-cards.pdf"]


@pytest.mark.parametrize(
    ("text", "options", "problem"),
    [
        ("routine,minuts\njoints,20\n", (), "row 2, column 'minuts': No option has this name."),
        ("routine,for\n,Anna\n", (), "row 2: This row names no routine."),
        ("routine\njoints --output=x.pdf\n", (), "This is not the name of a routine."),
        ("routine,output\njoints,x.pdf\n", (), "column 'output': No option"),
        ("routine,pdfa\njoints,perhaps\n", (), "'perhaps' is neither yes nor no."),
        ("", (), "This roster has no rows."),
        ("routine\njoints\n", ("--stok", "a6"), "No such option"),
        ("routine\njoints\n", ("--copies", "0"), "--copies: 0 cannot be used here"),
        ("routine\njoints\n", ("-o", "x.pdf"), "--output is for a single document"),
        ("routine\njoints\n", ("--png",), "--png is for a single document"),
        ("routine\njoints\n", ("--only-changed", "old.pdf"), "--only-changed is for a single document"),
        ("routine\njoints\n", ("--pdfa", "others.csv"), "'others.csv' is neither an option nor the value of one."),
        ("routine\njoints\n", ("--into", "roster.csv"), "Cannot make this folder"),
    ],
)
def test_a_wrong_roster_is_reported(text: str, options: tuple[str, ...], problem: str) -> None:
    roster(text)
    result = run("batch", "roster.csv", *options)
    assert result.exit_code == 2
    assert problem in result.output
    assert not Path("x.pdf").exists()


def test_a_wrong_option_is_reported_once_and_nothing_is_made() -> None:
    roster(ROSTER)
    result = run("batch", "roster.csv", "--copies", "0")
    assert result.output.count("--copies") == 1
    assert not Path("roster").exists()


def test_an_environment_variable_for_a_single_document_is_reported_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARDGEN_ONLY_CHANGED", "old.pdf")
    roster(ROSTER)
    assert "--only-changed is for a single document" in run("batch", "roster.csv").output


def test_an_option_may_go_with_the_stock_of_one_row_and_not_with_another() -> None:
    roster("routine,for,stock\njoints,Anna,business\njoints,Bert,a6\n")
    result = run("batch", "roster.csv", "--start-at", "6", "--jobs", "1")
    assert result.exit_code == 2
    assert "row 3: There is no place 6 on a sheet." in result.output
    assert list(made()) == ["1-anna-cards.pdf"]


def test_a_roster_may_be_a_list_in_yaml() -> None:
    text = "- {routine: [joints, chest], recipient: Anna, pdfa: true}\n- routine: hands\n  minutes: 15\n  pdfa: false\n"
    roster(text, "people.yaml")
    line = "Print it at 100% (actual size).\n"
    line += "2-hands-plan.pdf: The session takes 13 of the 15 minutes: every step is at its maximum. "
    line += "To fill the time, add another routine.\n"
    assert run("batch", "plan", "people.yaml").output == "Made 2 documents in people.\n" + line
    assert list(made("people")) == ["1-anna-plan.pdf", "2-hands-plan.pdf"]
    with pikepdf.open("people/1-anna-plan.pdf") as pdf:
        assert "--pdfa" in str(pdf.docinfo["/Subject"])


def test_leftover_documents_are_reported() -> None:
    roster("routine,for\njoints,Anna\njoints,Bert\n")
    run("batch", "roster.csv")
    run("batch", "plan", "roster.csv")
    roster("routine,for\njoints,Anne\njoints,Bert\n")
    left = "roster has documents that are no longer in the roster; you can delete these: 1-anna-cards.pdf."
    assert left in run("batch", "roster.csv").output
    Path("roster/1-anna-cards.pdf").unlink()
    assert "no longer" not in run("batch", "roster.csv").output


def test_a_row_without_a_routine_does_not_stop_others() -> None:
    roster("routine,for,pdfa\n,Anna,\njoints,Łukasz Groß,\njoints,Carl,perhaps\n")
    result = run("batch", "roster.csv", "--merge", "all.pdf")
    assert result.exit_code == 2
    assert "roster.csv: row 2: This row names no routine.\n    Fill in the column 'routine'." in result.output
    assert "row 4: Column 'pdfa': 'perhaps' is neither yes nor no." in result.output
    assert "Wrote all.pdf, without rows 2, 4." in result.output
    assert list(made()) == ["2-łukasz-gross-cards.pdf"]
