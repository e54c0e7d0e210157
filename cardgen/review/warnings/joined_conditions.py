"""Several conditions in one text, which is printed as one condition, and "none" as a text, which is printed too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardgen.errors import Fault, shorten
from cardgen.model.prose import whole_text
from cardgen.model.routine import Routine
from cardgen.reading.value_types import Place
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.placed_texts import caution_texts, group_conditions
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
NOTHING = WordPattern(
    r"\W*(?:none|nothing|nobody|no|yes|y|x|ok|true|todo|tbd|n/?a|not applicable|nil|empty|-+|\?+)?\W*"
)
SEVERAL = WordPattern(r"[^,;]+[,;] *(?!or\b)(?:[a-z][\w'’-]* ?){1,3}(?:,|;|$)")
"""Short parts between commas: "lymphedema, brittle bones"; not "surgery, if it is less than a year ago"."""
LIMITING = re.compile(r"\b(?:if|when|while|unless|except|but|with|without|less|more|than|in|on|of|for|until|since)\b")


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each such text."""
    routine = file.routine.model
    for place, text in (*group_conditions(routine), *_safety_texts(routine)):
        if NOTHING.fullmatch(text):
            problem = f"'{text}' is printed as it is, as if it were a condition or a caution."
            yield file.routine.warning(place, problem, "Delete this entry: without it, nothing is printed.")
    for place, text in group_conditions(routine):
        first, *others = re.split(r"[,;] *", text)
        if others and SEVERAL.fullmatch(text) and not any(map(LIMITING.search, others)):
            problem = f"'{shorten(text)}' is printed as one condition, as if only all of it together mattered."
            parts = (first, *others)
            each = f"'{' or '.join(parts)}'" if place[-1] == "only_with" else f"a list, [{', '.join(parts)}]"
            remedy = f"If each of them is enough, write {each}; if only all of them together, '{' and '.join(parts)}'."
            yield file.routine.warning(place, problem, remedy)


def _safety_texts(routine: Routine) -> Iterator[tuple[Place, str]]:
    """The other texts that protect the receiver."""
    for field in ("ask", "not_with", "leave_out_with"):
        yield from (((field, number), text) for number, text in enumerate(getattr(routine, field)))
    yield from caution_texts(routine)
    for index, step in enumerate(routine.steps):
        for field in ("caution", "ask"):
            if getattr(step, field) is not None:
                yield ("steps", index, field), whole_text(getattr(step, field))
