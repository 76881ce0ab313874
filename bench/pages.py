"""What pages cost: `python -m bench.pages STORE…`; the stores are changed by a decision and an article each.

Every page is asked for in process, as the server answers it, in both languages and at several addresses: what stands
first, and events, articles and names drawn by a seed. The time is the processor's, from the request to the last byte of the page, so that a busy machine can
be measured on; beside it stands the clock's.
`bench.growth --keep FOLDER` makes stores of any size.
"""

import argparse
import datetime as dt
import json
import math
import random
import resource
import sys
import time
from collections.abc import Collection, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from starlette.testclient import TestClient

from hudna import desk
from hudna.model import RecordType
from hudna.web.app import make_app
from hudna.web.filters import day_off

SEED = 20180218
DRAWN = 12
ROUNDS = 2
Took = tuple[float, float]


def addresses(board: desk.Board) -> Iterator[tuple[str, str]]:
    """Yield pages by name with the addresses to ask for, without their language."""
    chance = random.Random(SEED)
    lines = [board.lines[chance.randrange(len(board.lines))] for _ in range(DRAWN)]
    days = sorted(line.latest.isoformat() for line in lines if line.latest)
    heads = [board.heads[chance.randrange(len(board.heads))] for _ in range(DRAWN)]
    named = desk.find_named(board, "")
    people = [named[0], *chance.sample(named[: len(named)], min(DRAWN, len(named)))]
    queue = desk.review_queue(board, differing=True)
    several = [queue[chance.randrange(len(queue))].event.id for _ in range(DRAWN)] if len(queue) else []
    weeks = [f"first={day}&last={day_off(dt.date.fromisoformat(day), 6)}" for day in days]
    words = [word for head in heads for word in (head.title or "").split() if word.isalpha()][:DRAWN]
    yield from (("today", address) for address in ("", *(f"?day={day}" for day in days[:4])))
    yield from (("review", f"review?page={number}") for number in (1, 2, 7, 30, 100))
    yield "timeline", "timeline"
    yield "timeline", f"timeline?first={days[2]}&last={days[-3]}"
    for number in (2, 50, 400):
        yield "timeline", f"timeline?page={number}"
    for record in RecordType:
        yield "timeline", f"timeline?type={record}&sure=true"
    yield from (("timeline", f"timeline?party={entity.id}") for entity, _ in people[:4])
    yield from (("timeline", f"timeline?place={line.event.place}") for line in lines if line.event.place)
    yield from (
        ("timeline", f"timeline?process={process}") for _, process in sorted(board.standing.tally("process"))[:3]
    )
    yield "timeline", "timeline?origins=2&type=incident"
    yield from (("timeline, words", f"timeline?words={word}") for word in words)
    yield from (("positions", f"positions?{week}") for week in ("", f"first={days[0]}&last={days[-1]}", *weeks[:3]))
    yield from (("pledges", f"pledges?day={day}") for day in ("", *days[:4]))
    yield from (("event", f"event/{line.event.id}") for line in lines)
    yield from (("event", f"event/{event}") for event in several)
    yield from (("compare", f"compare?of={event}") for event in several)
    yield from (("article", f"article/{head.digest}") for head in heads)
    yield from (
        ("names", address) for address in ("names", "names?page=3", "names?kind=person", f"names?q={named[0][0].label}")
    )
    yield from (("name", f"name/{entity.id}") for entity, _ in people)
    yield from (("sources", "sources") for _ in range(5))
    yield from (("articles", f"articles?page={number}") for number in (1, 2, 9, 50))
    yield "articles", f"articles?outlet={heads[0].source}"
    yield from (("search", f"search?q={sought}") for sought in (*(entity.label for entity, _ in people[:6]), *words))
    yield from (("report", f"report?{week}") for week in ("", f"first={days[0]}&last={days[0]}", *weeks[:3]))
    yield from (
        ("stories", f"stories?{query}") for query in ("", "page=2", "page=20", "alone=true", f"q={(words or [''])[0]}")
    )
    yield from (("story", f"story/of/{head.digest}") for head in heads)
    for name in ("lives", "map"):
        yield from ((name, f"{name}?{week}") for week in ("", f"first={days[2]}&last={days[-3]}", *weeks[:3]))
    yield from ((name, name) for name in ("add", "history", "settings") for _ in range(5))


def measure(path: Path, only: Collection[str] | None = None) -> Iterator[dict[str, Any]]:
    """Yield what each page of a store costs, and the first page after a decision and after an article."""
    with desk.open_store(path) as store:
        client = TestClient(make_app(store), base_url="http://localhost")
        board = desk.Boards(store).now()
        wanted = [each for each in addresses(board) if not only or each[0] in only]
        client.get("/ar/settings")
        taken: dict[str, list[Took]] = {}
        sizes: dict[str, int] = {}
        for _ in range(ROUNDS):
            for name, address in wanted:
                for language in ("ar", "en"):
                    answer, took = _asked(client, f"/{language}/{address}")
                    if answer.status_code == 422 and name == "compare":
                        continue  # one article alone tells it twice
                    assert answer.status_code == 200, (address, answer.status_code)
                    taken.setdefault(name, []).append(took)
                    sizes[name] = max(sizes.get(name, 0), len(answer.content))
        yield from (_row(name, times, sizes[name]) for name, times in taken.items())
        yield _row("all", [each for times in taken.values() for each in times], max(sizes.values()))
        if not only:
            yield from _after_changes(store, client, board)


def _after_changes(store: Any, client: TestClient, board: desk.Board) -> Iterator[dict[str, Any]]:
    """Yield what the first page costs after a decision, and after an article has come in."""
    decider = desk.Decider(store, board.record, desk.Signature("bench", "measured"))
    decider.review(desk.review_queue(board)[0].event)
    yield _first_page("after a decision", client)
    text = board.reading_of(board.heads[0].digest).article.text
    desk.add_text(store, text + "\n" + text[:200], title="measured", published="2018-03-07")
    yield _first_page("after an article", client)


def _first_page(name: str, client: TestClient) -> dict[str, Any]:
    answer, took = _asked(client, "/ar/")
    return _row(name, [took], len(answer.content))


def _asked(client: TestClient, address: str) -> tuple[Any, Took]:
    """Return the answer, and the milliseconds of the processor and of the clock that it took."""
    clock, processor = time.perf_counter(), time.process_time()
    answer = client.get(address)
    return answer, (1000 * (time.process_time() - processor), 1000 * (time.perf_counter() - clock))


def _row(name: str, times: list[Took], size: int) -> dict[str, Any]:
    processor, clock = (sorted(each) for each in zip(*times, strict=True))
    place = math.ceil(0.95 * len(times)) - 1
    return {
        "page": name,
        "asked": len(times),
        "median_ms": round(median(processor), 1),
        "p95_ms": round(processor[place], 1),
        "max_ms": round(processor[-1], 1),
        "clock_p95_ms": round(clock[place], 1),
        "kB": round(size / 1000, 1),
    }


def main() -> int:
    """Measure and print a row a page."""
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--only", nargs="*", help="names of pages; all where none is given")
    parser.add_argument("stores", type=Path, nargs="+", help="stores to measure")
    given = parser.parse_args()
    for path in given.stores:
        with desk.open_store(path) as store:
            desk.put_together(store)
            articles = store.count()
        for row in measure(path, given.only):
            print(json.dumps({"articles": articles, **row}), flush=True)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = path.stat().st_size / 1e6
        print(json.dumps({"articles": articles, "store_MB": round(size), "peak_MiB": round(peak)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
