"""Phrases with conditions in them, as a language may need: Jinja2, and little of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jinja2 import StrictUndefined, Template, TemplateError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

__all__ = ["TemplateError", "filled", "names"]

ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
FILTERS = ("length", "join")
ALLOWED = (
    nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.If, nodes.CondExpr, nodes.And, nodes.Or, nodes.Not,
    nodes.Compare, nodes.Operand, nodes.Slice, nodes.Neg,
)  # fmt: skip
"""What a phrase may do: words may come from somebody else, and nothing here can grow, go on for long, or call."""


def filled(template: str, values: Mapping[str, object]) -> str:
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
        raise TemplateError(f"it may have conditions, and {' and '.join(FILTERS)} behind a name, nothing more")
    return ENVIRONMENT.from_string(template)


def _refused(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Filter):
        fixed = not node.dyn_args and all(isinstance(given, nodes.Const) for given in node.args)
        return node.name not in FILTERS or not isinstance(node.node, (nodes.Name, nodes.Getitem)) or not fixed
    if isinstance(node, nodes.Getitem):
        return not isinstance(node.node, nodes.Name)
    return not isinstance(node, ALLOWED)
