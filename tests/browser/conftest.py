"""A desk on the sample articles, served as it is to people, and Debian's Chromium in front of it."""

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

import hudna
from hudna import desk
from hudna.web.app import make_app
from hudna.web.serve import open_socket

SAMPLES = Path(hudna.__file__).parent / "samples"
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with the sample articles."""
    path = tmp_path_factory.mktemp("desk") / "record.sqlite"
    with desk.open_store(path, create=True) as store:
        assert list(desk.add(store, [SAMPLES / "astana.jsonl", SAMPLES / "pages"]))
    return path


@pytest.fixture
def address(samples: Path, tmp_path: Path) -> Iterator[str]:
    """Return the address of a desk on a copy of the sample store, of which a test may do what it will."""
    path = tmp_path / "record.sqlite"
    for each in samples.parent.glob("record.sqlite*"):
        shutil.copy(each, tmp_path / each.name)
    with desk.open_store(path) as store, open_socket("127.0.0.1", 0) as listening:
        app = make_app(store, by="tester")
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        until = time.monotonic() + 30
        while not server.started and time.monotonic() < until:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=30)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return the browser."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.fail("Chromium is needed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """Return a page that knows the desk's address; a test fails when the browser complains of anything."""
    context = chromium.new_context(base_url=address, viewport=DESKTOP, accept_downloads=True)
    complaints: list[str] = []
    opened = context.new_page()
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda request: complaints.append(request.url) if address not in request.url else None)
    yield opened
    context.close()

    assert [] == complaints
