"""Writes the reference of all commands from their own help: `python docs/commands.py`."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

from cardgen.cli import main

PAGE = Path(__file__).parent / "commands.md"
INTRODUCTION = """\
# Commands and options

The program writes this page itself. `cardgen cards --help` shows the same text in your terminal.

Words in CAPITALS are yours to fill in. Parts in [brackets] are optional, `|` means "or", and `...` means that you may
give several. Every option can also be a [setting or an environment variable](settings.md)."""
AS_WRITTEN = "\b\n"
"""Begins a paragraph whose lines Click keeps as they are: examples."""


def page() -> str:
    """The whole reference, as Markdown."""
    group = click.Context(main, info_name="cardgen")
    found = {name: command for name in main.list_commands(group) if (command := main.get_command(group, name))}
    contents = [f"- [`{name}`](#cardgen-{name}): {next(_paragraphs(command))}" for name, command in found.items()]
    sections = ["\n\n".join(_section(click.Context(command, group, name))) for name, command in found.items()]
    return "\n\n".join([INTRODUCTION, "\n".join(contents), *sections]) + "\n"


def _section(context: click.Context) -> Iterator[str]:
    """The heading, usage, help and options of one command."""
    command = context.command
    yield f"## {context.command_path}"
    yield _code(" ".join([context.command_path, *command.collect_usage_pieces(context)]))
    yield from _paragraphs(command)
    records = [param.get_help_record(context) for param in command.params if isinstance(param, click.Option)]
    if options := [f"- `{names}`: {_in_one_line(text)}" for names, text in filter(None, records)]:
        yield "\n".join(options)


def _paragraphs(command: click.Command) -> Iterator[str]:
    """The help of a command: examples as code, each other paragraph in one line."""
    for text in cleandoc(command.help or "").split("\n\n"):
        yield _code(text.removeprefix(AS_WRITTEN)) if text.startswith(AS_WRITTEN) else _in_one_line(text)


def _code(text: str) -> str:
    return f"```\n{text}\n```"


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
