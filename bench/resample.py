"""A corpus of any size made of the paragraphs of a real one, by a seed, with or without reading it anew.

An article is made of paragraphs drawn within one section and week, as many as a real article has; as many are near-copies
of earlier ones, by another outlet and less a paragraph, as the real file has. More articles either make the same weeks
denser (``denser``), or the record longer (``longer``): then the weeks follow one another as full as the real ones are, and
begin again, moved on by whole weeks with all days that were read, when they are over. Its reading is either made by the reader or
put together of what was read in the paragraphs where they stood: a record goes with its paragraph, at its new offset, if all
its words stand in that one; what hangs over a border between paragraphs is left out, as is who is meant by it. That is
quick enough for a hundred thousand articles, and what is stored, merged and shown is of the same kind and nearly as much.
"""

import datetime as dt
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hudna.model import Article, Published, Reading, digest_of
from hudna.model.wire import decode, to_line

SEED = 20180218
LONG = 60  # characters from which a paragraph tells one article from another
ALIKE = 0.5  # share of an article's long paragraphs that stand in one before it, from which it is a near-copy
OUTLETS = 12
LISTS = ("names", "dates", "statements", "contacts", "measures", "incidents", "conduct", "pledges")
WEEK = dt.timedelta(7)
_DAYS_AT = frozenset({"earliest", "latest", "value", "published", "reference"})  # keys of what is moved on in time
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_REFERENCES = ("attributed_to", "denies", "restates", "before", "after")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of an article, by the article's place in the corpus and its offsets there."""

    article: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Made:
    """An article made of pieces; ``model`` is the place of the one whose headline and number of paragraphs it has.

    Its day is the model's, ``later`` by so much.
    """

    article: Article
    model: int
    pieces: tuple[Piece, ...]
    later: dt.timedelta = dt.timedelta(0)


def paragraphs_of(article: Article) -> list[str]:
    """Return the paragraphs of an article."""
    return [line.strip() for line in article.text.split("\n") if line.strip()]


def copy_rate(articles: Sequence[Article]) -> float:
    """Return the share of articles that are near-copies of earlier ones."""
    seen: set[str] = set()
    copies = 0
    for article in articles:
        long = [each for each in paragraphs_of(article) if len(each) >= LONG]
        copies += bool(long) and sum(each in seen for each in long) >= ALIKE * len(long)
        seen.update(long)
    return copies / len(articles)


def denser(articles: Sequence[Article], count: int, rate: float) -> Iterator[Made]:
    """Yield so many articles, all of the same weeks; the first of a longer run are those of a shorter one."""
    chance = random.Random(SEED)
    drawing = _Drawing(articles, rate, chance)
    for number in range(count):
        yield drawing.made(number, chance.choice(drawing.usable), dt.timedelta(0))


def longer(articles: Sequence[Article], count: int, rate: float) -> Iterator[Made]:
    """Yield so many articles week by week, as many a week as there are; those without a day are left out.

    The first of a longer run are those of a shorter one.
    """
    drawing = _Drawing(articles, rate, random.Random(SEED))
    days = {place: day for place in drawing.usable if (day := articles[place].published.day) is not None}
    in_order = sorted(drawing.usable, key=lambda place: (days[place].isocalendar()[:2], place))
    weeks = (max(days.values()) - min(days.values())) // WEEK + 1
    for number in range(count):
        lap, place = divmod(number, len(in_order))
        yield drawing.made(number, in_order[place], lap * weeks * WEEK)


class _Drawing:
    """Paragraphs to be drawn, by section and week, and the articles made of them so far."""

    def __init__(self, articles: Sequence[Article], rate: float, chance: random.Random) -> None:
        self._articles = articles
        self._rate = rate
        self._chance = chance
        self._pieces = [_pieces(place, article) for place, article in enumerate(articles)]
        self.usable = [place for place, found in enumerate(self._pieces) if found]
        self._groups: dict[object, list[int]] = defaultdict(list)
        for place in self.usable:
            self._groups[_topic_and_week(articles[place])].append(place)
        self._made: dict[object, list[tuple[Piece, ...]]] = defaultdict(list)

    def made(self, number: int, model: int, later: dt.timedelta) -> Made:
        """Return an article made like a model, by its number."""
        group = _topic_and_week(self._articles[model])
        drawn = self._drawn(model, group, (group, later))
        first = self._articles[model]
        text = "\n".join(self._articles[each.article].text[each.start : each.end] for each in drawn)
        source = f"outlet {number % OUTLETS}"
        article = replace(
            first,
            id=f"made-{number}",
            url=None,
            source=source,
            text=text,
            published=_moved_on(first.published, later),
            digest=digest_of(source, first.title, text, str(number)),
        )
        return Made(article, model, drawn, later)

    def _drawn(self, model: int, group: object, those: object) -> tuple[Piece, ...]:
        """Return the pieces of an article, now and then those of an earlier one (of ``those``) but for one of them."""
        chance, like = self._chance, self._pieces[model]
        if self._made[those] and chance.random() < self._rate:
            kept = list(chance.choice(self._made[those]))
            kept.pop(chance.randrange(len(kept)))
            drawn = tuple(kept or like)
        else:
            drawn = tuple(chance.choice(self._pieces[chance.choice(self._groups[group])]) for _ in like)
        self._made[those].append(drawn)
        return drawn


def _moved_on(published: Published, later: dt.timedelta) -> Published:
    first, last = (None if day is None else day + later for day in (published.earliest, published.latest))
    return replace(published, earliest=first, latest=last)


def _pieces(place: int, article: Article) -> tuple[Piece, ...]:
    found = []
    start = 0
    for line in article.text.split("\n"):
        words = line.strip()
        if words:
            first = start + line.index(words)
            found.append(Piece(place, first, first + len(words)))
        start += len(line) + 1
    return tuple(found)


def _topic_and_week(article: Article) -> tuple[str, object]:
    day = article.published.earliest
    return article.id.rsplit("-", 2)[0], day and day.isocalendar()[:2]


class Rebased:
    """Readings put together of what was read of a corpus, paragraph by paragraph."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        """``readings`` are those of the articles, in their order; each is cut into paragraphs at once."""
        self._heads: list[Reading] = []
        self._headlines: list[str] = []
        self._paragraphs: dict[Piece, str] = {}
        for place, reading in enumerate(readings):
            read = json.loads(to_line(reading))
            self._heads.append(replace(reading, **_EMPTY))
            self._headlines.append(_held(read, None))
            for piece in _pieces(place, reading.article):
                self._paragraphs[piece] = _held(read, piece)

    def reading(self, made: Made) -> Reading:
        """Return the reading of a made article."""
        described = json.loads(to_line(replace(self._heads[made.model], article=made.article)))
        _put(described, self._headlines[made.model], 0, "t")
        offset = 0
        for number, piece in enumerate(made.pieces):
            _put(described, self._paragraphs[piece], offset, f"p{number}")
            offset += piece.end - piece.start + 1
        if made.later:
            described |= {name: _later(described[name], made.later) for name in LISTS}
        return decode(described)


def _held(read: Mapping[str, Any], piece: Piece | None) -> str:
    """Return what was read in a paragraph, at offsets into it, or in the headline where there is none."""
    return json.dumps(
        {
            name: [_moved(each, -piece.start if piece else 0) for each in read[name] if _stands_in(each, piece)]
            for name in LISTS
        }
    )


def _put(into: dict[str, Any], held: str, shift: int, mark: str) -> None:
    """Put what was read in a paragraph into a reading, at an offset and with ids of its own."""
    found = json.loads(held)
    ids = {each["id"] for several in found.values() for each in several if "id" in each}
    for name, several in found.items():
        into[name] += [_marked(_moved(each, shift), mark, ids) for each in several]


_EMPTY: dict[str, Any] = {"credits": (), "litter": (), "problems": (), **dict.fromkeys(LISTS, ())}


def _stands_in(value: Any, piece: Piece | None) -> bool:
    """Return whether all spans in a value are of a paragraph, or of the headline where none is given."""
    if isinstance(value, list):
        return all(_stands_in(each, piece) for each in value)
    if not isinstance(value, dict):
        return True
    start = value.get("start")
    if start is not None:
        if piece is None:
            return value.get("in") == "title" and _all_stand_in(value, piece)
        if value.get("in") == "title" or not (piece.start <= start and value["end"] <= piece.end):
            return False
    return _all_stand_in(value, piece)


def _all_stand_in(value: dict[str, Any], piece: Piece | None) -> bool:
    return all(_stands_in(each, piece) for each in value.values() if isinstance(each, dict | list))


def _moved(value: Any, shift: int) -> Any:
    """Return a value with its spans moved, those in the headline left where they are."""
    if isinstance(value, list):
        return [_moved(each, shift) for each in value]
    if not isinstance(value, dict):
        return value
    stays = value.get("in") == "title"
    return {
        key: each + shift if key in {"start", "end"} and each is not None and not stays else _moved(each, shift)
        for key, each in value.items()
    }


def _later(value: Any, by: dt.timedelta) -> Any:
    """Return a value with the days that were read moved on."""
    if isinstance(value, list):
        return [_later(each, by) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _days_later(each, by) if key in _DAYS_AT and isinstance(each, str) else _later(each, by)
        for key, each in value.items()
    }


def _days_later(written: str, by: dt.timedelta) -> str:
    return _DAY.sub(lambda found: (dt.date.fromisoformat(found[0]) + by).isoformat(), written)


def _marked(value: Any, mark: str, ids: set[str]) -> Any:
    """Return a value with its ids marked, and no reference to what did not come with it."""
    if isinstance(value, list):
        return [_marked(each, mark, ids) for each in value]
    if not isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    for key, each in value.items():
        if key == "id" and isinstance(each, str):
            found[key] = f"{each}{mark}"
        elif key in _REFERENCES and isinstance(each, str):
            found[key] = f"{each}{mark}" if each in ids else None
        else:
            found[key] = _marked(each, mark, ids)
    return found
