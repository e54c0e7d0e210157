"""The command line: each command is a module of this folder, loaded when it is called."""

from __future__ import annotations

import gc
import importlib
from pathlib import Path
from typing import Any

import click

from cardgen.errors import UserError, suggest
from cardgen.files import collection

PRIVATE = ("__init__", "advice", "comparison", "cutting", "params")


class Commands(click.Group):
    """A group whose commands are modules, each with a function `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in collection(Path(__file__).parent, ".py") if name not in PRIVATE]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"{__name__}.{name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise click.UsageError(f"There is no command '{args[0]}'. {suggest(args[0], self.list_commands(ctx))}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UserError as error:
            click.echo(f"cardgen: {error}", err=True)
            ctx.exit(2)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="cardgen")
def main() -> None:
    """Print massage session cards.

    \b
    cardgen list                      what there is to choose from
    cardgen cards back-relaxing       step cards of the relaxing back massage, four A6 cards to a sheet
    cardgen cards legs-back --layout overview --stock a5
                                      the whole routine on one card
    """
    gc.disable()  # a run is short and leaves little garbage: collecting it costs a fifth of the time of a long deck
