"""The record of how a PDF was made, which is the same for every reader."""

from __future__ import annotations

import os
import shlex
from functools import cache
from pathlib import Path

import pikepdf
import pikepdf.pdfa
import pytest

from cardgen import __version__
from cardgen.jobs.cards import CardsJob
from cardgen.library.finding import routines
from cardgen.pdf.inspection.record import read_record
from tests.support.archives import archive_faults
from tests.support.commands import run

pytestmark = pytest.mark.usefixtures("empty_folder")

COMMANDS = [
    "cards legs-back",
    "cards legs-back joints --gap 0.25in --steps 3,1,2,7 --round-corners --theme mono",
    "cards joints --stock avery-8373 --bleed 0.1in",
    "cards joints --stock poker --gap 7pt --border 0.2in --back-shift 1pt,-0.3",
    "plan full-body --length short --group-positions",
    "booklet joints --creep 0.12mm --signature 2 --binding right",
    "booklet joints --pages --creep off",
    "legend --paper letter",
    "body foot-sole",
]
ARCHIVES = [
    ("cards joints", "2b"),
    ("cards legs-back --minutes 20 --gap 6mm --round-corners --layout overview --stock a5", "2b"),
    ("plan legs-back", "2b"),
    ("booklet joints", "2b"),
    ("booklet joints --pages", "2b"),
    ("cards back-and-legs --length short --attach", "3b"),
    ("booklet joints --pages --attach", "3b"),
]


def printed(command: str) -> bytes:
    result = run(*shlex.split(command), "-o", "printed.pdf")
    assert result.exit_code == 0, result.output
    return Path("printed.pdf").read_bytes()


printed_once = cache(printed)
"""Only for what ships: several tests look at it."""


def made(command: str) -> Path:
    path = Path("made.pdf")
    path.write_bytes(printed(command) if ".yaml" in command else printed_once(command))
    return path


def described(path: Path) -> str:
    """The description in the XMP packet."""
    with pikepdf.open(path) as pdf:
        return str(pdf.open_metadata()["dc:description"])


@pytest.mark.parametrize("command", COMMANDS)
def test_the_packet_agrees_with_the_info_dictionary(command: str) -> None:
    path = made(command)
    with pikepdf.open(path) as pdf:
        info, packet = pdf.docinfo, pdf.open_metadata()
        assert packet["dc:title"] == str(info["/Title"])
        assert packet["dc:description"] == str(info["/Subject"])
        assert packet["xmp:CreatorTool"] == str(info["/Creator"]) == f"cardgen {__version__}"
        assert packet["pdf:Producer"] == str(info["/Producer"])
        assert packet["xmp:CreateDate"] == packet["xmp:ModifyDate"] == "2000-01-01T00:00:00+00:00"
        assert str(info["/CreationDate"]) == str(info["/ModDate"]) == "D:20000101000000+00'00'"
        assert list(packet["dc:language"]) == [str(pdf.Root.Lang)] == ["en"]
        assert set(info) == {"/Title", "/Subject", "/Creator", "/Producer", "/CreationDate", "/ModDate"}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_command_makes_the_same_bytes_again(command: str) -> None:
    path = made(command)
    with pikepdf.open(path) as pdf:
        command = str(pdf.docinfo["/Subject"])
    assert command.startswith("cardgen ")
    assert command == str(read_record(path).command) == described(path)
    assert printed(command.removeprefix("cardgen ")) == path.read_bytes()


def test_the_command_has_what_was_given_and_its_values_are_understood() -> None:
    path = made("cards legs-back --steps 2,1,3,7 --theme mono --gap 1cm --paper a4")
    assert str(read_record(path).command) == "cardgen cards legs-back --steps 1-3,7 --paper a4 --gap 10mm --theme mono"


def test_a_path_with_spaces_is_quoted() -> None:
    Path("my own.yaml").write_text(routines()["joints"].read_text(encoding="utf-8"), encoding="utf-8")
    record = read_record(made("plan 'my own.yaml'"))
    assert str(record.command) == "cardgen plan 'my own.yaml'"
    assert [source.name for source in record.sources] == ["my own.yaml"]


def test_a_file_name_may_be_other_than_unicode() -> None:
    name = os.fsdecode(b"my\xff\x01own & <new>.yaml")
    Path(name).write_text(routines()["joints"].read_text(encoding="utf-8"), encoding="utf-8")
    result = run("plan", name, "--attach", "--pdfa", "-o", "made.pdf")
    assert result.exit_code == 0, result.output
    assert [source.name for source in read_record(Path("made.pdf")).sources] == ["my?\x01own & <new>.yaml"]
    assert "own & <new>.yaml" in described(Path("made.pdf"))
    assert run("inspect", "made.pdf").exit_code == 0


def test_the_record_names_every_source() -> None:
    record = read_record(made("plan back-and-legs joints"))
    assert record.kind == "plan"
    assert record.version == __version__
    assert record.sources[0].name == "back-and-legs.yaml"
    assert {"back-relaxing.yaml", "legs-back.yaml", "joints.yaml"} <= {source.name for source in record.sources}
    assert len({source.digest for source in record.sources}) == len(record.sources)


def test_a_job_that_a_program_makes_names_its_command_too() -> None:
    Path("made.pdf").write_bytes(CardsJob(routines=("joints",), gap="2mm").run().data)  # type: ignore[arg-type]
    record = read_record(Path("made.pdf"))
    assert str(record.command) == "cardgen cards joints --gap 2mm"
    assert record.card == (105, 148)


def test_the_identity_of_a_file_follows_its_content() -> None:
    source = Path("mine.yaml")
    text = routines()["joints"].read_text(encoding="utf-8")
    identities = []
    for written in (text, text, text.replace("Circle the hip", "Circle the hips")):
        source.write_text(written, encoding="utf-8")
        with pikepdf.open(made("cards mine.yaml")) as pdf:
            identities.append(bytes(pdf.trailer["/ID"][0]))
    assert identities[0] == identities[1] != identities[2]


def test_viewers_get_the_paper_and_the_title() -> None:
    with pikepdf.open(made("cards joints")) as pdf:
        assert dict(pdf.Root.ViewerPreferences) == {
            "/PrintScaling": "/None",
            "/Duplex": "/DuplexFlipLongEdge",
            "/PickTrayByPDFSize": True,
            "/DisplayDocTitle": True,
        }


@pytest.mark.one_in(2)
@pytest.mark.parametrize(("command", "flavour"), ARCHIVES)
def test_an_archive_is_valid(command: str, flavour: str) -> None:
    assert archive_faults(made(command + " --pdfa").read_bytes(), flavour) == []


def test_the_validator_finds_a_fault() -> None:
    data = made("cards joints --pdfa").read_bytes()
    assert archive_faults(data, "2b") == []
    assert archive_faults(data.replace(b"pdfaid:part>2<", b"pdfaid:part>9<"), "2b")
    assert not pikepdf.pdfa.validate_written(made("cards joints"), "2b").passed
    assert archive_faults(made("plan joints --pdfa --attach").read_bytes(), "2b")


@pytest.mark.parametrize("flag", ["", " --pdfa"])
def test_sources_are_attached_byte_for_byte(flag: str) -> None:
    path = made("plan back-and-legs --attach" + flag)
    with pikepdf.open(path) as pdf:
        attached = {file.filename: file.get_file().read_bytes() for file in pdf.attachments.values()}
        assert {str(file.AFRelationship) for file in pdf.Root.AF} == {"/Source"}
    assert list(attached) == [source.name for source in read_record(path).sources]
    assert attached["legs-back.yaml"] == routines()["legs-back"].read_bytes()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_kind_of_document_has_its_own_title_and_description(command: str) -> None:
    assert read_record(made(command)).kind == command.split(maxsplit=1)[0]
