"""Text in the fonts: measured, broken into lines, fitted into a space."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from msgspec import Struct
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from cardgen.characters import SOFT_HYPHEN
from cardgen.errors import Fault, UserError
from cardgen.files.folders import shipped_folder
from cardgen.files.reading import read_bytes
from cardgen.scene import hyphenation
from cardgen.scene.font_file import FontFile

FONT_FILES = {
    "regular": "IBMPlexSans-Regular.ttf",
    "medium": "IBMPlexSans-Medium.ttf",
    "semibold": "IBMPlexSans-SemiBold.ttf",
    "bold": "IBMPlexSans-Bold.ttf",
}
CAP = 0.698
"""Height of a capital in type sizes (IBM Plex Sans, OS/2 table)."""
DESCENT = 0.22
"""How far g, j and y reach below the baseline, in type sizes."""
WORD = re.compile(r"[^ \n]+")
"""A word, between spaces."""
AFTER_HYPHEN = re.compile(r"(?<=\w{3}-)(?=\w{3})")
SENTENCE_ENDS, PAUSES = ".!?:;…", ",–)"
COMMA, USUAL, SHORT, LONELY = 0.2, 0.35, 1.2, 0.8
"""How much a reader stumbles when a line ends after a comma, after any word, after a short one, or holds one word."""
SHORT_WORD = 3
"""The most letters of an article or a preposition, which no line should end with."""
SIZE_STEP = 0.5
"""The step between the type sizes that are tried when text is fitted, in points; the least size is always tried."""


@cache
def font(name: str) -> FontFile:
    """The font `name`, registered for measuring and for the PDF; UserError when its file is missing or damaged."""
    path = shipped_folder("fonts") / FONT_FILES[name]
    try:
        loaded = FontFile(name, read_bytes(path))
    except TTFError:
        raise UserError(Fault("This font is damaged.", "Install cardgen again.", path)) from None
    pdfmetrics.registerFont(loaded)
    return loaded


@lru_cache(maxsize=4096)
def _width(word: str, name: str) -> float:
    return float(pdfmetrics.stringWidth(word.replace(SOFT_HYPHEN, ""), font(name).fontName, 1000)) / 1000


def width(text: str, name: str, size: float) -> float:
    """Width of one line of text, in points."""
    return _width(text, name) * size


def longest_word(text: str, name: str) -> float:
    """Width of the longest word of a text, in type of 1 point; a word may be broken after its hyphens."""
    paragraphs = (_fragments(paragraph, name) for paragraph in text.split("\n"))
    return max((fragment.width for fragments in paragraphs for fragment in fragments), default=0.0)


def missing_characters(text: str) -> list[str]:
    """The characters of `text` that the fonts cannot print."""
    glyphs = font("regular").face.charToGlyph
    return [char for char in dict.fromkeys(text) if ord(char) not in glyphs]


def wrap(text: str, name: str, size: float, room: float) -> tuple[str, ...]:
    """Break text into lines at most `room` points wide; a longer word gets its own line and sticks out.

    A line feed in the text always breaks; a word that is too long is broken with a hyphen if it may be.
    """
    limit = room / size
    softened = text if SOFT_HYPHEN in text else _soften(text, name, limit)
    if SOFT_HYPHEN in softened:
        return tuple(_break_softly(softened, name, limit))
    return tuple(line for paragraph in text.split("\n") for line in _break(_fragments(paragraph, name), limit))


def hyphenate_in(language: str) -> None:
    """Break words that fit on no line as a language does, such as "de", from now on."""
    if language != _Hyphenation.language:
        _Hyphenation.language = language
        fit.cache_clear()


class _Hyphenation:
    """The language in which words are broken."""

    language = "en"


def _soften(text: str, name: str, limit: float) -> str:
    """A text with soft hyphens in the words that are wider than a line; the same text when there are none."""
    if all(fragment.width <= limit for paragraph in text.split("\n") for fragment in _fragments(paragraph, name)):
        return text
    return WORD.sub(lambda word: _soften_word(word[0], name, limit), text)


def _soften_word(word: str, name: str, limit: float) -> str:
    if max(fragment.width for fragment in _split_word(word, name)) <= limit:
        return word
    return SOFT_HYPHEN.join(hyphenation.break_word(word, _Hyphenation.language))


def _break_softly(text: str, name: str, limit: float) -> list[str]:
    """Lines as long as the room allows; a line that ends at a soft hyphen ends with a hyphen, others show none."""
    hyphen, space, limit = _width("-", name), _width(" ", name), limit + 1e-6
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0.0
        for number, word in enumerate(filter(None, paragraph.split(" "))):
            for place, (part, soft) in enumerate(_soft_parts(word)):
                wide, before = _width(part, name), space * (place == 0 and number > 0)
                if line and used + before + wide + hyphen * soft > limit:
                    lines.append(line + "-" * line.endswith(SOFT_HYPHEN))
                    line, used, before = "", 0.0, 0.0
                line = f"{line}{' ' * (before > 0)}{part}{SOFT_HYPHEN * soft}"
                used += before + wide
        lines.append(line)
    return [line.replace(SOFT_HYPHEN, "") for line in lines]


def _soft_parts(word: str) -> list[tuple[str, bool]]:
    """The parts of a word, and whether a soft hyphen is after each."""
    *parts, last = word.split(SOFT_HYPHEN)
    found = [(piece, False) for part in parts for piece in AFTER_HYPHEN.split(part)]
    ends = [len(AFTER_HYPHEN.split(part)) for part in parts]
    for end in accumulate(ends):
        found[end - 1] = (found[end - 1][0], True)
    return [*found, *((piece, False) for piece in AFTER_HYPHEN.split(last))]


class Fragment(Struct, frozen=True):
    """A run of text that a line may be broken before; widths are for type of 1 point."""

    text: str
    joined: str
    """The text when it continues a line: after a space, or without one after a hyphen."""
    width: float
    joined_width: float


@lru_cache(maxsize=2048)
def _fragments(text: str, name: str) -> list[Fragment]:
    """The fragments of a paragraph."""
    return [fragment for word in text.split(" ") if word for fragment in _split_word(word, name)]


@lru_cache(maxsize=4096)
def _split_word(word: str, name: str) -> tuple[Fragment, ...]:
    """The fragments of a word, which may be broken after a hyphen with three letters or more on either side."""
    first, *others = AFTER_HYPHEN.split(word) if "-" in word else (word,)
    width = _width(first, name)
    start = Fragment(first, " " + first, width, _width(" ", name) + width)
    return (start, *(Fragment(rest, rest, _width(rest, name), _width(rest, name)) for rest in others))


def _break(fragments: list[Fragment], room: float) -> list[str]:
    """Lines as long as the room allows; the last one is no single word if the line before it can spare another."""
    limit = room + 1e-6
    lines, starts = list[str](), [0]
    line, used = "", 0.0
    for index, fragment in enumerate(fragments):
        if line and used + fragment.joined_width <= limit:
            line += fragment.joined
            used += fragment.joined_width
            continue
        if line:
            lines.append(line)
            starts += [index]
        line, used = fragment.text, fragment.width
    lines.append(line)
    if starts[-1] == len(fragments) - 1 and len(lines) > 1:
        _join_lonely_word(lines, fragments, starts[-2], limit)
    return lines


def _join_lonely_word(lines: list[str], fragments: list[Fragment], start: int, limit: float) -> None:
    """Move a word from the last line but one, which begins with the fragment `start`, to the single word below it."""
    *others, moved, last = fragments[start:]
    if len(others) > 1 and moved.joined[0] == last.joined[0] == " " and moved.width + last.joined_width <= limit:
        lines[-2:] = [_join(others), _join([moved, last])]


def _balance(fragments: list[Fragment], room: float) -> list[str]:
    """As few lines as fit, broken where a reader pauses, and as even as that allows.

    No line ends with a short word that belongs to the next one, and none is a single word, if that is possible.
    """
    lines, count = _break(fragments, room), len(fragments)
    if len(lines) == 1 or count == len(lines):
        return lines
    ends = list(accumulate((fragment.joined_width for fragment in fragments), initial=0.0))
    even, limit = ends[-1] / len(lines), room + 1e-6
    halts = [_pause(one.text, following.text) for one, following in pairwise(fragments)]
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for left in range(len(lines) - 1, -1, -1):
        found: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, breaks) in best.items():
            indent = ends[start] + fragments[start].joined_width - fragments[start].width
            for end in range(start + 1, count - left + 1) if left else (count,):
                if (used := ends[end] - indent) > limit and end > start + 1:
                    break
                halt = halts[end - 1] if left else USUAL
                lonely = LONELY * (end == start + 1 and halt >= USUAL)  # a word before a comma may be alone
                total = cost + halt + lonely + ((used - even) / even) ** 2
                if end not in found or total < found[end][0]:
                    found[end] = total, (*breaks, end)
        best = found
    return [_join(fragments[start:end]) for start, end in pairwise(best[count][1])]


def _pause(word: str, following: str) -> float:
    """How much a reader stumbles at a line that ends with this word, before a `following` one."""
    if word[-1] in SENTENCE_ENDS:
        return 0.0
    if word[-1] in PAUSES:
        return COMMA
    belongs_to_next = len(word) <= SHORT_WORD < len(following) and word.isalpha()
    return SHORT if belongs_to_next else USUAL


def _join(fragments: list[Fragment]) -> str:
    return fragments[0].text + "".join(fragment.joined for fragment in fragments[1:])


def widest(lines: Iterable[str], name: str, size: float) -> float:
    """Width of the widest line, in points."""
    return max(_width(line, name) for line in lines) * size


class Setting(Struct, frozen=True):
    """Text broken into lines at one type size."""

    lines: tuple[str, ...]
    font: str
    size: float
    leading: float
    """Distance between baselines, in points."""

    @property
    def height(self) -> float:
        """From the top of the first line's capitals to the last baseline."""
        return CAP * self.size + (len(self.lines) - 1) * self.leading

    @property
    def width(self) -> float:
        return widest(self.lines, self.font, self.size)


@lru_cache(maxsize=4096)  # all texts of some ten routines, which a batch prints again and again
def fit(
    text: str, name: str, sizes: tuple[float, float], room: tuple[float, float], leading: float, even: bool = False
) -> Setting | None:
    """Set text at the largest size between `sizes` (most, least) that stays in `room` (width, height).

    `leading` is in type sizes. None when the text sticks out even at the least size.
    """
    if SOFT_HYPHEN in text:
        return _fit_softly(text, name, sizes, room, leading)
    size, least = sizes
    paragraphs = [_fragments(paragraph, name) for paragraph in text.split("\n")]
    longest = max((fragment.width for fragments in paragraphs for fragment in fragments), default=0.0)
    while size >= least - 1e-6:
        if longest * size <= room[0] + 1e-6:
            lines = [line for fragments in paragraphs for line in _break(fragments, room[0] / size)]
            if CAP * size + (len(lines) - 1) * (leading * size) <= room[1] + 1e-6:
                if even and len(lines) > len(paragraphs):
                    lines = [line for fragments in paragraphs for line in _balance(fragments, room[0] / size)]
                return Setting(tuple(lines), name, size, leading * size)
        size = least if least < size < least + SIZE_STEP else size - SIZE_STEP
    has_two_lines = CAP * least + leading * least <= room[1] + 1e-6
    if longest * least <= room[0] + 1e-6 or not has_two_lines:  # which a broken word needs
        return None
    softened = _soften(text, name, room[0] / least)
    return _fit_softly(softened, name, sizes, room, leading) if SOFT_HYPHEN in softened else None


def _fit_softly(
    text: str, name: str, sizes: tuple[float, float], room: tuple[float, float], leading: float
) -> Setting | None:
    """The same for text with soft hyphens."""
    size, least = sizes
    while size >= least - 1e-6:
        lines = _break_softly(text, name, room[0] / size)
        setting = Setting(tuple(lines), name, size, leading * size)
        if setting.height <= room[1] + 1e-6 and setting.width <= room[0] + 1e-6:
            return setting
        size = least if least < size < least + SIZE_STEP else size - SIZE_STEP
    return None
