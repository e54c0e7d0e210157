"""`cardgen schema`: what an editor needs to complete and check the files that authors write."""

from __future__ import annotations

from pathlib import Path

import click

from cardgen.exchange.json_schema import MODELS, json_schema
from cardgen.files.writing import write_whole
from cardgen.reading.file_kinds import FileKind


@click.command("schema")
@click.argument("kind", metavar=f"[{'|'.join(MODELS)}]", type=click.Choice(list(MODELS)), default="routine")
@click.option("-o", "--output", metavar="FILE", help="The file to write.  [default: standard output]")
def command(kind: FileKind, output: str | None) -> None:
    """Print the JSON Schema of one kind of file, so that an editor can complete and check what you type.

    Editors that know YAML (VS Code with its YAML extension, and others with yaml-language-server) find it through
    a line in the routine:

    \b
    # yaml-language-server: $schema=routine.schema.json

    The names of body areas, icons, views, regions, routines and papers are those that cardgen finds now.

    \b
    cardgen schema -o routine.schema.json
    cardgen schema program -o program.schema.json
    """
    text = json_schema(kind)
    if output is None or output == "-":
        click.echo(text, nl=False)
    else:
        write_whole(Path(output), text.encode())
        click.echo(f"Wrote {output}.")
