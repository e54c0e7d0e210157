"""Writes what sessions of each length hold into `docs/session-lengths.md`: `python docs/session_table.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cardgen.errors import UserError
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session, SessionPart

PAGE = Path(__file__).with_name("session-lengths.md")
LENGTHS = {
    "full-body": (30, 45, 60, 75, 90, 120),
    "back-relaxing": range(10, 46, 5),
    "legs-back": range(15, 61, 5),
    "partner": range(10, 46, 5),
    "back-and-legs": range(25, 91, 5),
    "evening-for-two": range(20, 51, 5),
}
INTRODUCTION = """# What a session of each length holds

A longer session has everything that a shorter one has. Times are minutes of work, on both sides, without changeovers.
The program writes this page itself (`python docs/session_table.py`).
"""


def main() -> None:
    PAGE.write_text(session_page(), encoding="utf-8")


def session_page() -> str:
    """The page: a table for each routine and program."""
    return INTRODUCTION + "".join(map(_table, LENGTHS))


def _table(name: str) -> str:
    selection = load_selection([name])
    found = {minutes: _session(name, minutes) for minutes in LENGTHS[name]}
    sessions = {minutes: session for minutes, session in found.items() if session}
    head = ["Minutes", *map(str, sessions)]
    rows = [head, ["---", *(["---:"] * len(sessions))]]
    for selected in selection.routines:
        parts = {minutes: _part(session, selected.routine.name) for minutes, session in sessions.items()}
        if len(selection.routines) > 1:
            rows.append([f"**{selected.routine.name}**", *(_bold(_minutes(part)) for part in parts.values())])
        for step in selected.routine.steps:
            rows.append([step.name, *(_step(part, step.id) for part in parts.values())])
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(["", f"## {selection.name}", "", *_refused(found), *lines, ""])


def _refused(found: dict[int, Session | None]) -> Iterator[str]:
    """The lengths that are too short."""
    if short := [str(minutes) for minutes, session in found.items() if session is None]:
        yield f"Too short for a whole session: {', '.join(short)} minutes."
        yield ""


def _session(name: str, minutes: int) -> Session | None:
    try:
        return plan(load_selection([name]), minutes=minutes)
    except UserError:
        return None


def _part(session: Session, name: str) -> SessionPart | None:
    return next((part for part in session.parts if part.routine.name == name), None)


def _minutes(part: SessionPart | None) -> str:
    return f"{part.passes * sum(turn.total for turn in part.turns) / 60:.0f}" if part else ""


def _step(part: SessionPart | None, step: str) -> str:
    """The time of a step with everything it repeats: "2:30"."""
    turn = next((turn for turn in part.turns if turn.step.id == step), None) if part else None
    seconds = part.passes * turn.total if part and turn else 0
    return f"{seconds // 60}:{seconds % 60:02d}" if seconds else ""


def _bold(text: str) -> str:
    return f"**{text}**" if text else ""


if __name__ == "__main__":
    main()
