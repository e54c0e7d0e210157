"""Did you mean: the known word that an author meant by one that is not known."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

SYNONYMS = {
    # techniques (massage facts, vocabulary)
    "stroking": "effleurage", "stroke": "effleurage", "gliding": "effleurage", "petrissage": "kneading",
    "traction": "stretching", "pulling": "stretching", "shaking": "rocking", "vibration": "rocking",
    "circling": "circles", "cupping": "hacking", "chopping": "hacking", "tapotement": "tapping", "patting": "tapping",
    "trigger-point": "press-and-hold", "brushing": "feathering", "mobilisation": "joint-movement",
    "mobilization": "joint-movement", "resting": "holding", "rolling": "skin-rolling",
    "hold": "holding", "press": "pressing", "knead": "kneading", "wring": "wringing", "squeeze": "squeezing",
    "rock": "rocking", "tap": "tapping",
    # pressure: only toward less
    "very-light": "feather", "gentle": "light", "soft": "light",
    # body areas
    "hand": "arms", "hands": "arms", "wrist": "arms", "wrists": "arms", "finger": "arms", "fingers": "arms",
    "forearm": "arms", "elbow": "arms", "foot": "feet", "toes": "feet", "thigh": "legs", "calf": "legs", "knee": "legs",
    "neck": "neck-shoulders", "shoulder": "neck-shoulders", "shoulders": "neck-shoulders", "face": "head",
    "scalp": "head", "belly": "trunk-front", "abdomen": "trunk-front", "stomach": "trunk-front", "chest": "trunk-front",
    "spine": "back",
    # hands
    "thumb": "thumbs", "fingertip": "fingertips", "palm": "palms", "knuckle": "knuckles", "fists": "fist",
    # positions
    "face-down": "prone", "face-up": "supine", "sitting": "seated",
    # signs of drawings
    "pull": "stretch", "shake": "rock", "circle": "circles", "twist": "wring", "pat": "tap", "chop": "hack",
    # keys
    "picture": "image", "photo": "image", "title": "name", "description": "detail", "warning": "caution",
    "repetitions": "repeat", "repetition": "repeat", "duration": "minutes",
}  # fmt: skip
"""Only what means the same for the body: a wrong word on a card hurts somebody."""
DRAWN = {"stroke": "glide", "stroking": "glide", "gliding": "glide"}
"""What means something else where a sign of a drawing stands."""
LONGEST_NAME = 60
"""No name that is known is longer, and a much longer one is near to none."""
SHORT, LONG = 3, 9
"""A word of fewer letters has no slips, one of so many may have two."""
MOST_LISTED = 100
"""So many known words are listed at most when none is near."""


def suggest(name: str, known: Iterable[str]) -> str:
    """Name the known word that was surely meant, or list them all when none was.

    A word that only looks alike may mean the opposite on a body: it must be a slip of one letter, or of two in a long
    word, or another word for the same.
    """
    known = sorted(known) if isinstance(known, (set, frozenset)) else list(known)  # some orders tell something
    if meant := _meant(unicodedata.normalize("NFKC", name).lower().replace(" ", "-"), known):
        unlike = meant.isascii() and not name.isascii()
        return f"Did you mean '{meant}'?{' Write it anew, in plain letters.' if unlike else ''}"
    more = ", ..." if len(known) > MOST_LISTED else ""
    return f"Write one of: {', '.join(known[:MOST_LISTED])}{more}."


def _meant(name: str, known: Sequence[str]) -> str | None:
    """The known word that another one stands for."""
    parts = [word for word in known if name in word.split("-")]
    same = [word for word in (SYNONYMS.get(name), DRAWN.get(name)) if word in known]
    slips = sorted((distance, word) for word in known if (distance := edit_distance(name, word)) is not None)
    return slips[0][1] if slips else same[0] if same else parts[0] if len(parts) == 1 else None


def edit_distance(name: str, word: str) -> int | None:
    """How many letters are wrong, missing, too many or exchanged, when so few are that one is written for the other."""
    most = 0 if min(len(name), len(word)) < SHORT else 1 if len(name) < LONG else 2
    if abs(len(name) - len(word)) > most or len(name) > LONGEST_NAME:
        return None
    rows = [list(range(len(word) + 1))]
    for i, letter in enumerate(name, 1):
        row = [i]
        for j, other in enumerate(word, 1):
            least = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != other))
            if i > 1 and j > 1 and (letter, name[i - 2]) == (word[j - 2], other):
                least = min(least, rows[-2][j - 2] + 1)
            row.append(least)
        rows.append(row)
    return rows[-1][-1] if rows[-1][-1] <= most else None
