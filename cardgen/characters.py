"""Characters of texts, wherever they come from: brought into one form, and those that no text may have."""

from __future__ import annotations

import re
import unicodedata

CURLY_QUOTED = "[“”„«»‘‚‹›]([^“”„«»‘’‚‹›]+)[“”„«»‘’‹›]"
"""A text between quotation marks that hold no text together in a file, as word processors write them."""
# Patterns that are rarely needed are compiled when they are used.
LINE_END = "[\n\r\x85\u2028\u2029](?:(?<=\r)\n)?"
"""What ends a line in YAML; it begins with one of a few characters, which are found fast."""
SPACE = "[ \t\n\r\x85\u2028\u2029]+"
"""Where a text may be divided into lines: not at a no-break space, which stays as it is."""
SOFT_HYPHEN = "\u00ad"
"""A soft hyphen: a word may be divided here; it is printed only at the end of a line, as a hyphen."""
STRAY_SOFT_HYPHEN = f"(?<![^\\W_]){SOFT_HYPHEN}|{SOFT_HYPHEN}(?![^\\W_])"
"""A soft hyphen that is not between two letters."""
REPLACEMENT = "\ufffd"
"""The character that programs write for a letter that they could not read."""
ACCENT = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
"""Accents for letters of Latin, Greek and Cyrillic; most letters and their accents are one character."""
APART = str.maketrans(
    {
        letter: unicodedata.normalize("NFC", unicodedata.normalize("NFD", letter)[:-1])
        + unicodedata.normalize("NFD", letter)[-1]
        for letter in (
            "ǢǣǦǧǨǴǵǸǹȞȟȦȧȨȩȮȯȲȳӚӛӪӫḂḄḅḈḉḊḌḍḐḑḞḠḡḢḣḤḥḦḧḨḩḰḲḳḶḷḾḿṀṁṂṃṄṅṆṇṔṕṖṗṘṙṚ"
            "ṛṠṡṢṣṪṬṭṼṽṾṿẆẇẈẉẊẋẌẍẎẏẐẑẒẓẘẙὰὲὴὶὸὺὼᾰᾱᾸᾹᾺῈῊῐῑῘῙῚῠῡῨῩῪῸ"
        )
    }
)
"""Letters that the fonts lack, and put together of a letter and an accent: those of Sanskrit, of Yoruba ..."""
FORBIDDEN = (
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff"
    "\ue000-\uf8ff\ufeff\ufff9-\ufffd]"
)
"""Characters that nobody can see, those that reverse the order of letters, and those that have no fixed meaning."""
UNSEEN = str.maketrans(dict.fromkeys(f"\n\u00a0{SOFT_HYPHEN}", " "))
"""Characters that are not printable by themselves, and that a text may have."""


def normalize_text(text: str) -> str:
    """A text as it is printed: on one line, letters and accents joined if the fonts can; empty if it is only spaces."""
    if text.isascii() and text.isprintable():
        return text if text.strip() else ""
    if not text.isprintable() and ("\t" in text or re.search(LINE_END, text)):
        text = " ".join(filter(None, re.split(SPACE, text)))
    text = unicodedata.normalize("NFC", text).translate(APART)
    if SOFT_HYPHEN in text:
        text = re.sub(STRAY_SOFT_HYPHEN, "", text)
    return text if text.strip() else ""


def find_forbidden(text: str) -> str:
    """The first character of a text that no text may have; empty if there is none."""
    if text.translate(UNSEEN).isprintable() and REPLACEMENT not in text:
        return ""
    bad = re.search(FORBIDDEN, re.sub(LINE_END, " ", text))
    return bad[0] if bad else ""


def explain_forbidden(char: str) -> tuple[str, str]:
    """The problem and the remedy for a character that no text may have."""
    code = f"U+{ord(char):04X}"
    if char == REPLACEMENT:
        return f"This text contains {code}, which replaces a letter that was lost.", "Type this line again by hand."
    if unicodedata.category(char) == "Co":
        problem = f"This text contains {code}, which is a different sign in each font."
        return problem, "Type this line again by hand."
    return f"This text contains an invisible character: {code}.", "Type this line again by hand."


def name_character(char: str) -> str:
    """A character in a report, with its number and its name: "'揉' (U+63C9, cjk unified ideograph-63c9)"."""
    name = unicodedata.name(char, "").lower()
    shown = f"\u25cc{char}" if unicodedata.combining(char) else char
    return f"'{shown}' (U+{ord(char):04X}{name and f', {name}'})"
