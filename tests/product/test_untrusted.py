"""A file from somebody else can only print: nothing in it is executed, and no other file is read."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from cardgen.errors import UserError
from cardgen.library.loading import load_selection
from cardgen.pdf.inspection.record import read_record
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.wording.words import fill
from tests.support.bounds import bounded
from tests.support.commands import run
from tests.support.folders import ROOT
from tests.support.printed import page_texts, problems
from tests.support.printing import print_booklet, print_cards, print_plan
from tests.support.sampling import crossed

CODE = (
    "{{ 7*7 }} {{ self.__init__ }} {{ lipsum.__globals__.os }}",
    "{% for a in range(9) %}a{% endfor %} {# note #}",
    "<b>bold</b> &amp; <br/> <!-- note --> <script>alert(1)</script>",
    "]]> <?xpacket end='w'?> </rdf:RDF> &lt;",
    ") Tj ET Q (\\) \\( \\n \\101 endstream endobj %%EOF",
    "data:text/html,<script> javascript:alert(1) file:///etc/passwd",
    "%s %d %(a)s {0} {name!r} $HOME `id` $(id) | id; id",
    "eval(1) __import__('os') exec(open('/etc/passwd')) lambda: 0",
    "=cmd|' /C calc'!A0 +1+1 @SUM(1) -1",
    "'; DROP TABLE cards; -- \" OR 1=1",
)
"""Texts that other programs would execute, or take for markup."""
PRINTS: dict[str, Callable[[Session], bytes]] = {
    "steps": lambda session: print_cards(session).data,
    "overview": lambda session: print_cards(session, layout="overview").data,
    "plan": lambda session: print_plan(session).data,
    "booklet": lambda session: print_booklet(session).data,
    "archive": lambda session: print_cards(session, pdfa=True, attach=True).data,
}


def routine(folder: Path, code: str) -> Path:
    """A routine with the code in every place for a text."""
    short = code[:24].strip()
    step = {
        "id": "one", "name": short, "technique": "kneading", "where": short, "cue": code, "detail": code,
        "caution": code, "ask": code, "hands": {"use": "palms", "note": short, "other": code},
        "variants": [{"name": short, "detail": code}], "repeat": {"times": 3, "note": code},
    }  # fmt: skip
    note = {"icon": "oil", "do": code, "more": code}
    whole = {
        "name": short, "summary": code, "area": "back", "receiver": {"position": "prone", "note": code},
        "prepare": [note], "principles": [note], "steps": [step], "after": [note],
    }  # fmt: skip
    path = folder / "code.yaml"
    path.write_text(json.dumps(whole), encoding="utf-8")
    return path


def plain(text: str) -> str:
    """A text without the spaces and line ends between its words on paper."""
    return re.sub(r"\s|\ufffe", "", text)


@pytest.mark.parametrize(("name", "code"), crossed(PRINTS, CODE))
def test_code_is_printed_as_text(name: str, code: str, tmp_path: Path) -> None:
    session = plan(load_selection([str(routine(tmp_path, code))]))
    made = PRINTS[name](session)
    printed = plain("".join(page_texts(made)))
    assert plain(code[:24]) in printed
    assert plain(code) in printed or name == "plan"
    assert problems(made) == []
    assert actions(made) == []
    metadata, title = described(made)
    assert title == code[:24].strip()
    assert metadata.count(b"<?xpacket") == 2


def described(made: bytes) -> tuple[bytes, str]:
    """The XMP packet of a PDF, and the title in it."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        metadata = pdf.Root.Metadata.read_bytes()
    title = ElementTree.fromstring(metadata).find(".//{http://purl.org/dc/elements/1.1/}title//{*}li")
    assert title is not None
    return metadata, title.text or ""


def actions(made: bytes) -> list[str]:
    """The actions of a PDF when it is opened, except going to a page."""
    doing = {"/JS", "/JavaScript", "/Launch", "/URI", "/AA", "/OpenAction", "/SubmitForm", "/GoToR", "/RichMedia"}
    with pikepdf.open(io.BytesIO(made)) as pdf:
        held = [thing for thing in pdf.objects if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream))]
        return [key for thing in held for key in (*thing.keys(), str(thing.get("/S", ""))) if key in doing]


@pytest.mark.parametrize("code", CODE)
def test_code_is_shown_as_text(code: str, tmp_path: Path) -> None:
    output = run("show", str(routine(tmp_path, code))).output
    assert plain(code) in plain(output)


WATCHED = """
import json, sys
seen = []
def hook(event, given):
    if event in ("open", "import", "compile", "exec", "os.system", "subprocess.Popen", "os.exec", "os.fork",
                 "os.posix_spawn", "os.spawn", "pty.spawn", "ctypes.dlopen") or event.startswith("socket."):
        seen.append((event, [str(part) for part in given]))
sys.addaudithook(hook)
from cardgen.cli import main
try:
    main(sys.argv[2:], standalone_mode=False)
finally:
    found = list(seen)
    json.dump(found, open(sys.argv[1], "w"))
"""
MARK = "MARKED"
"""A word in all code of the watched routine."""


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, list[str]]]:
    """The events of a run that prints a program with a routine full of code, and with routines of other folders."""
    folder = tmp_path_factory.mktemp("folder")
    (folder / "inside").mkdir()
    code = f"{{{{ {MARK}.__class__ }}}} {{% include '/etc/{MARK}' %}} __import__('{MARK}')"
    (folder / "outside.yaml").write_bytes(routine(folder / "inside", code).read_bytes())
    (folder / "inside" / "link.yaml").symlink_to(folder / "outside.yaml")
    program = folder / "inside" / "program.yaml"
    program.write_text("name: P\nsummary: S.\nparts:\n  - {routine: code.yaml}\n  - {routine: joints}\n")
    return watched(folder, "cards", str(program), "--attach", "-o", str(folder / "out.pdf"))


def watched(folder: Path, *arguments: str) -> list[tuple[str, list[str]]]:
    """The events of a run."""
    log = folder / "events.json"
    command = [sys.executable, "-c", WATCHED, str(log), *arguments]
    paths = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=folder, env=paths, check=False, capture_output=True)
    return [(event, given) for event, given in json.loads(log.read_text())]


def test_nothing_of_a_routine_is_compiled_or_imported(events: list[tuple[str, list[str]]]) -> None:
    assert {event for event, _ in events} >= {"open", "import", "compile"}
    assert [event for event in events if event[0] in ("compile", "import", "exec") and MARK in str(event[1])] == []


def test_nothing_is_sent_and_nothing_is_started(events: list[tuple[str, list[str]]]) -> None:
    assert {event for event, _ in events} <= {"open", "import", "compile", "exec", "ctypes.dlopen"}


def test_nothing_is_read_but_the_program_and_what_is_shipped(events: list[tuple[str, list[str]]]) -> None:
    opened = {Path(given[0]).resolve() for event, given in events if event == "open" and not given[0].isdigit()}
    shipped = [ROOT, *map(Path, sysconfig.get_paths().values()), Path(sys.base_prefix)]
    others = [path for path in opened if not any(path.is_relative_to(folder.resolve()) for folder in shipped)]
    names = {path.name for path in others if not path.is_dir() and not path.name.startswith(".")}
    assert names == {"program.yaml", "code.yaml"}


@pytest.mark.one_in(3)
@pytest.mark.parametrize("name", ["../outside.yaml", "link.yaml", "{folder}/outside.yaml", "..\\outside.yaml"])
def test_a_program_reads_nothing_outside_its_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "outside.yaml").write_bytes(routine(tmp_path / "inside", "Knead.").read_bytes())
    (tmp_path / "inside" / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    program = tmp_path / "inside" / "program.yaml"
    part = json.dumps(name.format(folder=tmp_path))
    program.write_text(f"name: P\nsummary: S.\nparts:\n  - {{routine: {part}}}\n", encoding="utf-8")
    with pytest.raises(UserError, match="no file with this name next to the program"):
        load_selection([str(program)])
    opened = [given[0] for event, given in watched(tmp_path, "check", str(program)) if event == "open"]
    assert str(program) in opened
    assert not any("outside" in path or "link" in path for path in opened)


@pytest.mark.parametrize(
    "data",
    [
        b"<?xpacket begin=" * 300_000,
        b"<?xpacket begin=" + b"<dc:source>" * 300_000 + b"<?xpacket end=",
        b"<?xpacket begin=<dc:source>" + b"[" * 1_000_000 + b"</dc:source><?xpacket end=",
        b'<?xpacket begin=<dc:source>{"a":' + b"[" * 500_000 + b"]" * 500_000 + b"}</dc:source><?xpacket end=",
        b"%%EOF" * 500_000,
    ],
)
def test_a_pdf_that_asks_for_much_is_reported_in_a_line(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "bomb.pdf").write_bytes(b"%PDF-1.7\n" + data)
    with bounded(seconds=10), pytest.raises(UserError) as raised:
        read_record(tmp_path / "bomb.pdf")
    assert len(str(raised.value)) < 200 + len(str(tmp_path))


def test_a_pdf_does_nothing_to_a_terminal(tmp_path: Path) -> None:
    """Its names may come from anybody."""
    data = print_cards(plan(load_selection(["joints"]))).data
    changed = data.replace(b"Joint movements J", b"Joint\\u001b[2J.. 1"[:17])
    assert changed != data
    assert len(changed) == len(data)
    (tmp_path / "odd.pdf").write_bytes(changed)
    result = run("inspect", str(tmp_path / "odd.pdf"))
    assert result.exit_code == 0
    assert "\x1b" not in result.output
    assert "Joint<U+001B>[2J" in result.output


@pytest.mark.parametrize(
    "phrase",
    [
        "{% for a in values %}x{% endfor %}",
        "{{ values * 999999999 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ values | join(values) }}",
        "{{ values | join('-') | join('-') }}",
        "{{ values | center(1000000000) }}",
        "{{ '%999999999d' % 1 }}",
        "{{ values ~ values }}",
        "{{ values.__class__ }}",
        "{{ values['__class__'] }}",
        "{{ values.append(1) }}",
        "{{ range(9) }}",
        "{{ self }}",
        "{% set a = 1 %}",
        "{% macro a() %}{{ a() }}{% endmacro %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% if values %}",
        "{% if values > '1' %}a{% endif %}",
        "{% if values == 1 %}a{% endif %}",
        "{% if 'a' in values %}a{% endif %}",
        "{{ unknown }}",
        "{{ unknown if values }}",
        "{{",
    ],
)
def test_phrases_cannot_run_code(phrase: str) -> None:
    with pytest.raises(UserError, match="cannot be filled"):
        fill(phrase, values=["a", "b"])


def test_phrases_may_have_conditions() -> None:
    phrase = '{% if count == "1" and not note %}once{% else %}{{ count }} times{% endif %}'
    assert fill(phrase, count=1, note="") == "once"
    assert fill(phrase, count="3", note="") == "3 times"
    assert fill("{{ values }}", values="{{ 7*7 }}") == "{{ 7*7 }}"
    assert fill("{% if values %}{{ values }}{% endif %}", values="{{ 7*7 }}") == "{{ 7*7 }}"
