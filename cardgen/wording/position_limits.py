"""Rules for some receivers because of how they lie in a session."""

from __future__ import annotations

from cardgen.planning.session import Session, SessionPart
from cardgen.wording.entry_words import PositionWords
from cardgen.wording.words import Words


def ruled_out_by_position(part: SessionPart, words: Words) -> tuple[str, ...]:
    """The conditions that rule out a routine which is all in one position: "pregnancy (never face down)"."""
    ruled_out = (limit for limit in _limits(part, words) if _is_left_out(part, limit))
    return tuple(f"{limit.condition} ({limit.remark})" for limit in ruled_out)


def without_remark(condition: str, words: Words) -> str:
    """A condition without what a position adds to it: "pregnancy (never face down)" is pregnancy."""
    for limit in words.position_limits.values():
        condition = condition.removesuffix(f" ({limit.remark})")
    return condition


def remarks_on_positions(session: Session, words: Words) -> dict[str, str]:
    """What must not happen with a condition in the positions of a session: "not flat on the back after week 16"."""
    found: dict[str, list[str]] = {}
    for part in session.parts:
        for limit in limits_within(part, words):
            if limit.remark not in found.setdefault(limit.condition, []):
                found[limit.condition].append(limit.remark)
    return {condition: ", ".join(remarks) for condition, remarks in found.items() if remarks}


def limits_within(part: SessionPart, words: Words) -> list[PositionWords]:
    """What must not happen with a condition in the positions of a routine which it does not rule out."""
    return [limit for limit in _limits(part, words) if not _is_left_out(part, limit)]


def _limits(part: SessionPart, words: Words) -> list[PositionWords]:
    limits = map(words.position_limits.get, part.positions)
    return [limit for limit in limits if limit]


def _is_left_out(part: SessionPart, limit: PositionWords) -> bool:
    return limit.left_out and len(part.positions) == 1
