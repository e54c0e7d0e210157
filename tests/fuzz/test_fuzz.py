"""Odd values in real files; with `--all` also any bytes, which `tests.fuzz.run` tries for as long as you like."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardgen.errors import UserError
from cardgen.reading.parser import Origin, parse_yaml
from tests.fuzz.odd import mutated
from tests.fuzz.targets import TARGETS
from tests.support.folders import ROOT
from tests.support.sampling import examples

SECONDS = 2
PATIENCE = 60
"""Seconds that an input may take here, while other tests run too."""


@cache
def parsed(target: str) -> list[object]:
    """The seeds of a target that are YAML."""
    found = []
    for seed in TARGETS[target].seeds():
        try:
            found.append(parse_yaml(Origin(Path("seed"), seed.decode())).data)
        except (UserError, UnicodeDecodeError):
            continue
    return found


@pytest.mark.thorough
@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris has no wheel here")
@pytest.mark.parametrize("target", TARGETS)
def test_any_bytes_cause_only_reports(target: str, tmp_path: Path) -> None:
    command = ["-m", "tests.fuzz.run", target, "--seconds", SECONDS, "--slow", PATIENCE, "--folder", tmp_path]
    ran = subprocess.run([sys.executable, *map(str, command)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-5000:] + ran.stdout[-5000:]
    runs = re.search(r"stat::number_of_executed_units: (\d+)", ran.stderr)
    assert runs
    assert int(runs[1]) > len(parsed(target))


@pytest.mark.parametrize("target", [target for target in TARGETS if target != "record"])  # a record is not YAML
@settings(max_examples=examples(60), suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), times=st.integers(1, 4))
def test_odd_values_in_real_files_cause_only_reports(target: str, seed: int, times: int) -> None:
    random = Random(seed)
    data = mutated(random.choice(parsed(target)), random, times)
    TARGETS[target].run(yaml.dump(data, sort_keys=False, allow_unicode=True).encode())


def test_other_errors_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.targets.load_selection", lambda names: names[9])
    with pytest.raises(IndexError):
        TARGETS["routine"].run(b"")
