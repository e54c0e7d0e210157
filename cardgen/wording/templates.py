"""Phrases with conditions, which some languages need: a small and safe part of Jinja2."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jinja2 import StrictUndefined, Template, TemplateError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

__all__ = ["TemplateError", "placeholders", "render"]

ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
ALLOWED = (
    nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.If, nodes.CondExpr, nodes.And, nodes.Or, nodes.Not,
    nodes.Compare, nodes.Operand,
)  # fmt: skip
"""Everything a phrase may contain: words may come from a stranger, and none of this can loop, grow or call."""


def render(template: str, values: Mapping[str, str]) -> str:
    """Fill a phrase; TemplateError when a value is missing, or when the phrase does anything else."""
    return _compiled(template).render(values)


def placeholders(template: str) -> set[str]:
    """The names of the values that a phrase needs; TemplateError for one that cannot be filled."""
    if "{" not in template:
        return set()
    _compiled(template)
    return meta.find_undeclared_variables(ENVIRONMENT.parse(template))


@cache
def _compiled(template: str) -> Template:
    """A template with values and conditions only; TemplateError for any other."""
    if any(map(_refused, ENVIRONMENT.parse(template).find_all(nodes.Node))):
        raise TemplateError('it may have conditions, such as {% if count == "1" %}, nothing more')
    return ENVIRONMENT.from_string(template)


def _refused(node: nodes.Node) -> bool:
    """Whether a phrase may not contain this; all values are texts, so numbers and order make no sense."""
    if isinstance(node, nodes.Const):
        return not isinstance(node.value, str)
    return not isinstance(node, ALLOWED) or (isinstance(node, nodes.Operand) and node.op not in ("eq", "ne"))
