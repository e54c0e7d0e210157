"""Limits of models, told by what the models declare."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
import pytest
from msgspec import Meta

from cardgen.model.vocabulary import Line, Number, Positive
from cardgen.reading.limit_mistakes import explain_limit
from cardgen.reading.models import ID_PATTERN, PATTERNS, Model
from cardgen.reading.value_types import field_types, limits_at
from tests.support.together import together


@together
@pytest.mark.parametrize(
    ("kind", "value", "remedy"),
    [
        (Positive, 0, "It must be at least 1."),
        (Positive, 1000, "It must be at most 999."),
        (Number, 0, "It must be more than 0."),
        (Number, 999.5, "It must be at most 999."),
        (Annotated[float, Meta(lt=1)], 1, "It must be less than 1."),
        (Line, "", "Write something, or leave the line out."),
        (Line, "a" * 73, "It can have at most 72."),
        (Annotated[list[int], Meta(min_length=2)], [1], "It needs at least 2."),
        (Positive | Annotated[list[Positive], Meta(max_length=2)], [1, 2, 3], "It can have at most 2."),
        (Annotated[str, Meta(pattern=ID_PATTERN)] | None, "Knead!", f"Write {PATTERNS[ID_PATTERN]}."),
    ],
)
def test_a_value_beyond_a_limit_is_told_the_limit(kind: Any, value: Any, remedy: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(value, kind)
    found = explain_limit(limits_at(kind, ()), value)
    assert found is not None
    assert found[1] == remedy


@together
@pytest.mark.parametrize(
    ("kind", "value"), [(Positive, 1), (Positive, False), (Positive, 0.5), (Positive, ""), (Line, 0), (Line, "a")]
)
def test_a_limit_holds_for_values_of_its_type(kind: Any, value: Any) -> None:
    assert explain_limit(limits_at(kind, ()), value) is None


def test_a_limit_is_found_in_a_list_and_behind_a_key_of_the_author() -> None:
    assert [limit.le for _, limit in limits_at(dict[str, list[Positive]], ("any", 3))] == [999]


def test_every_pattern_of_a_model_has_words() -> None:
    models = list(Model.__subclasses__())
    for model in models:
        models += model.__subclasses__()
    fields = [(model, field) for model in models for field in field_types(model)]
    patterns = {limit.pattern for model, field in fields for _, limit in limits_at(model, (field,)) if limit.pattern}
    assert len(patterns) > 3
    assert patterns <= PATTERNS.keys()
