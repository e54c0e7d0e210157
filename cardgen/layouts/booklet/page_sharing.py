"""Which pieces of a booklet share a page: as few pages as possible, none of them half empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

PAGE, EMPTY_AT_END, EMPTY_BEFORE_PAGE, LOWER_START = 1000.0, 300.0, 500.0, 200.0
"""Costs: a page, an empty lower half at the end, one before a whole page, a chapter that begins on a lower half."""

PiecePlace = Literal["half", "whole", "first", "second"]
"""Half a page, whole pages, or a piece that begins on a lower half and continues on the next upper one."""


class Piece(Struct, frozen=True):
    """What it costs to have a piece on half a page, on whole ones, or on two halves; None where it does not fit."""

    half: float | None
    whole: float
    pages: int = 1
    """The pages that it takes when it has whole ones."""
    split: float | None = None
    opens: bool = False
    """Whether a chapter begins with it."""


class _Path(Struct, frozen=True):
    cost: float
    places: tuple[PiecePlace, ...] = ()

    def then(self, cost: float, place: PiecePlace) -> _Path:
        return _Path(self.cost + cost, (*self.places, place))


def share_pages(pieces: Sequence[Piece]) -> Iterator[list[tuple[int, PiecePlace]]]:
    """The pieces on each page, by their numbers; whole pages are one."""
    page: list[tuple[int, PiecePlace]] = []
    for number, place in enumerate(_choose(pieces)):
        if page and (place == "whole" or len(page) == 2):
            yield page
            page = []
        page.append((number, place))
        if place == "first":
            yield page
            page = [(number, "second")]
        elif place == "whole":
            yield page
            page = []
    if page:
        yield page


def _choose(pieces: Sequence[Piece]) -> tuple[PiecePlace, ...]:
    """The cheapest place for every piece, in order."""
    at_top: _Path | None = _Path(0.0)
    at_half: _Path | None = None
    for piece in pieces:
        lower = LOWER_START if piece.opens else 0.0
        tops, halves = [], []
        if at_top:
            tops.append(at_top.then(PAGE * piece.pages + piece.whole, "whole"))
            if piece.half is not None:
                halves.append(at_top.then(PAGE + piece.half, "half"))
        if at_half:
            tops.append(at_half.then(EMPTY_BEFORE_PAGE + PAGE * piece.pages + piece.whole, "whole"))
            if piece.half is not None:
                tops.append(at_half.then(lower + piece.half, "half"))
            if piece.split is not None:
                halves.append(at_half.then(lower + PAGE + piece.split, "first"))
        at_top, at_half = _best(tops), _best(halves)
    ends = [at_top] if at_top else []
    if at_half:
        ends.append(_Path(at_half.cost + EMPTY_AT_END, at_half.places))
    return min(ends, key=lambda path: path.cost).places


def _best(paths: Sequence[_Path]) -> _Path | None:
    return min(paths, key=lambda path: path.cost, default=None)
