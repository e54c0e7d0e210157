"""Reads the sizes at which type is printed from the operators of a page and of its drawings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import hypot
from typing import Any

from pypdf import PageObject

PdfMatrix = tuple[float, ...]
"""The six numbers of a matrix in a PDF."""
IDENTITY: PdfMatrix = (1, 0, 0, 1, 0, 0)
SHOW_OPERATORS = {b"Tj", b"TJ", b"'", b'"'}
TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|/?[^\s/<>\[\]()]+", re.DOTALL)
"""A string, a name, a number or an operator; pypdf's own reading into objects takes ten times as long."""
OPERAND_STARTS = b"(/+-.0123456789"
"""The first characters of operands."""
MOST_NESTED = 20
"""Drawings nested deeper than this are a fault of the file."""


def read_type_sizes(page: PageObject) -> Iterator[float]:
    """The size of each run of text on a page in points on the paper, after all transformations."""
    contents = page.get_contents()
    if contents is not None:
        yield from _follow(contents.get_data(), page["/Resources"], IDENTITY, MOST_NESTED)


def _operations(content: bytes) -> Iterator[tuple[list[bytes], bytes]]:
    """Each operator, with the operands before it."""
    operands: list[bytes] = []
    for token in TOKEN.findall(content):
        if token[0] in OPERAND_STARTS:
            operands.append(token)
        else:
            yield operands, token
            operands = []


def _follow(content: bytes, resources: Any, matrix: PdfMatrix, depth: int) -> Iterator[float]:
    """Follow the operators that set a size or a matrix; `matrix` is the initial one."""
    kept: list[tuple[PdfMatrix, float]] = []
    text, size = IDENTITY, 0.0
    for operands, operator in _operations(content):
        if operator == b"q":
            kept.append((matrix, size))
        elif operator == b"Q" and kept:
            matrix, size = kept.pop()
        elif operator == b"cm":
            matrix = _concatenate(map(float, operands), matrix)
        elif operator == b"BT":
            text = IDENTITY
        elif operator == b"Tm":
            text = tuple(map(float, operands))
        elif operator == b"Tf":
            size = float(operands[1])
        elif operator in SHOW_OPERATORS:
            yield size * _height(_concatenate(text, matrix))
        elif operator == b"Do" and depth:
            yield from _follow_drawing(resources["/XObject"][operands[0].decode()], matrix, depth)


def _follow_drawing(form: Any, matrix: PdfMatrix, depth: int) -> Iterator[float]:
    """The sizes in a drawing; a picture of pixels has none."""
    if form["/Subtype"] == "/Form":
        inner = _concatenate(map(float, form.get("/Matrix", IDENTITY)), matrix)
        yield from _follow(form.get_data(), form["/Resources"], inner, depth - 1)


def _concatenate(inner: Iterable[float], outer: PdfMatrix) -> PdfMatrix:
    """The matrix that applies `inner` first, then `outer`."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _height(matrix: PdfMatrix) -> float:
    """The length of one point of height after a matrix."""
    return hypot(matrix[2], matrix[3])
