"""`cardgen completion`: print a script that makes your shell complete commands, options, and names."""

from __future__ import annotations

from typing import Literal, cast, get_args

import click
from click.shell_completion import ShellComplete, get_completion_class

Shell = Literal["bash", "zsh", "fish"]


@click.command("completion")
@click.argument("shell", type=click.Choice(get_args(Shell)))
@click.pass_context
def command(ctx: click.Context, shell: Shell) -> None:
    """Print a script that makes your shell complete commands, options, and names of routines, stocks, and themes.

    Put the line for your shell into the file shown next to it, and open a new terminal.

    \b
    eval "$(cardgen completion bash)"           ~/.bashrc
    eval "$(cardgen completion zsh)"            ~/.zshrc
    cardgen completion fish | source            ~/.config/fish/config.fish
    """
    kind = cast(type[ShellComplete], get_completion_class(shell))
    click.echo(kind(ctx.find_root().command, {}, "cardgen", "_CARDGEN_COMPLETE").source())
