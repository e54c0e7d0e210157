"""Phrases with conditions in them, as a language may need: Jinja2, and little of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jinja2 import StrictUndefined, Template, TemplateError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

__all__ = ["TemplateError", "filled", "names"]

ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
ALLOWED = (
    nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.If, nodes.CondExpr, nodes.And, nodes.Or, nodes.Not,
    nodes.Compare, nodes.Operand,
)  # fmt: skip
"""What a phrase may do: words may come from somebody else, and nothing here can grow, go on for long, or call."""


def filled(template: str, values: Mapping[str, str]) -> str:
    """A phrase with its values; TemplateError when one is missing, or when it does more than be filled."""
    return _compiled(template).render(values)


def names(template: str) -> set[str]:
    """The values that a phrase asks for; TemplateError for one that is not complete, or does more than be filled."""
    if "{" not in template:
        return set()
    _compiled(template)
    return meta.find_undeclared_variables(ENVIRONMENT.parse(template))


@cache
def _compiled(template: str) -> Template:
    """A template that does nothing but be filled; TemplateError for any other."""
    if any(map(_refused, ENVIRONMENT.parse(template).find_all(nodes.Node))):
        raise TemplateError('it may have conditions, such as {% if count == "1" %}, nothing more')
    return ENVIRONMENT.from_string(template)


def _refused(node: nodes.Node) -> bool:
    """All values are texts: with a number they cannot be compared, and which is more cannot be told."""
    if isinstance(node, nodes.Const):
        return not isinstance(node.value, str)
    return not isinstance(node, ALLOWED) or (isinstance(node, nodes.Operand) and node.op not in ("eq", "ne"))
