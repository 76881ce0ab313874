"""hudna schema: the promise the output keeps."""

import json

import typer

from hudna.cli.options import Output
from hudna.cli.output import write_lines


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("schema")(print_schema)


def print_schema(output: Output = None) -> None:
    """Print the JSON Schema of a line of `hudna read --format jsonl`."""
    from hudna.model.schema import schema

    write_lines([json.dumps(schema(), ensure_ascii=False, indent=2)], output)
