"""What answers a page: the same prints as the command line, from names and texts, and from no other file."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path

import msgspec
import pytest

from cardgen.exchange.starter import starter_text
from cardgen.files.own_files import own_folder
from cardgen.library.finding import find_file
from cardgen.library.loading import load_file
from cardgen.model.routine import Routine, Step
from cardgen.web.answers import ANSWERS, answer
from cardgen.web.drafts import NEEDED, NEEDED_OF_STEP
from cardgen.web.jobs import REFUSED_FIELDS
from tests.support.asking import ask, faults, told
from tests.support.commands import run
from tests.support.folders import ROOT
from tests.support.printed import page_texts
from tests.support.together import together

pytestmark = pytest.mark.usefixtures("empty_folder")
MINE = starter_text(Path("mine.yaml"))
PRINTS = [
    ("cards", {"routines": ["legs-back"], "minutes": 20}, ["cards", "legs-back", "--minutes", "20"]),
    (
        "cards",
        {"routines": ["chest"], "layout": "overview", "stock": "a5", "recipient": "Zoë"},
        ["cards", "chest", "--layout", "overview", "--stock", "a5", "--for", "Zoë"],
    ),
    ("plan", {"routines": ["face", "scalp"], "paper": "letter"}, ["plan", "face", "scalp", "--paper", "letter"]),
    ("booklet", {"routines": ["hands-quick"], "theme": "mono"}, ["booklet", "hands-quick", "--theme", "mono"]),
    ("cards", {"routines": ["mine.yaml"], "copies": "2"}, ["cards", "mine.yaml", "--copies", "2"]),
]


@pytest.mark.parametrize(("kind", "fields", "command"), PRINTS)
def test_a_print_has_the_bytes_of_the_command_line(kind: str, fields: dict[str, object], command: list[str]) -> None:
    Path("mine.yaml").write_text(MINE, encoding="utf-8")
    assert run(*command, "-o", "cli.pdf").exit_code == 0
    Path("mine.yaml").unlink()
    reply = ask("print", print=kind, fields=fields, files={"mine.yaml": MINE})
    assert reply.status == 200
    assert reply.data == Path("cli.pdf").read_bytes()
    shown = told("preview", print=kind, fields=fields, files={"mine.yaml": MINE})
    assert b64decode(shown.pop("pdf")) == reply.data
    assert shown == json.loads(json.dumps(reply.details))


def test_what_is_listed_can_be_printed() -> None:
    listed = told("list")
    assert {"back-relaxing", "full-body"} <= {routine["name"] for routine in listed["routines"]}
    for routine in listed["routines"]:
        assert routine["least"] <= routine["minutes"]
        assert set(routine["areas"]) <= {area["name"] for area in listed["areas"]}
    assert {stock["group"] for stock in listed["stocks"]} == {"cut", "perforated", "pouch", "fold"}
    assert not {field["name"] for field in listed["fields"]["cards"]} & set(REFUSED_FIELDS)
    drawn = told("pictures", routines=[routine["name"] for routine in listed["routines"]])
    assert all(figures and all(svg.startswith("<svg") for svg in figures) for figures in drawn.values())


def test_the_shortest_time_of_a_listing_is_enough() -> None:
    for routine in told("list")["routines"][::4]:
        fields = {"routines": [routine["name"]], "minutes": routine["least"]}
        assert told("plan", fields=fields)["minutes"] <= routine["least"]


@pytest.mark.parametrize(
    "fields",
    [
        {"routines": ["/etc/passwd.yaml"]},
        {"routines": ["../../routines/chest.yaml"]},
        {"routines": [str(ROOT / "routines" / ".." / "pyproject.yaml")]},
        {"routines": ["C:\\secret.yaml"]},
        {"routines": ["secret.yaml"]},
        {"routines": ["chest"], "stock": "./secret.yaml"},
        {"routines": ["chest"], "stock": "secret.yaml"},
        {"routines": ["chest"], "routines_folder": "."},
        {"routines": ["chest"], "deck": "secret.pdf"},
        {"routines": ["chest"], "only_changed": "secret.pdf"},
    ],
)
def test_no_file_of_this_machine_is_read(fields: dict[str, object]) -> None:
    for name in ("secret.yaml", "secret.pdf"):
        Path(name).write_text("name: A secret\nsteps: 7\n", encoding="utf-8")
    found = faults("print", print="cards", fields=fields)
    assert found
    assert "A secret" not in json.dumps(found)
    assert str(Path.cwd()) not in json.dumps(found)


def test_a_picture_beside_a_routine_is_only_one_that_came_with_it() -> None:
    Path("photo.png").write_bytes(b"no picture at all")
    pictured = MINE.replace("    # image: my-photo.jpg", "    image: photo.pgn\n    # ")
    found = faults("print", print="cards", fields={"routines": ["mine.yaml"]}, files={"mine.yaml": pictured})
    assert "photo.png" not in json.dumps(found)


def test_the_files_of_one_request_are_gone_with_it() -> None:
    assert ask("print", print="cards", fields={"routines": ["mine.yaml"]}, files={"mine.yaml": MINE}).status == 200
    assert "did not come with" in faults("print", print="cards", fields={"routines": ["mine.yaml"]})[0]["problem"]


def test_the_users_own_library_is_listed(own_files: None) -> None:
    own = Path("routines")
    own.mkdir()
    (own / "evening-hands.yaml").write_text(MINE, encoding="utf-8")
    assert "evening-hands" in {routine["name"] for routine in told("list")["routines"]}
    assert ask("print", print="plan", fields={"routines": ["evening-hands"]}).status == 200


def test_a_fault_has_the_place_of_its_value() -> None:
    step = {"id": "a", "name": "A", "technique": "holding", "where": "The back", "cue": "", "detail": "Hold."}
    draft = {"name": "Mine", "summary": "A test.", "area": "back", "receiver": "prone", "steps": [step]}
    found = told("check", routine="mine.yaml", files={"mine.yaml": json.dumps(draft, indent=1)})["faults"]
    assert [fault["place"] for fault in found] == [["steps", 0, "cue"]]


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"cue": "Glide up, and " * 9},
        {"repeat": {"times": "many"}, "drawing": {"view": "nowhere"}, "hands": ["feet"]},
        {"technique": "", "minutes": "soon", "direction": 7},
    ],
)
def test_an_unfinished_step_has_a_card_already(wrong: dict[str, object]) -> None:
    draft = {"name": "Mine", "steps": [{"name": "Glide along"} | wrong, {"name": ""}], "prepare": [{"icon": "none"}]}
    for step in (1, 2):
        assert ask("card", routine="mine.yaml", step=step, files={"mine.yaml": json.dumps(draft)}).status == 200
    assert faults("card", routine="mine.yaml", step=3, files={"mine.yaml": json.dumps(draft)})


@pytest.mark.parametrize("repeat", [None, 3])
def test_a_technique_is_open_until_it_is_chosen(repeat: int | None) -> None:
    step = {"name": "Glide along"} | ({"repeat": repeat} if repeat else {})
    for technique in ("", "holding"):
        draft = {"name": "Mine", "steps": [step | {"technique": technique}]}
        card = ask("card", routine="mine.yaml", step=1, files={"mine.yaml": json.dumps(draft)})
        assert ("holding" in "".join(page_texts(card.data)).lower()) == (technique == "holding")


def test_an_icon_that_was_deleted_is_forgotten(own_files: None) -> None:
    icons = own_folder() / "icons"
    icons.mkdir(parents=True)
    (icons / "my-bell.svg").write_bytes((ROOT / "cardgen" / "data" / "icons" / "oil.svg").read_bytes())
    belled = MINE.replace("icon: pillow", "icon: my-bell")
    request = {"print": "cards", "fields": {"routines": ["mine.yaml"]}, "files": {"mine.yaml": belled}}
    assert ask("print", **request).status == 200
    (icons / "my-bell.svg").unlink()
    assert "my-bell" in faults("print", **request)[0]["problem"]


def test_the_card_of_a_step_says_what_comes_next() -> None:
    steps = [{"name": "Warm the sole"}, {"name": "Hold the foot"}]
    draft = {"name": "Mine", "area": "feet", "receiver": "supine", "steps": steps}
    files = {"mine.yaml": json.dumps(draft)}
    first, last = (ask("card", routine="mine.yaml", step=step, files=files) for step in (1, 2))
    assert "Hold the foot" in "".join(page_texts(first.data))
    assert "Aftercare" not in "".join(page_texts(first.data))
    assert "Aftercare" in "".join(page_texts(last.data))


def test_a_draft_is_given_all_that_a_routine_needs() -> None:
    for model, needed in ((Routine, {*NEEDED, "steps"}), (Step, set(NEEDED_OF_STEP))):
        assert {field.name for field in msgspec.structs.fields(model) if field.required} == needed


@pytest.mark.parametrize("draft", [{}, [], None, {"steps": []}, {"steps": 3}, {"steps": [1]}, "text"])
def test_where_there_is_no_step_there_is_no_card(draft: object) -> None:
    assert faults("card", routine="mine.yaml", step=1, files={"mine.yaml": json.dumps(draft)})


def test_a_draft_becomes_a_file_and_comes_back() -> None:
    draft = {"name": "Mine", "steps": [{"id": "a", "cue": "ä, ß: yes"}]}
    text = ask("export", routine="mine.json", form="yaml", files={"mine.json": json.dumps(draft)}).data.decode()
    assert told("read", routine="mine.yaml", files={"mine.yaml": text})["data"] == draft


def test_a_routine_survives_a_spreadsheet() -> None:
    table = ask("export", routine="chest", form="csv").data.decode("utf-8-sig")
    imported = told("import", table="chest.csv", files={"chest.csv": table})
    assert imported["data"] == told("read", routine="chest")["data"] | imported["data"]
    assert [step["id"] for step in imported["data"]["steps"]]


def test_a_routine_of_cardgen_is_read_once() -> None:
    once, again = (load_file(find_file("chest")).routines[0] for _ in range(2))
    assert once is again


def test_landmarks_lie_on_their_figure() -> None:
    shown = told("figure", area="back", drawing={"view": "back-torso", "area": ["back"]})
    assert shown["landmarks"]
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in shown["landmarks"].values())


@pytest.mark.parametrize("value", ["'" * 90_000, "'a" * 90_000, "; `cardgen " * 20_000, "<a=" * 60_000])
def test_a_report_does_not_repeat_a_long_text(value: str) -> None:
    draft = {"name": value, "steps": [{"technique": value, "where": value}] * 2}
    found = told("check", routine="mine.yaml", files={"mine.yaml": json.dumps(draft)})["faults"]
    assert found
    assert max(len(json.dumps(fault)) for fault in found) < 20_000


@together
@pytest.mark.parametrize("name", sorted(ANSWERS))
@pytest.mark.parametrize(
    "body",
    [b"[]", b"{", b"\xff\xfe", b"[" * 100_000, b'{"odd": 1}', b'{"files": {"../a.yaml": ""}, "routine": "a"}', b"null"],
)
def test_what_is_no_request_is_refused(name: str, body: bytes) -> None:
    assert answer(name, body).status in (400, 422)


def test_a_fault_of_cardgen_itself_shows_no_path(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(request: object) -> None:
        raise RuntimeError(f"lost in {Path.cwd()}")

    monkeypatch.setitem(ANSWERS, "plan", (ANSWERS["plan"][0], fail))
    reply = ask("plan", fields={})
    assert reply.status == 500
    assert str(Path.cwd()) not in reply.data.decode()
    assert "lost in" in capsys.readouterr().err
