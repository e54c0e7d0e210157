"""The sizes at which type is really printed, read from the operators of a page and of the drawings on it."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot
from typing import Any

from pypdf import PageObject
from pypdf.generic import ContentStream

Matrix = tuple[float, ...]
"""The six numbers of a PDF's matrix."""
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
SHOWING = {b"Tj", b"TJ", b"'", b'"'}
DEEPEST = 20
"""Drawings that hold each other deeper than this are a fault of the file."""


def type_sizes(page: PageObject) -> Iterator[float]:
    """The size, in points on the paper, of each run of text on a page; turned and scaled as it is."""
    contents = page.get_contents()
    if contents is not None:
        yield from _sizes(contents, page["/Resources"], IDENTITY, DEEPEST)


def _sizes(content: ContentStream, resources: Any, matrix: Matrix, depth: int) -> Iterator[float]:
    """Follow the operators that set a size or a scale; `matrix` is the one at the start."""
    kept: list[tuple[Matrix, float]] = []
    text, size = IDENTITY, 0.0
    for operands, operator in content.operations:
        if operator == b"q":
            kept.append((matrix, size))
        elif operator == b"Q" and kept:
            matrix, size = kept.pop()
        elif operator == b"cm":
            matrix = _within(operands, matrix)
        elif operator == b"BT":
            text = IDENTITY
        elif operator == b"Tm":
            text = tuple(map(float, operands))
        elif operator == b"Tf":
            size = float(operands[1])
        elif operator in SHOWING:
            yield size * _height(_within(text, matrix))
        elif operator == b"Do" and depth:
            form = resources["/XObject"][operands[0]]
            yield from _drawing(form, content.pdf, matrix, depth)


def _drawing(form: Any, pdf: Any, matrix: Matrix, depth: int) -> Iterator[float]:
    """The sizes in a drawing; a picture has none."""
    if form["/Subtype"] == "/Form":
        inner = _within(form.get("/Matrix", IDENTITY), matrix)
        yield from _sizes(ContentStream(form, pdf), form["/Resources"], inner, depth - 1)


def _within(inner: Any, outer: Matrix) -> Matrix:
    """A matrix that is used where another one holds already."""
    a, b, c, d, e, f = map(float, inner)
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _height(matrix: Matrix) -> float:
    """What a matrix makes of one point of height."""
    return hypot(matrix[2], matrix[3])
