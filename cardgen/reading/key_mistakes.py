"""Keys in a wrong place: of a whole routine in a step, of a step in a phase, and options of a print in a routine."""

from __future__ import annotations

from collections.abc import Collection

from cardgen.errors import shorten

WHOLE_MASSAGE = (
    "Write 'not_with' above 'steps' if nobody with it may have the massage at all, or 'leave_out_with' here if only "
    "this step is left out."
)
WHOLE_ROUTINE = "Write it above 'steps': it is for the whole routine."
OF_ROUTINE = {
    "not_with": WHOLE_MASSAGE,
    "not_for": WHOLE_MASSAGE,
    "contraindication": WHOLE_MASSAGE,
    "contraindications": WHOLE_MASSAGE,
    "only_with": "Write 'cautions' above 'steps', with {only_with: ..., do: ...} in it.",
    "strength_at_most": f"{WHOLE_ROUTINE} If it is for this step alone, write it in 'caution'.",
    "prepare": WHOLE_ROUTINE,
    "principles": WHOLE_ROUTINE,
    "before_other_side": WHOLE_ROUTINE,
    "settle": WHOLE_ROUTINE,
    "rest": f"{WHOLE_ROUTINE} A rest in this step goes into 'repeat': {{rest: ...}}.",
    "after": WHOLE_ROUTINE,
    "note": "Write it in 'detail', in 'caution' if it is one, or with what it is about: {use: palms, note: ...}.",
    "notes": "Write them in 'detail', or in 'caution' if they are one.",
}
"""What to do about a key in a step that must not simply be replaced by another key with a narrower meaning."""
OPTIONS = ("language", "paper", "stock", "theme")
"""What is chosen for a print: a routine does not say it."""


def explain_key(key: str, known: Collection[str]) -> tuple[str, str] | None:
    """The problem with a key that belongs in another place, and its remedy; None for any other."""
    if key in OPTIONS and "steps" in known:
        return (
            f"There is no key '{key}' in this file: it is an option.",
            f"Leave it out, and print with '--{key} ...', or write '{key}: ...' into the settings (`cardgen config`).",
        )
    if key == "sides" and {"do", "repeat"} <= set(known):
        return "A phase has no 'sides'.", "Write two steps instead, one with 'sides: left' and one with 'sides: right'."
    remedy = OF_ROUTINE.get(key.replace("-", "_"))
    is_step = {"technique", "leave_out_with"} <= set(known)
    return (f"There is no key '{shorten(key)}' in a step.", remedy) if remedy and is_step else None
