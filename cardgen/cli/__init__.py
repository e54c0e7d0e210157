"""A command line comes in and becomes a print job; what its result says goes out to the terminal."""

from __future__ import annotations

import ast
import importlib
import os
from pathlib import Path
from typing import Any

import click

from cardgen.cli.report_names import as_option
from cardgen.errors import UserError
from cardgen.files.finding import files_in
from cardgen.files.own_files import own_folder
from cardgen.files.reading import STAMPS
from cardgen.startup import late_patterns
from cardgen.suggestions import suggest

COMMANDS = Path(__file__).parent / "commands"
"""A module for each command, loaded when it is called."""
SETTINGS = "config.yaml"
"""The file in the user's own folder with the options that a user always uses."""
VARIABLES = "CARDGEN_"
"""The beginning of the names of environment variables."""


def variable(option: click.Option) -> str:
    """The environment variable of an option: CARDGEN_PAPER for --paper."""
    return VARIABLES + max(option.opts, key=len).lstrip("-").replace("-", "_").upper()


def command_help(name: str) -> str:
    """What a command is for, in a line: the docstring of its module, which is read without loading what it needs."""
    with (COMMANDS / f"{name}.py").open(encoding="utf-8") as file:
        docstring: str = ast.literal_eval(file.readline())
    said = docstring.partition(": ")[2]
    return said[0].upper() + said[1:]


class Commands(click.Group):
    """A group whose commands are modules, each with a function `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in files_in(COMMANDS, ".py") if name != "__init__"]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, command_help(name)) for name in self.list_commands(ctx)])

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(ctx):
            return None
        with late_patterns():
            command: click.Command = importlib.import_module(f"{__name__}.commands.{name}").command
        for param in command.params:
            if isinstance(param, click.Option):
                param.envvar = variable(param)
                param.show_envvar = param.envvar in os.environ  # so that a report says where a wrong value comes from
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise click.UsageError(f"There is no command '{args[0]}'. {suggest(args[0], self.list_commands(ctx))}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        STAMPS.clear()  # a process may run several commands
        try:
            return super().invoke(ctx)
        except UserError as error:
            click.echo(f"cardgen: {error.render(as_option)}", err=True)
            ctx.exit(2)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="cardgen")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Print massage session cards.

    \b
    cardgen list                      everything you can choose from
    cardgen cards back-relaxing       step cards of the relaxing back massage, four A6 cards to a sheet
    cardgen cards legs-back --layout overview --stock a5
                                      the whole routine on one card

    You can set every option in an environment variable, too: CARDGEN_PAPER=letter means --paper letter. Options that
    you always use go into a settings file: see `cardgen config`.
    """
    if (own_folder() / SETTINGS).is_file():
        given = importlib.import_module(f"{__name__}.settings").given_by_settings()
        ctx.default_map = dict.fromkeys(main.list_commands(ctx), given)
