"""`cardgen schema`: write a schema with which an editor completes and checks what you type."""

from __future__ import annotations

from pathlib import Path

import click

from cardgen.errors import visible_line
from cardgen.exchange.json_schema import MODELS, TITLE_END, json_schema
from cardgen.files.overwriting import FileFormat
from cardgen.files.writing import write_format
from cardgen.reading.file_kinds import FileKind

SCHEMA = FileFormat("JSON", (".json",), lambda data: data.find(TITLE_END.encode()) >= 0)


@click.command("schema")
@click.argument("kind", metavar=f"[{'|'.join(MODELS)}]", type=click.Choice(list(MODELS)), default="routine")
@click.option("-o", "--output", metavar="FILE", help="The file to write.  [default: standard output]")
@click.option("--force", is_flag=True, help="Overwrite a file even if it is not a schema that cardgen wrote.")
def command(kind: FileKind, output: str | None, force: bool) -> None:
    """Print the JSON Schema of one kind of file, so that an editor can complete and check what you type.

    Editors that know YAML (VS Code with its YAML extension, and others with yaml-language-server) find it through
    a line in the routine:

    \b
    # yaml-language-server: $schema=routine.schema.json

    The names of body areas, icons, views, regions, routines, and papers are those that cardgen finds at present.

    \b
    cardgen schema -o routine.schema.json
    cardgen schema program -o program.schema.json
    """
    text = json_schema(kind)
    if output is None or output == "-":
        click.echo(text, nl=False)
    else:
        write_format(Path(output), text.encode(), SCHEMA, force)
        click.echo(f"Wrote {visible_line(output)}.")
