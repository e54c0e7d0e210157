"""A routine that is written is the same when it is read again, and easy to edit."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from cardgen.library.finding import routines
from cardgen.library.loading import load
from cardgen.model.routine import Routine
from cardgen.reading.documents import parse_document
from cardgen.reading.writer import as_authored, as_json, as_yaml
from tests.support.any_routine import routines as any_routines
from tests.support.sampling import examples

FILE = Path("written.yaml")
PLAIN = """\
name: Test
summary: A test.
area: back
receiver: {position: prone, note: With a pillow under the ankles.}
lengths: {short: 20}

prepare:
  - icon: oil
    do: Warm the oil.
  - icon: towel
    do: Fold a towel.

steps:
  - id: one
    name: 'no'
    cue: 'Press: wait'
    detail: >-
      Both hands travel up side by side. At the top they part, reach over the hip and slide back down the outside.
      Go lightly over the back of the knee.
    where: '#1'
    technique: kneading
    hands: {use: palms, note: 'oiled, warm'}
    repeat: {times: [3, 5]}
    minutes: {about: 1.5, least: 1}
    drawing:
      view: legs-up
      area: [leg.right]
      strokes:
        - {draw: knead, along: [thigh-outer.right 4 0, knee-above.right 22 -10], pressure: light, size: 24}
        - draw: glide
          along: [above-ankle.right -2 0, knee-back.right -4 0, thigh-top.right -4 0, buttock-top.right 2 8]
          pressure: [medium, feather]

  - id: two
    name: '010'
    cue: Rest.
    detail: Rest.
    where: 'a trailing blank '
    technique: holding
"""


def test_a_file_is_written_as_a_person_would_write_it() -> None:
    assert as_yaml(as_authored(parse_document(FILE, PLAIN, Routine).model)) == PLAIN


@pytest.mark.parametrize("name", routines())
def test_every_routine_survives_writing(name: str) -> None:
    routine = load(name)
    written = as_yaml(as_authored(routine))
    assert parse_document(FILE, written, Routine).model == routine
    assert max(map(len, written.splitlines())) <= 125
    assert not any(line != line.rstrip() for line in written.splitlines())


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(any_routines())
def test_any_routine_survives_writing(routine: Routine) -> None:
    written = as_yaml(as_authored(routine))
    assert written.endswith("\n")
    assert parse_document(FILE, written, Routine).model == routine
    assert parse_document(FILE, as_json(as_authored(routine)).decode(), Routine).model == routine
