"""The sizes at which type is really printed, read from the operators of a page and of the drawings on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import hypot
from typing import Any

from pypdf import PageObject

PdfMatrix = tuple[float, ...]
"""The six numbers of a PDF's matrix."""
IDENTITY: PdfMatrix = (1, 0, 0, 1, 0, 0)
SHOW_OPERATORS = {b"Tj", b"TJ", b"'", b'"'}
TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|/?[^\s/<>\[\]()]+", re.DOTALL)
"""A string, a name, a number or an operator. Reading all of it into objects, as pypdf does, takes ten times as long."""
OPERAND_STARTS = b"(/+-.0123456789"
"""What operands begin with."""
MOST_NESTED = 20
"""Drawings that hold each other deeper than this are a fault of the file."""


def read_type_sizes(page: PageObject) -> Iterator[float]:
    """The size, in points on the paper, of each run of text on a page; turned and scaled as it is."""
    contents = page.get_contents()
    if contents is not None:
        yield from _sizes(contents.get_data(), page["/Resources"], IDENTITY, MOST_NESTED)


def _operations(content: bytes) -> Iterator[tuple[list[bytes], bytes]]:
    """Each operator with its operands before it."""
    operands: list[bytes] = []
    for token in TOKEN.findall(content):
        if token[0] in OPERAND_STARTS:
            operands.append(token)
        else:
            yield operands, token
            operands = []


def _sizes(content: bytes, resources: Any, matrix: PdfMatrix, depth: int) -> Iterator[float]:
    """Follow the operators that set a size or a scale; `matrix` is the one at the start."""
    kept: list[tuple[PdfMatrix, float]] = []
    text, size = IDENTITY, 0.0
    for operands, operator in _operations(content):
        if operator == b"q":
            kept.append((matrix, size))
        elif operator == b"Q" and kept:
            matrix, size = kept.pop()
        elif operator == b"cm":
            matrix = _within(map(float, operands), matrix)
        elif operator == b"BT":
            text = IDENTITY
        elif operator == b"Tm":
            text = tuple(map(float, operands))
        elif operator == b"Tf":
            size = float(operands[1])
        elif operator in SHOW_OPERATORS:
            yield size * _height(_within(text, matrix))
        elif operator == b"Do" and depth:
            yield from _drawing(resources["/XObject"][operands[0].decode()], matrix, depth)


def _drawing(form: Any, matrix: PdfMatrix, depth: int) -> Iterator[float]:
    """The sizes in a drawing; a picture has none."""
    if form["/Subtype"] == "/Form":
        inner = _within(map(float, form.get("/Matrix", IDENTITY)), matrix)
        yield from _sizes(form.get_data(), form["/Resources"], inner, depth - 1)


def _within(inner: Iterable[float], outer: PdfMatrix) -> PdfMatrix:
    """A matrix that is used where another one holds already."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _height(matrix: PdfMatrix) -> float:
    """What a matrix makes of one point of height."""
    return hypot(matrix[2], matrix[3])
