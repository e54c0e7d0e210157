"""Did you mean: suggests the known word that an author meant by an unknown one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

SYNONYMS = {
    # techniques (massage facts, vocabulary)
    "stroking": "effleurage glide", "stroke": "effleurage glide", "gliding": "effleurage glide",
    "glide": "effleurage", "petrissage": "kneading",
    "traction": "stretching", "pulling": "stretching", "trembling": "vibration", "vibrating": "vibration",
    "circling": "circles", "chopping": "hacking", "tapotement": "tapping", "patting": "tapping",
    "trigger-point": "press-and-hold", "brushing": "feathering", "mobilisation": "joint-movement",
    "mobilization": "joint-movement", "resting": "holding",
    "hold": "holding", "knead": "kneading", "wring": "wringing", "squeeze": "squeezing",
    "rock": "rocking", "tap": "tapping", "stretch": "stretching", "feather-stroke": "feathering",
    # pressure: only toward less
    "very-light": "feather", "gentle": "light", "soft": "light",
    # body areas
    "hand": "arms", "hands": "arms", "wrist": "arms", "wrists": "arms", "finger": "arms", "fingers": "arms",
    "forearm": "arms", "elbow": "arms", "foot": "feet", "toes": "feet", "thigh": "legs", "calf": "legs", "knee": "legs",
    "neck": "neck-shoulders", "shoulder": "neck-shoulders", "shoulders": "neck-shoulders", "face": "head",
    "scalp": "head", "belly": "trunk-front", "abdomen": "trunk-front", "stomach": "trunk-front", "chest": "trunk-front",
    "spine": "back",
    # directions
    "anticlockwise": "counterclockwise", "anti-clockwise": "counterclockwise", "counter-clockwise": "counterclockwise",
    # hands
    "whole-hand": "palms", "whole-hands": "palms", "flat-hand": "palms", "flat-hands": "palms", "both-palms": "palms",
    "thumb": "thumbs", "fingertip": "fingertips", "palm": "palms", "knuckle": "knuckles", "fists": "fist",
    # sides
    "both-at-once": "together", "both-together": "together", "at-once": "together", "at-the-same-time": "together",
    "one-side-then-the-other": "each", "one-then-the-other": "each", "each-side": "each",
    # positions
    "face-down": "prone", "face-up": "supine", "sitting": "seated",
    "lying-face-down": "prone", "lying-face-up": "supine",
    "lying-on-the-back": "supine", "on-the-back": "supine", "lying-on-the-stomach": "prone", "on-the-stomach": "prone",
    "on-the-side": "side", "lying-on-the-side": "side",
    # signs of drawings
    "pull": "stretch", "shake": "rock", "circle": "circles", "twist": "wring", "pat": "tap", "chop": "hack",
    # keys
    "picture": "image", "photo": "image", "title": "name", "description": "detail", "warning": "caution",
    "contraindications": "not_with", "contraindication": "not_with", "not-for": "not_with",
    "warnings": "cautions caution",
    "between": "before_other_side", "between_sides": "before_other_side",
    "questions": "ask", "not_with": "leave_out_with", "leave_out_with": "not_with",
    "repetitions": "repeat times", "repetition": "repeat times", "reps": "times", "metronome": "beat", "pause": "rest",
    "duration": "minutes", "location": "where", "question": "ask", "speed": "pace", "tempo": "pace",
}  # fmt: skip
"""Known words by others that mean the same for the body: a wrong word on a card can hurt somebody.

Where there are two, the second is a sign of a drawing."""
TO_HEART = {"toward-head": "up an arm or a leg", "toward-feet": "down the neck or the head"}
FROM_HEART = {"toward-feet": "down an arm or a leg", "toward-head": "up the neck or the head"}
MEANINGS: dict[str, dict[str, str]] = {
    "up": {"toward-head": "toward the head", "up-and-back": "there and back again"},
    "upward": {"toward-head": "toward the head", "up-and-back": "there and back again"},
    "down": {"toward-feet": "toward the feet", "away-from-spine": "away from the spine"},
    "downward": {"toward-feet": "toward the feet", "away-from-spine": "away from the spine"},
    "toward-the-heart": TO_HEART, "to-the-heart": TO_HEART, "toward-heart": TO_HEART, "towards-the-heart": TO_HEART,
    "proximal": TO_HEART, "centripetal": TO_HEART,
    "away-from-the-heart": FROM_HEART, "away-from-heart": FROM_HEART, "distal": FROM_HEART, "centrifugal": FROM_HEART,
    "lateral": {"outward": "away from the middle", "across": "from side to side"},
    "medial": {"inward": "toward the middle"},
    "back": {"toward-feet": "toward the feet", "up-and-back": "there and back again"},
    "in": {"inward": "toward the middle", "in-place": "without moving on"},
    "both": {
        "both-ways": "to and fro", "circles-both-ways": "circles each way around", "together": "both at once",
        "each": "one side, then the other",
    },
    "circle": {"clockwise": "", "counterclockwise": "", "circles-both-ways": "each way around"},
    "circles": {"clockwise": "", "counterclockwise": "", "circles-both-ways": "each way around"},
    "far": {"far-then-near": "both sides, far first"},
    "one": {"near": "one side, the one next to you", "left": "one side", "right": "one side"},
    "finger": {"fingertips": "", "thumb-and-finger": "pinching"},
    "fingers": {"fingertips": "", "thumb-and-finger": "pinching"},
    "elbow": {"forearm": "the part next to it; with a note such as 'the elbow'"},
    "hand": {"palms": "", "heel-of-hand": "", "edge-of-hand": "", "hand-on-hand": "one on the other"},
    "press": {"pressing": "", "press-and-hold": "", "compression": "with the whole hand"},
    "rolling": {"skin-rolling": "a fold of skin", "knuckling": "with the knuckles"},
    "cupping": {"hacking": "with the edges of the hands", "tapping": "with the fingertips"},
    "shaking": {"rocking": "slow and wide", "vibration": "quick and small"},
    "light": {}, "right": {},  # neither is a typo of the other
    "hard": {"firm": "", "deep": ""}, "strong": {"firm": "", "deep": ""},
}  # fmt: skip
"""Words that may mean several known ones, and what each of these means on a body."""
PART_END = re.compile(r"[-.]")
LONGEST_NAME = 60
"""No known name is longer, and no much longer word is a typo of one."""
SHORTEST_TYPO, SHORTEST_DOUBLE_TYPO = 3, 9
"""The letters that a word needs to be taken for a typo, and for one with two mistakes."""
MOST_LISTED = 100
"""The most known words that are listed if none is near."""


def find_typo(name: str, known: Iterable[str]) -> str | None:
    """The known word that this one is a typo of; None where two different ones are equally near."""
    typos = sorted((distance, word) for word in known if (distance := _typo_distance(name, word)) is not None)
    nearest = [word for distance, word in typos if distance == typos[0][0]]
    return nearest[0] if len({word.removesuffix("s") for word in nearest}) == 1 else None


def suggest(name: str, known: Iterable[str]) -> str:
    """Name the known word that was surely meant, or list all known words.

    A word that only looks similar may mean the opposite on a body: it must be a typo of one letter, of two in a long
    word, or another word for the same.
    """
    words = sorted(known) if isinstance(known, (set, frozenset)) else list(known)  # the order may matter to the author
    words = [word for word in words if word != name]  # nobody means the name that was just refused
    if meant := find_meant(name, words):
        look_alike = meant.isascii() and not name.isascii()
        return f"Did you mean '{meant}'?{' Type it again, in plain letters.' if look_alike else ''}"
    sides = [f"'{word}'" for word in words if word.partition(".")[0] == name]
    return f"Write {', or '.join(sides)}, or both." if len(sides) > 1 else list_words(words)


def list_words(words: Sequence[str]) -> str:
    """All the words to choose from; empty when there are none."""
    more = ", ..." if len(words) > MOST_LISTED else ""
    return f"Write one of: {', '.join(words[:MOST_LISTED])}{more}." if words else ""


def suggest_on_body(name: str, known: Iterable[str]) -> str:
    """The same for words that mean something on a body: a word that may mean several is answered with all of them."""
    words = sorted(known) if isinstance(known, (set, frozenset)) else list(known)
    plain = _plain(name)
    if find_synonym(plain, words) or (plain not in MEANINGS and find_typo(plain, words)):
        return suggest(name, words)
    meanings = {word: what for word, what in MEANINGS.get(plain, {}).items() if word in words}
    named = [word for word in words if plain in word.partition(".")[0].split("-")]  # on either side of the body
    meanings |= {word: "" for word in named if word not in meanings}
    offered = [f"'{word}' ({what})" if what else f"'{word}'" for word, what in meanings.items()]
    others = ", ".join([word for word in words if word not in meanings][:MOST_LISTED])
    if not offered:
        return list_words(words)
    choice = "if you mean that" if len(offered) == 1 else "whichever you mean"
    return f"Write {', or '.join(offered)}, {choice}{f'; or one of: {others}' if others else ''}."


def find_synonym(name: str, known: Sequence[str]) -> str | None:
    """The known word that is another one for the same."""
    return next((word for word in SYNONYMS.get(name, "").split() if word in known), None)


def find_meant(name: str, known: Sequence[str]) -> str | None:
    """The known word of which this one is a typo, a synonym or the only such part."""
    name = _plain(name)
    if meant := find_typo(name, known) or find_synonym(name, known):
        return meant
    longer = [word for word in known if name in word.split("-")]
    return longer[0] if len(longer) == 1 else None


def _plain(name: str) -> str:
    """A word as known words are written."""
    return unicodedata.normalize("NFKC", name).lower().replace(" ", "-")


def _typo_distance(name: str, word: str) -> int | None:
    """The edit distance of two words, or None if it is too large for a typo.

    In words of several parts no part may be another word: "toward-hand" is not "toward-head".
    """
    parts = list(zip(PART_END.split(name), PART_END.split(word), strict=False))
    several = len(PART_END.split(name)) == len(PART_END.split(word)) > 1
    if several and None in [_word_distance(*part) for part in parts]:
        return None
    return _word_distance(name, word)


def _word_distance(name: str, word: str) -> int | None:
    letters = min(len(name), len(word))
    most = 0 if letters < SHORTEST_TYPO else 1 if len(name) < SHORTEST_DOUBLE_TYPO else 2
    if abs(len(name) - len(word)) > most or len(name) > LONGEST_NAME:
        return None
    distance = _edit_distance(name, word)
    return distance if distance <= most else None


def _edit_distance(name: str, word: str) -> int:
    """How many letters are wrong, missing, added or swapped with the next (optimal string alignment)."""
    rows = [list(range(len(word) + 1))]
    for i, letter in enumerate(name, 1):
        row = [i]
        for j, other in enumerate(word, 1):
            least = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != other))
            if i > 1 and j > 1 and (letter, name[i - 2]) == (word[j - 2], other):
                least = min(least, rows[-2][j - 2] + 1)
            row.append(least)
        rows.append(row)
    return rows[-1][-1]


END = tuple(".!?")
NOTHING = ("none", "nothing", "no", "n/a", "-", "nil", "empty")
"""What people write where there is nothing to say."""
BULLETS = "–—−‐‑•·●◦○▪‣*+"
"""The signs that office programs put before an entry, in place of a hyphen."""


def suggest_list(text: str) -> str:
    """How to write a text where a list of texts is needed; after a dash in it, another one begins."""
    if text.strip().lower() in NOTHING:
        return "Leave it out: without it, nothing is printed."
    if re.match(rf"[{BULLETS}]\s", text):
        return f"Write '- ' in place of '{text[0]}' on each line below: one entry to a line."
    if re.search(r"\S\s+- \S", text):
        return "Write a dash and a space before its first line too: each line with a dash is one entry."
    if re.fullmatch(r"[\w.-]+(?:\s*,\s*[\w.-]+)+", text):
        return f"Write a list: [{', '.join(entry.strip() for entry in text.split(','))}]."
    return "Write it on the next line, after a dash and a space." if " " in text else f"Write a list: [{text}]."


def suggest_text(entries: Sequence[str], name: str = "") -> str:
    """How to write a list of texts where one text is needed: a condition is not joined to another one."""
    if name == "only_with":
        return f"Write an entry for each: one with {' and one with '.join(f'{name}: {entry}' for entry in entries)}."
    if name == "area" and entries:
        others = " or ".join(f"'area: {entry}'" for entry in entries[1:])
        return f"Write the one that most steps are for, as in '{entries[0]}'; and {others} in a step for another one."
    if any(entry[-1:] in END for entry in entries):
        return f"Write one text: '{' '.join(entry if entry[-1:] in END else f'{entry}.' for entry in entries)}'."
    return f"Write one text: '{', '.join(entries)}'."
