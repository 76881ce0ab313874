"""The desk as a running server."""

import ipaddress
from collections.abc import Iterable
from typing import TYPE_CHECKING

from hudna.model import HudnaError

if TYPE_CHECKING:
    import socket

    from fastapi import FastAPI

    from hudna.store import Store

MISSING = "the desk needs more packages than are installed: pip install 'hudna[web]'"


def is_loopback(host: str) -> bool:
    """Return whether nobody but programs of this machine reaches an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def hosts_of(host: str, names: Iterable[str] = ()) -> frozenset[str]:
    """Return the host names a desk answers to: those of the loopback, its own address, and what it is told."""
    from hudna.web.guard import LOOPBACK

    return LOOPBACK | {host.lower()} | {name.lower() for name in names}


def open_socket(host: str, port: int) -> "socket.socket":
    """Return a socket that listens.

    Raises:
        HudnaError: the address is taken, or not one of this machine.
    """
    import socket

    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server((address[0], address[1]), family=family, backlog=128)
    except OSError as error:
        raise HudnaError(f"{host}:{port}: can't be listened on ({error.strerror})") from None


def load_app(store: "Store", *, by: str, hosts: frozenset[str]) -> "FastAPI":
    """Return a store's desk, ready to be run; ``by`` is who decides at it.

    Raises:
        HudnaError: the packages of the extra ``web`` are missing.
    """
    try:
        import uvicorn  # noqa: F401 - asked for now, so that nothing is promised that can't be kept

        from hudna.web.app import make_app
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("hudna"):
            raise
        raise HudnaError(MISSING) from None
    return make_app(store, by=by, hosts=hosts)


def run(app: "FastAPI", listening: "socket.socket") -> None:
    """Answer on a listening socket until the program is told to stop."""
    import uvicorn

    settings = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="off")
    uvicorn.Server(settings).run(sockets=[listening])
