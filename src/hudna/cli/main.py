"""The commands together, and what becomes of errors."""

import gc
import os
import sys
from typing import Annotated

import typer

import hudna
from hudna.cli import (
    brief,
    chronology,
    compare,
    dates,
    decide,
    explain,
    imports,
    names,
    pledges,
    read,
    record,
    schema,
    search,
    serve,
    stories,
    timelines,
)
from hudna.cli.terminal import say
from hudna.model import HudnaError

app = typer.Typer(
    name="hudna",
    help="Reads Arabic news about ceasefires and peace processes and keeps a sourced record.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for module in (
    read,
    record,
    imports,
    chronology,
    brief,
    timelines,
    pledges,
    stories,
    compare,
    search,
    decide,
    explain,
    dates,
    names,
    schema,
    serve,
):
    module.add_commands(app)


def _version(wanted: bool) -> None:  # noqa: FBT001 - the signature of an option's callback
    if wanted:
        print(f"hudna {hudna.__version__}")
        raise typer.Exit


@app.callback()
def options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Data goes to standard output, everything else to standard error."""


def main() -> None:
    """Run the command line; the exit status is 0, 1 for a failure, 2 for a wrong call or when nothing could be read."""
    try:
        app()
    except HudnaError as error:
        say(f"hudna: {error}")
        sys.exit(error.exit_code)
    except BrokenPipeError:  # who read our output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    finally:
        gc.freeze()  # the end looks for no garbage among all that was loaded: half a second after some thousand articles
