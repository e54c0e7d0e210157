"""Whatever routine an author writes: each print says all of it or what it leaves out, and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from cardgen.artwork.theme import theme
from cardgen.errors import UserError
from cardgen.files.folders import DATA
from cardgen.files.reading import read_text
from cardgen.layouts.plan.page import lay_out_plan
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper
from cardgen.wording.plan_page import word_plan
from tests.support.own_routine import ROUTINE, Said, routine_says, step_says, written
from tests.support.printed import face_texts, page_texts
from tests.support.printing import print_booklet, print_cards
from tests.support.sampling import examples

FILE = "own.yaml"
LONG = 2
"""Words of a text that may be on two faces."""
ON_CARDS_ALONE = {
    "cue", "detail", "summary", "giver.note", "receiver.note", "hands.other", "way.effect", "variant", "pace",
    "prepare.more", "principles", "principles.more", "after.more",
}  # fmt: skip
"""What a whole routine on one card says it leaves to the step cards."""
NOT_ON_THE_PLAN = {
    "detail", "summary", "where", "hands", "hands.note", "hands.other", "way", "way.note", "way.effect", "giver.note",
    "receiver.note", "variant", "pace", "prepare.more", "principles", "principles.more", "after.more", "level",
}  # fmt: skip
"""What a plan says it leaves to the cards, and what it has icons for."""
LEFT_OUT = {
    "the cues": {"cue"},
    "Full amounts": {"amount"},
    "ranges of pressure, the order of sides and what to ask": {"pressure", "sides", "ask"},
}
"""What a dense plan says that it leaves out."""


def plain(data: bytes) -> str:
    return " ".join(" ".join(page_texts(data)).replace("\ufffe", "").split())


def missing(expected: list[Said], text: str, left_out: set[str]) -> list[Said]:
    """What a print does not say, but should; a text may go on below the title of another face."""
    found = text.lower().replace("\u00a0", " ").replace("- ", "-")
    needed = [one for one in expected if not left_out & {one[0], one[0].removeprefix("phase.")}]
    return [one for one in needed if not is_said(one[1].lower().removesuffix("."), found)]


def is_said(said: str, found: str) -> bool:
    """Whether a text says this: word by word if it is long, else in a row, as far as a face has room.

    A line that goes on below is read before the line above it, or after one of another column, where a card lies on
    its side.
    """
    words = said.split()
    if len(words) > LONG:
        return all(word in found for word in words)
    ways = (
        r".{1,300}, continued .{0,12}".join(map(re.escape, words)),
        r"\b.{1,200}\b".join(map(re.escape, reversed(words))),
        r"\b.{1,200}\b".join(map(re.escape, words)),
    )
    return said in found or (len(words) == LONG and any(re.search(way, found) for way in ways))


def expected_of(routine: dict[str, Any]) -> list[Said]:
    return [*routine_says(routine), *(said for step in routine["steps"] for said in step_says(step))]


def left_out_by(plan_text: str) -> set[str]:
    named = (fields for said, fields in LEFT_OUT.items() if said in plan_text)
    return NOT_ON_THE_PLAN.union(*named)


def words_in(text: str) -> set[str]:
    """The words of a text, without names of cards and revisions."""
    return {word for word in re.findall(r"[a-z]{3,}", text.lower()) if not re.fullmatch(r"[a-f]{1,4}", word)}


def on_cards(session: Session) -> tuple[str, set[str]]:
    return plain(print_cards(session, stock="a6").data), {"summary"}


def on_small_cards(session: Session) -> tuple[str, set[str]]:
    return plain(print_cards(session, stock="poker").data), {"summary"}


def on_overview(session: Session) -> tuple[str, set[str]]:
    text = plain(print_cards(session, stock="a5", layout="overview").data)
    return text, ON_CARDS_ALONE if "Only on step cards" in text else set()


def on_plan(session: Session) -> tuple[str, set[str]]:
    faces = lay_out_plan(word_plan(session), Format(paper("a4").size), theme("standard"))
    return face_texts(faces), left_out_by(face_texts(faces))


def on_booklet(session: Session) -> tuple[str, set[str]]:
    return plain(print_booklet(session, pages=True).data), set()


PRINTS = (on_cards, on_small_cards, on_overview, on_plan, on_booklet)
"""Each gives the text of a print, and the fields that it leaves out."""
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without shrinking, which takes minutes here."""
LANGUAGE = words_in(read_text(DATA / "languages/en/words.yaml"))


@settings(max_examples=examples(20), phases=QUICK, suppress_health_check=list(HealthCheck))
@given(ROUTINE.map(written))
def test_each_print_says_all_and_nothing_else(tmp_path_factory: Any, routine: dict[str, Any]) -> None:
    file: Path = tmp_path_factory.mktemp("own") / FILE
    file.write_text(json.dumps(routine), encoding="utf-8")
    session = plan(load_selection([str(file)]))
    known = LANGUAGE | words_in(json.dumps(routine))
    for make in PRINTS:
        try:
            text, left_out = make(session)
        except UserError as error:
            assert "does not fit" in str(error), make.__name__  # noqa: PT017
            continue
        assert missing(expected_of(routine), text, left_out) == [], f"{make.__name__}: {text}"
        joined = re.sub(r"(?<=\w)-(?=\w)", "", text)
        assert words_in(text) & words_in(joined) - known == set(), make.__name__
