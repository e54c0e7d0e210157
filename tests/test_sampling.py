"""The usual run leaves out cases, but of every test it runs one, or `--all` alone is meant to run it."""

from __future__ import annotations

import pytest

from tests.support.sampling import Sampling, is_sampled, never_run


def test_every_test_has_a_case_in_the_usual_run() -> None:
    assert Sampling.lost == set()


@pytest.mark.parametrize(("mark", "lost"), [(pytest.mark.one_in(10**9), True), (pytest.mark.thorough, False)])
def test_a_test_that_loses_all_its_cases_is_named(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, mark: pytest.MarkDecorator, lost: bool
) -> None:
    monkeypatch.setattr(Sampling, "everything", False)
    case = request.node
    case.add_marker(mark)
    assert not is_sampled(case)
    assert never_run([case], []) == ({case.nodeid.partition("[")[0]} if lost else set())
