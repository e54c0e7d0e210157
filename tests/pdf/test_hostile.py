"""A PDF may come from anybody: it takes little time and memory, reads nothing else, and does nothing to a terminal."""

from __future__ import annotations

import json
import os
import re
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from cardgen.library.finding import routines
from cardgen.pdf.inspection import bounded
from cardgen.pdf.inspection.bounded import ExceededError, in_bounds
from cardgen.pdf.inspection.record import MOST_RECORD_BYTES
from tests.support.commands import run
from tests.support.sampling import crossed

pytestmark = pytest.mark.usefixtures("empty_folder")

RECORD = {"kind": "plan", "command": {"name": "plan", "arguments": ["joints"], "options": {}}, "version": "0.1.0"}


def packet(record: object = RECORD) -> bytes:
    text = json.dumps(record).replace("&", "&amp;").replace("<", "&lt;")
    return f'<?xpacket begin=""?><dc:source>{text}</dc:source><?xpacket end="r"?>'.encode()


def pdf(*objects: bytes, record: object = RECORD) -> bytes:
    """A PDF of these objects, the first of which is the page, with a record."""
    metadata = packet(record)
    whole = [
        b"<</Type/Catalog/Pages 2 0 R/Metadata 3 0 R>>",
        b"<</Type/Pages/Count 1/Kids[4 0 R]>>",
        b"<</Type/Metadata/Subtype/XML/Length %d>>stream\n%s\nendstream" % (len(metadata), metadata),
        *objects,
    ]
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(whole, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(whole) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        size, table, size, len(data),
    )  # fmt: skip


def stream(content: bytes) -> bytes:
    packed = zlib.compress(content, 1)
    return b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)


def page(rest: bytes = b"") -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 5 0 R/Resources 6 0 R%s>>" % rest


def drawings_of_drawings() -> bytes:
    """Each of 18 drawings draws the next one three times."""
    draws, form = b"/A Do /A Do /A Do ", b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<"
    forms = [
        form + b"/XObject<</A %d 0 R>>>>/Length %d>>stream\n%s\nendstream" % (8 + number, len(draws), draws)
        for number in range(18)
    ]
    last = form + b">>/Length 1>>stream\n \nendstream"
    return pdf(page(), stream(draws), b"<</XObject<</A 7 0 R>>>>", *forms, last)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "drawings": drawings_of_drawings,
    "zeros": lambda: pdf(page(), stream(b"(" + b"\\" * 300_000_000), b"<<>>"),
    "operators": lambda: pdf(page(), stream(b"BT /F 1 Tf (x) Tj ET\n" * 3_000_000), b"<<>>"),
    "nested": lambda: pdf(page(), b"[" * 200_000, b"<<>>"),
    "itself": lambda: pdf(page(), b"5 0 R", b"6 0 R"),
    "strings": lambda: pdf(page(), stream(b"(" * 60_000 + b")" * 60_000), b"<<>>"),
    "sources": lambda: pdf(page(), stream(b""), b"<<>>", record={**RECORD, "sources": [["x.yaml", "0"]] * 500_000}),
    "entities": lambda: pdf(page(), stream(b""), b"<<>>", record={**RECORD, "version": "&" * 1_000_000}),
    "bytes": lambda: b"%PDF-1.7\n" + b"<dc:source>" * 1_000_000 + b"</dc:source>" * 1_000_000 + b"%%EOF",
    "long record": lambda: b"%PDF-1.7\n<dc:source>" + b"[" * MOST_RECORD_BYTES + b"</dc:source>%%EOF",
    "deep record": lambda: b"%PDF-1.7\n<dc:source>" + b'{"a":' * 900_000 + b"</dc:source>%%EOF",
}


@pytest.mark.one_in(3)
@pytest.mark.parametrize(
    ("name", "command"), crossed(HOSTILE, ["inspect odd.pdf", "cards joints --only-changed odd.pdf"])
)
def test_a_hostile_pdf_takes_little_time_and_memory(name: str, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "MOST_SECONDS", 1)
    Path("odd.pdf").write_bytes(HOSTILE[name]())
    began = time.monotonic()
    result = run(*command.split())
    assert time.monotonic() - began < 8  # two seconds of its own, on a busy machine
    assert result.exit_code in (0, 2), result.exception
    assert "Traceback" not in result.output
    assert result.exit_code == 0 or len(result.output) < 1500


def test_work_is_ended_when_it_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "MOST_SECONDS", 0.2)
    with pytest.raises(ExceededError):
        in_bounds(time.sleep, 60)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is bounded on Linux")
def test_work_is_ended_when_it_takes_too_much_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "MOST_BYTES", 50_000_000)
    assert len(in_bounds(bytes, 1_000_000)) == 1_000_000
    with pytest.raises(ExceededError):
        in_bounds(bytes, 200_000_000)


def test_work_that_fails_or_dies_says_so() -> None:
    with pytest.raises(ZeroDivisionError):
        in_bounds(divmod, 1, 0)
    with pytest.raises(ExceededError):
        in_bounds(os._exit, 3)


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file outside of the folder that a PDF is in."""
    (tmp_path / "inside").mkdir()
    secret = tmp_path / "secret.yaml"
    secret.write_text("secret", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "inside")
    return secret


@pytest.mark.parametrize(
    ("argument", "source"),
    [
        ("{secret}", "secret.yaml"),
        ("../secret.yaml", "secret.yaml"),
        ("..\\secret.yaml", "secret.yaml"),
        ("joints", "{secret}"),
        ("joints", "../secret.yaml"),
        ("link.yaml", "link.yaml"),
        ("/etc/x.yaml", "passwd"),
    ],
)
def test_no_file_outside_of_the_folder_is_read_because_a_record_names_it(
    argument: str, source: str, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("link.yaml").symlink_to(outside)
    argument, source = argument.format(secret=outside), source.format(secret=outside)
    command = {"name": "plan", "arguments": [argument], "options": {}}
    record = {**RECORD, "command": command, "sources": [[source, "0"]]}
    Path("odd.pdf").write_bytes(pdf(page(), stream(b""), b"<<>>", record=record))
    result = run("inspect", "odd.pdf")
    assert result.exit_code == 0, result.output
    assert f"{source} (not found)" in result.output


def test_files_in_the_folder_of_a_pdf_and_below_are_compared(outside: Path) -> None:
    Path("sub").mkdir()
    Path("sub/mine.yaml").write_text(routines()["joints"].read_text(encoding="utf-8"), encoding="utf-8")
    run("plan", "sub/mine.yaml", "-o", "made.pdf")
    assert "mine.yaml (unchanged)" in run("inspect", "made.pdf").output


ESCAPE = "\x1b]0;owned\x07\x1b[2J\u202e\x9b31m\nKind:          safe"


def test_no_text_of_a_pdf_reaches_the_terminal_as_a_command() -> None:
    entry = {"name": ESCAPE, "revision": ESCAPE}
    command = {"name": ESCAPE, "arguments": [ESCAPE], "options": {ESCAPE: ESCAPE}}
    record = {
        "kind": "cards", "command": command, "version": ESCAPE, "cards": [entry], "sources": [[ESCAPE, ESCAPE]],
        "card": [1, 2],
    }  # fmt: skip
    Path("odd.pdf").write_bytes(pdf(page(), stream(b""), b"<<>>", record=record))
    for line in ("inspect odd.pdf", "cards joints --only-changed odd.pdf", "cards joints -o odd.pdf --force"):
        output = run(*line.split()).output
        assert "<U+001B>" in output
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", output)
        assert not re.search(r"^Kind: +safe", output, re.MULTILINE)


@pytest.mark.parametrize("plain_metadata", [True, False])
def test_an_encrypted_pdf_is_named_as_such(plain_metadata: bool) -> None:
    run("cards", "joints", "-o", "made.pdf")
    security = pikepdf.Encryption(user="u", owner="o", metadata=not plain_metadata)
    with pikepdf.open("made.pdf") as made:
        made.save("locked.pdf", encryption=security)
    result = run("inspect", "locked.pdf")
    assert result.exit_code == 2
    assert "locked.pdf: This PDF is encrypted." in result.output
    assert "save it again without one" in result.output
    if not plain_metadata:
        result = run("cards", "joints", "--only-changed", "locked.pdf")
        assert "locked.pdf: This PDF is encrypted." in result.output
