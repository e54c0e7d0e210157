"""A roster says what it means: nothing in a row is lost, and no row stops another."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest

from cardgen.exchange.starter import starter_text
from cardgen.jobs.cards import CardsJob
from cardgen.jobs.plan import PlanJob
from tests.support.commands import run
from tests.support.printed import page_texts

pytestmark = pytest.mark.usefixtures("empty_folder")


def write(name: str, text: str) -> Path:
    Path(name).write_text(text, encoding="utf-8")
    return Path(name)


def write_routine(name: str) -> None:
    write(name, starter_text(Path("calves.yaml")))


def made(folder: str = "roster") -> list[str]:
    return sorted(path.name for path in Path(folder).glob("*.pdf"))


@pytest.mark.parametrize(
    ("row", "lost"),
    [
        ("legs-back,Anna,Left knee sore, no pressure there", "'no pressure there'"),
        ('legs-back,Anna,"Left knee sore",,x', "'x'"),
        ("legs-back,Anna,,a,b", "'a'"),
    ],
)
def test_a_cell_beyond_the_last_column_is_not_lost(row: str, lost: str) -> None:
    write("roster.csv", f"routine,recipient,notes\n{row}\njoints,Bert,\n")
    result = run("batch", "plan", "roster.csv")
    assert result.exit_code == 2
    assert f"roster.csv: row 2: {lost} is in a column without a name." in result.output
    assert "put quotation marks around the whole text" in result.output
    assert made() == ["2-bert-plan.pdf"]


@pytest.mark.parametrize(
    ("heading", "problem"),
    [
        ("routine,notes,notes", "row 1, column C: Column B has the same name."),
        ("routine,notes,Notes ", "row 1, column C: Column B has the same name."),
        ("name,recipient,routine", "row 1, column B: Column A, 'name', means the same as 'recipient'."),
        ("for,routine,name", "row 1, column C: Column A, 'for', means the same as 'name'."),
        ("routine,minutes,routines", "row 1, column C: Column A, 'routine', means the same as 'routines'."),
    ],
)
def test_two_columns_of_the_same_meaning_are_reported(heading: str, problem: str) -> None:
    write("roster.csv", f"{heading}\njoints,,joints\n")
    result = run("batch", "plan", "roster.csv")
    assert result.exit_code == 2
    assert f"roster.csv: {problem}" in result.output
    assert not Path("roster").exists()


def test_two_keys_of_the_same_meaning_are_reported_and_other_entries_are_made() -> None:
    write("roster.yaml", "- {routine: joints, name: Anna, recipient: ''}\n- {routine: joints, name: Bert}\n")
    result = run("batch", "plan", "roster.yaml")
    assert "roster.yaml: row 1: 'recipient' means the same as another key of this entry." in result.output
    assert made() == ["2-bert-plan.pdf"]


@pytest.mark.parametrize(
    "entry",
    [
        "joints",
        "[joints]",
        "3",
        "~",
        "{routine: joints, notes: &a sore}",
        "{routine: joints, routine: neck}",
        "{routine: joints, minutes: {about: 20}}",
        "{routine: [joints, [neck]], minutes: []}",
        "{routine: [], name: Anna}",
        '{routine: joints, name: "A\\u200Bnna"}',
    ],
)
def test_an_entry_that_means_nothing_does_not_stop_others(entry: str) -> None:
    write("roster.yaml", f"- {entry}\n- {{routine: joints, name: Bert}}\n")
    result = run("batch", "plan", "roster.yaml")
    assert "2-bert-plan.pdf" in made(), result.output
    assert (result.exit_code == 2) == (made() == ["2-bert-plan.pdf"])
    assert "Traceback" not in result.output


@pytest.mark.one_in(3)
@pytest.mark.parametrize(
    "cell",
    [
        "a" * 300,
        "a/" * 5000,
        "~" + "b" * 400 + ".yaml",
        '"jo""ints"',
        "joints\x00",
        '"two\nlines"',
        "../" * 50 + "x.yaml",
        '"joints" x',
        "é" * 200 + ".yaml",
        "c" * 140_000,
    ],
)
def test_no_cell_stops_the_rows_around_it(cell: str) -> None:
    write("roster.csv", f"routine,recipient\njoints,Anna\n{cell},Bert\njoints,Carl\n")
    result = run("batch", "plan", "roster.csv")
    assert result.exit_code == 2
    assert made() == ["1-anna-plan.pdf", "3-carl-plan.pdf"]
    assert "row 3: " in result.output
    assert len(result.output) < 3000


@pytest.mark.parametrize("where", ["check", "read", "print"])
def test_a_mistake_of_cardgen_stops_one_row_and_is_written_to_a_file(
    where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(job: PlanJob) -> None:
        if job.recipient == "Bert":
            raise ZeroDivisionError("a mistake")

    method = {"check": "settle", "read": "read_files", "print": "run"}[where]
    usual = getattr(PlanJob, method)
    monkeypatch.setattr(PlanJob, "needs", property(lambda job: job.recipient))
    monkeypatch.setattr(PlanJob, method, lambda job: fail(job) or usual(job))
    write("roster.csv", "routine,recipient\njoints,Anna\njoints,Bert\njoints,Carl\n")
    result = run("batch", "plan", "roster.csv", "--jobs", "1")
    assert result.exit_code == 2
    assert "roster.csv: row 3: an error in cardgen; see roster/batch-errors.txt" in result.output
    assert "ZeroDivisionError: a mistake" in Path("roster/batch-errors.txt").read_text(encoding="utf-8")
    assert made() == ["1-anna-plan.pdf", "3-carl-plan.pdf"]


def test_a_document_that_cannot_be_written_stops_no_other() -> None:
    Path("roster/1-anna-plan.pdf").mkdir(parents=True)
    write("roster.csv", "routine,recipient\njoints,Anna\njoints,Bert\n")
    result = run("batch", "plan", "roster.csv")
    assert "row 2: roster/1-anna-plan.pdf: Cannot write this file: it is a folder." in result.output
    assert Path("roster/2-bert-plan.pdf").is_file()


def test_all_faults_of_a_row_are_reported_at_once() -> None:
    write("roster.csv", "routine,recipient,minutes,paper,pdfa\n,Anna,3,a4,perhaps,more\n")
    output = run("batch", "plan", "roster.csv").output
    for problem in ("names no routine", "--minutes: 3 cannot", "neither yes nor no", "'more'"):
        assert problem in output


def test_unreadable_and_unknown_values_are_reported_together() -> None:
    write("roster.csv", "routine,minutes,steps,stock,theme,copies\njoints,3,x,pokr,pink,0\n")
    output = run("batch", "roster.csv").output
    for problem in ("--minutes: 3", "--steps: 'x'", "stock 'pokr'", "theme 'pink'", "--copies: 0"):
        assert problem in output


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("calf stretch.yaml", ("calf stretch.yaml",)),
        ("calf stretch.yaml + joints", ("calf stretch.yaml", "joints")),
        ("joints+calf stretch.yaml", ("joints", "calf stretch.yaml")),
        ("joints calf stretch.yaml neck", ("joints", "calf stretch.yaml", "neck")),
        ("a+b.yaml", ("a+b.yaml",)),
        ("a + b.yaml+joints", ("a + b.yaml", "joints")),
        ("Tired hands", ("Tired hands",)),
        ("tired hands + joints", ("tired hands", "joints")),
        ("joints neck", ("joints", "neck")),
        ("joints +  neck", ("joints", "neck")),
        ("calf strech.yaml + neck", ("calf strech.yaml", "neck")),
    ],
)
def test_names_with_spaces_and_plus_signs_are_found(cell: str, names: tuple[str, ...]) -> None:
    for name in ("calf stretch.yaml", "a+b.yaml", "a + b.yaml"):
        write_routine(name)
    Path("routines").mkdir()
    write_routine("routines/tired hands.yaml")
    write("roster.csv", f"routine,recipient\n{cell},Anna\n")
    output = run("batch", "plan", "roster.csv").output
    if "strech" in cell:
        assert "Did you mean 'calf stretch.yaml'?" in output
        return
    with pikepdf.open("roster/1-anna-plan.pdf") as pdf:
        request = PlanJob(routines=names, recipient="Anna").request
        assert str(pdf.docinfo["/Subject"]) == str(request)


def test_each_entry_of_a_list_is_one_routine() -> None:
    write_routine("calf stretch.yaml")
    write("roster.yaml", "- routine: [calf stretch.yaml, joints]\n  recipient: Anna\n")
    run("batch", "plan", "roster.yaml")
    with pikepdf.open("roster/1-anna-plan.pdf") as pdf:
        assert "'calf stretch.yaml' joints" in str(pdf.docinfo["/Subject"])


@pytest.mark.parametrize("line", ["sep=;", '"sep=;"', "SEP=;", "sep=;;;;"])
def test_the_line_that_names_the_delimiter_is_read(line: str) -> None:
    write("roster.csv", f"{line}\nroutine;recipient;notes\njoints;Anna;a, b\njonts;Bert;\n")
    output = run("batch", "plan", "roster.csv").output
    assert "roster.csv: row 3: There is no routine 'jonts'." in output  # the spreadsheet does not show the first line
    assert "a, b" in " ".join(page_texts(Path("roster/1-anna-plan.pdf").read_bytes()))


@pytest.mark.parametrize(("sign", "added"), [(",", ";;;;"), (";", ",,"), ("\t", ";")])
def test_empty_cells_that_a_spreadsheet_with_another_delimiter_adds_are_not_printed(sign: str, added: str) -> None:
    rows = ("routine,recipient", "joints,Anna", "joints,Bert.")
    write("roster.csv", "".join(row.replace(",", sign) + added + "\n" for row in rows))
    assert run("batch", "plan", "roster.csv").exit_code == 0
    texts = [" ".join(page_texts(path.read_bytes())) for path in sorted(Path("roster").glob("*.pdf"))]
    assert [re.findall(r"For (\S+)", text) for text in texts] == [["Anna"], ["Bert."]]


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_a_table_may_have_a_line_that_names_its_delimiter(sign: str) -> None:
    run("new", "calves", "--csv")
    text = Path("calves.csv").read_text(encoding="utf-8-sig").splitlines()
    rows = [line for line in text if '"' not in line and "," in line]
    assert len(rows) > 3
    table = "\n".join([f"sep={sign}", *(line.replace(",", sign) for line in rows)])
    write("other.csv", "\ufeff" + table + "\n")
    plain = write("plain.csv", "\n".join(rows) + "\n")
    results = [run("import", name, "-o", "out.yaml", "--force").output for name in ("other.csv", str(plain))]
    assert results[0].replace("other.csv", "plain.csv") == results[1]


@pytest.mark.parametrize("text", ["4-Jan", "01.04.2024", "2024-01-04", "2024-01-04 00:00:00", "Apr 01", "1/4/24"])
def test_a_date_in_place_of_steps_is_told_with_advice_that_helps(text: str) -> None:
    write("roster.csv", f"routine,recipient,steps\nlegs-back,Anna,{text}\n")
    output = run("batch", "plan", "roster.csv").output
    assert f"row 2: Column 'steps': '{text}' is a date: a spreadsheet has changed what was typed." in output
    assert "Format this cell as text, then type it again: 1-4." in output
    assert output.count("row 2") == 1


def test_a_date_in_place_of_a_number_is_told_and_one_in_a_note_is_not() -> None:
    write("roster.csv", "routine,recipient,minutes,notes\njoints,Anna,20.05.2024,3-May\njoints,Bert,,3-May\n")
    output = run("batch", "plan", "roster.csv").output
    assert "row 2: Column 'minutes': '20.05.2024' is a date" in output
    assert made() == ["2-bert-plan.pdf"]


@pytest.mark.parametrize("dash", "-\u2010\u2011\u2012\u2013\u2014\u2212")
def test_any_dash_is_a_range(dash: str) -> None:
    assert CardsJob(routines=("joints",), steps=f"1 {dash} 4,6").steps == {1, 2, 3, 4, 6}  # type: ignore[arg-type]


def test_a_routine_that_is_edited_after_it_was_read_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    write_routine("mine.yaml")
    write("roster.csv", "routine,recipient\nmine.yaml,Anna\n")
    usual = PlanJob.run

    def edit(job: PlanJob) -> object:
        write("mine.yaml", starter_text(Path("other.yaml")))
        return usual(job)

    with monkeypatch.context() as patched:
        patched.setattr(PlanJob, "run", edit)
        run("batch", "plan", "roster.csv", "--jobs", "1")
    assert run("batch", "plan", "roster.csv", "--jobs", "1").output.startswith("Made 1 document in roster.")
    assert run("batch", "plan", "roster.csv").output.startswith("Made 0 documents")


def test_an_edited_routine_of_a_checkout_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There the shipped routines are files that anybody may edit."""
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    write_routine("shipped/mine.yaml")
    for module in ("library.finding", "files.folders", "files.own_files"):
        monkeypatch.setattr(f"cardgen.{module}.shipped_folder", lambda folder: shipped)
    write("roster.csv", "routine,recipient\nmine,Anna\n")
    run("batch", "plan", "roster.csv", "--jobs", "1")
    assert run("batch", "plan", "roster.csv", "--jobs", "1").output.startswith("Made 0 documents")
    text = starter_text(Path("other.yaml"))
    write("shipped/mine.yaml", text)
    assert run("batch", "plan", "roster.csv", "--jobs", "1").output.startswith("Made 1 document in roster.")


def test_a_damaged_document_is_named_when_all_are_merged(monkeypatch: pytest.MonkeyPatch) -> None:
    write("roster.csv", "routine,recipient\njoints,Anna\n")

    def write_half(path: Path, data: bytes, *_: object) -> None:
        path.write_bytes(data[:2000])

    monkeypatch.setattr("cardgen.jobs.batch.printing.write_format", write_half)
    result = run("batch", "plan", "roster.csv", "--merge", "all.pdf")
    assert result.exit_code == 2
    assert "roster/1-anna-plan.pdf: This file cannot be merged: " in result.output
    assert not Path("all.pdf").exists()
