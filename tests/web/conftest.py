"""A desk over readings made by hand, and a client that asks it as a browser would."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from factories import NAMES, call_in_two_outlets
from hudna.arabic.pack import PACK
from hudna.model import LanguagePack, Reading
from hudna.reading import Pipeline
from hudna.store import Store
from hudna.web.app import make_app

AT = "2026-01-01T00:00:00+00:00"


@pytest.fixture(autouse=True)
def _small_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    small = Pipeline(LanguagePack("ar", (NAMES,), "digest", search=PACK.search), version="0.1.0")
    for module in ("reader", "keeping", "explanation"):
        monkeypatch.setattr(f"hudna.desk.{module}.pipeline", lambda: small)
    monkeypatch.setattr("hudna.desk.pipeline", lambda: small)


Open = Callable[[Iterable[Reading]], TestClient]


@pytest.fixture
def open_desk(tmp_path: Path) -> Iterator[Open]:
    """Return what opens a desk on a new store with readings."""
    stores: list[Store] = []

    def open_with(readings: Iterable[Reading]) -> TestClient:
        store = Store(tmp_path / f"record{len(stores)}.sqlite")
        stores.append(store)
        for reading in readings:
            store.add(reading.article, reading, at=AT)
        return TestClient(make_app(store, by="tester"), base_url="http://localhost", follow_redirects=False)

    yield open_with
    for store in stores:
        store.close()


@pytest.fixture
def client(open_desk: Open) -> TestClient:
    """Return a client of a desk with one call told by two outlets."""
    return open_desk(call_in_two_outlets())


@pytest.fixture
def token(client: TestClient) -> str:
    """Return the token of the client's session."""
    return token_of(client)


def token_of(client: TestClient) -> str:
    """Return the token that the client's pages carry."""
    found = re.search(r'name="token" value="([0-9a-f]+)"', client.get("/en/settings").text)
    assert found is not None
    return found[1]
