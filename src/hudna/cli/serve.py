"""hudna serve: the desk in a browser."""

import getpass
import os
from pathlib import Path
from typing import Annotated

import typer

from hudna.cli import options as opt
from hudna.cli.terminal import say


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("serve")(serve)


def serve(
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="The port; 0 takes a free one.")] = 8765,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", help="A host name the desk answers to, beside its address; may be repeated."),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", help="Who decides at this desk; your login name if not given.")
    ] = None,
) -> None:
    """Open the record in a browser, on this machine alone unless --host says otherwise."""
    from hudna import desk
    from hudna.web import serve as web

    with desk.open_store(store, create=True) as opened:
        app = web.load_app(opened, by=by or _login(), hosts=web.hosts_of(host, name or ()))
        with web.open_socket(host, port) as listening:
            _say_where(store, listening.getsockname(), is_open=not web.is_loopback(host))
            web.run(app, listening)


def _say_where(store: Path, address: tuple[str, int], *, is_open: bool) -> None:
    host, port = address[:2]
    say(f"hudna: {store} is open at http://{f'[{host}]' if ':' in host else host}:{port}/ (stop with Ctrl-C)")
    if is_open:
        say(
            "hudna: warning: everybody who reaches this address can read and change the record;"
            " there are no accounts and nothing is encrypted"
        )


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "desk"
