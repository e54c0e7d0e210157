"""The texts below the fields of a model in its source: help for people who write files, or type options."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from msgspec import Struct


@cache
def field_texts(model: type[Struct]) -> dict[str, str]:
    """The text below each field of a model in its source, in one line."""
    return {
        name: text
        for parent in reversed(model.__mro__)
        if issubclass(parent, Struct) and parent is not Struct
        for name, text in _field_texts(ast.parse(inspect.getsource(parent)).body[0])
    }


def _field_texts(definition: ast.AST) -> Iterator[tuple[str, str]]:
    """The fields of a class that have a text below them."""
    for field, text in pairwise(ast.iter_child_nodes(definition)):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
            yield ast.unparse(field.target), " ".join(ast.literal_eval(text.value).split())
