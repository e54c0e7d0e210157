"""Many quick cases in one test: pytest takes longer to start a test, in every process, than such a case takes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import signature
from itertools import product
from typing import Any

import pytest


def together(test: Callable[..., None]) -> Callable[..., None]:
    """Run all cases of a test that is parametrized below this line in one test, which reports each case that fails.

    It is for cases of a few milliseconds that can share their fixtures.
    """
    marks: list[pytest.Mark] = test.pytestmark  # type: ignore[attr-defined]
    sets = [list(_cases(*mark.args)) for mark in marks if mark.name == "parametrize"]
    cases = [{name: value for part in parts for name, value in part.items()} for parts in product(*sets)]
    assert cases, f"{test.__name__} has no cases"

    @wraps(test)
    def run_all(**fixtures: Any) -> None:
        failed = []
        for case in cases:
            try:
                test(**case, **fixtures)
            except (Exception, pytest.fail.Exception) as error:
                error.add_note(f"in the case {case}")
                failed.append(error)
        if failed:
            raise BaseExceptionGroup(f"{len(failed)} of {len(cases)} cases", failed)

    taken = signature(test)
    fixtures = [given for name, given in taken.parameters.items() if name not in cases[0]]
    run_all.__signature__ = taken.replace(parameters=fixtures)  # type: ignore[attr-defined]
    run_all.pytestmark = [mark for mark in marks if mark.name != "parametrize"]  # type: ignore[attr-defined]
    return run_all


def _cases(names: str | tuple[str, ...], values: Any) -> list[dict[str, Any]]:
    """The arguments of each case, as `parametrize` takes names and values."""
    listed = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    return [dict(zip(listed, [value] if len(listed) == 1 else value, strict=True)) for value in values]
