"""Limits that keep the code readable, for every module and every function."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.folders import ROOT

MOST_LINES_OF_FILE = 300
MOST_LINES_OF_FUNCTION = 40
"""Without the docstring."""
MOST_PARAMETERS = 8
MODULES = sorted(path for folder in ("cardgen", "tests", "docs", ".ci") for path in (ROOT / folder).rglob("*.py"))


def functions(module: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function without its decorators and its docstring."""
    docstring = function.body[0] if ast.get_docstring(function) else None
    skipped = docstring.end_lineno - docstring.lineno + 1 if docstring else 0
    return function.end_lineno - function.lineno + 1 - skipped


def excesses(path: Path) -> Iterator[str]:
    """Everything in a module that exceeds a limit."""
    text = path.read_text(encoding="utf-8")
    module = ast.parse(text)
    if len(text.splitlines()) > MOST_LINES_OF_FILE:
        yield f"{len(text.splitlines())} lines"
    if not ast.get_docstring(module):
        yield "no docstring"
    for function in functions(module):
        given = function.args
        parameters = len(given.posonlyargs + given.args + given.kwonlyargs)
        if lines_of(function) > MOST_LINES_OF_FUNCTION:
            yield f"{function.name}: {lines_of(function)} lines"
        if parameters > MOST_PARAMETERS:
            yield f"{function.name}: {parameters} parameters"
        if any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(function)):
            yield f"{function.name}: an import inside the function"


def test_every_module_keeps_the_limits() -> None:
    assert len(MODULES) > 200
    found = {str(path.relative_to(ROOT)): list(excesses(path)) for path in MODULES}
    assert {path: excess for path, excess in found.items() if excess} == {}


@pytest.mark.parametrize(
    ("text", "excess"),
    [
        ('"""A module."""\n' + "\n" * 300, "301 lines"),
        ("x = 1\n", "no docstring"),
        ('"""A module."""\ndef f():\n' + "    x = 1\n" * 40, "f: 41 lines"),
        ('"""A module."""\ndef f(a, b, /, c, d, e, *, f, g, h, i): ...\n', "f: 9 parameters"),
        ('"""A module."""\ndef f():\n    if True:\n        import os\n', "f: an import inside the function"),
    ],
)
def test_every_excess_is_found(text: str, excess: str, tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(text, encoding="utf-8")
    assert list(excesses(path)) == [excess]
