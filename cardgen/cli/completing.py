"""What a shell completes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click
from click import shell_completion

from cardgen.files.finding import as_name
from cardgen.library.finding import programs, routines

Complete = Callable[[click.Context, click.Parameter, str], "list[shell_completion.CompletionItem]"]


def completing(found: Callable[[], Iterable[str]], files: bool = False) -> Complete:
    """Completes the names that are found, and `files` where they may be given too."""

    def complete(ctx: click.Context, param: click.Parameter, begun: str) -> list[shell_completion.CompletionItem]:
        names = [shell_completion.CompletionItem(name) for name in found() if name.startswith(as_name(begun))]
        return names or [shell_completion.CompletionItem(begun, type="file")] if files else names

    return complete


def complete_routines(ctx: click.Context, param: click.Parameter, begun: str) -> list[shell_completion.CompletionItem]:
    """Completes the routines and programs that are found, and files."""
    folder = ctx.params.get("routines_folder")
    own = Path(folder) if folder else None
    return completing(lambda: [*routines(own), *programs(own)], files=True)(ctx, param, begun)
