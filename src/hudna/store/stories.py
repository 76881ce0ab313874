"""Stories, kept with the record: told anew only where an article is new or was read anew.

What comes of it is what ``hudna.record.find_stories`` returns for all readings and decisions. What an article's words
weigh rests on a sample of the days around it, which articles it is compared with on the days before it, and groups hang
together by pairs: so an article changes the words of few days, the pairs of few days more, and the stories that these
lead to.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sqlalchemy import Connection, delete, select

from hudna.model import Decision, DecisionKind
from hudna.record.decided import Decided, decided_pairs
from hudna.record.kept import to_kept
from hudna.record.names import plain_form
from hudna.record.stories import Pair, holds, inner, tell, told_together
from hudna.store.among import among
from hudna.store.kinship import Compared, compare_anew
from hudna.store.neighbours import Neighbours
from hudna.store.state import keep_told_by, told_by
from hudna.store.story_tables import NO_DAY, kin, profiles, stories, untold
from hudna.store.summaries import chunks
from hudna.store.tables import articles
from hudna.store.writing import next_number, write_rows

_MADE_AT_ONCE: Final = 400


def tell_anew(connection: Connection, decisions: Iterable[Decision]) -> None:
    """Bring the stories of a store up to date with its profiles and with decisions."""
    decided = decided_pairs(decisions, DecisionKind.SAME_STORY)
    touched = _decided_anew(connection, decided)
    rows = connection.execute(select(untold)).all()
    if not rows and not touched:
        return
    compared = Compared(connection)
    touched |= compare_anew(connection, compared, rows)
    _Grouping(connection, compared, decided).group(touched)
    connection.execute(delete(untold))


def _decided_anew(connection: Connection, decided: Decided) -> set[int]:
    """Return the articles that are put together or apart by other decisions than the stories that are kept."""
    joined, apart = decided
    now = [(pair.left, pair.right, 1) for pair in joined]
    now += ((one, other, 0) for one, others in apart.items() for other in others if one < other)
    written, before = json.dumps(sorted(now)), told_by(connection)
    if written == (before or "[]"):
        return set()
    keep_told_by(connection, written)
    changed = set(now) ^ {tuple(each) for each in json.loads(before or "[]")}
    digests = {digest for one, other, _ in changed for digest in (one, other)}
    return set(_numbers_of(connection, digests).values())


def _numbers_of(connection: Connection, digests: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in chunks(sorted(digests)):
        query = select(articles.c.digest, articles.c.number).where(among(articles.c.digest, some))
        found |= {row.digest: row.number for row in connection.execute(query)}
    return found


class _Grouping:
    """What hangs together by pairs, put into stories."""

    def __init__(self, connection: Connection, compared: Compared, decided: Decided) -> None:
        self._connection = connection
        self._compared = compared
        self._decided = decided
        self._neighbours = Neighbours()
        numbers = _numbers_of(connection, {digest for pair in decided[0] for digest in (pair.left, pair.right)})
        for pair in decided[0]:
            if pair.left in numbers and pair.right in numbers:
                self._neighbours.connect(numbers[pair.left], numbers[pair.right])

    def group(self, touched: set[int]) -> None:
        """Group all that hangs together with what was touched, and write the stories that are new."""
        story_of = self._closure(touched)
        told_in: dict[int, set[int]] = defaultdict(set)
        for article, story in story_of.items():
            if story is not None:
                told_in[story].add(article)
        made: list[tuple[list[int], dict[Pair, float]]] = []
        order = self._compared.order(story_of)
        for several, scores in self._components(order):
            for group in self._groups(several, scores):
                before = story_of[group[0]]
                if before is not None and told_in[before] == set(group) and touched.isdisjoint(group):
                    del told_in[before]
                else:
                    made.append((group, inner(group, scores)))
        made.sort(key=lambda each: order[each[0][0]])  # days together, which are remembered
        for some in chunks(sorted(told_in)):
            self._connection.execute(delete(stories).where(among(stories.c.number, some)))
        for start in range(0, len(made), _MADE_AT_ONCE):
            self._write(made[start : start + _MADE_AT_ONCE])

    def _closure(self, touched: set[int]) -> dict[int, int | None]:
        """Return all that shares a story with what was touched, or is led to by pairs, with the number of its story."""
        found: dict[int, int | None] = {}
        wanted = set(touched)
        while wanted:
            led_to: set[int] = set()
            for some in chunks(sorted(wanted)):
                query = select(profiles.c.article, profiles.c.story).where(among(profiles.c.article, some))
                found.update((row.article, row.story) for row in self._connection.execute(query).all())
                for column in (kin.c.left, kin.c.right):
                    for row in self._connection.execute(select(kin).where(among(column, some))).all():
                        if holds(row.score):
                            self._neighbours.connect(row.left, row.right)
            for some in chunks({story for article in wanted if (story := found.get(article)) is not None}):
                query = select(profiles.c.article).where(among(profiles.c.story, some))
                led_to.update(self._connection.execute(query).scalars())
            for article in wanted:
                led_to |= self._neighbours.of(article)
            wanted = led_to - found.keys()
        return found

    def _components(self, order: Mapping[int, tuple[str, str]]) -> Iterator[tuple[list[int], dict[Pair, float]]]:
        """Yield the articles that hang together, by day and digest, with the scores of the pairs among them."""
        left = set(order)
        for article in order:
            if article in left:
                component = self._neighbours.component(article)
                left -= component
                scores = self._scores(component) if len(component) > 1 else {}
                yield sorted(component, key=order.__getitem__), scores

    def _scores(self, component: set[int]) -> dict[Pair, float]:
        found: dict[Pair, float] = {}
        for some in chunks(sorted(component)):
            for row in self._connection.execute(select(kin).where(among(kin.c.left, some))).all():
                if row.right in component:
                    found[row.left, row.right] = row.score
        return found

    def _groups(self, several: Sequence[int], scores: Mapping[Pair, float]) -> Iterator[list[int]]:
        """Yield the articles of each story, sorted by day and digest."""
        if len(several) == 1:
            yield list(several)
            return
        places = {article: place for place, article in enumerate(several)}
        placed = {(places[left], places[right]): score for (left, right), score in scores.items()}
        digests = self._compared.digests(several)
        for group in told_together({digest: place for place, digest in enumerate(digests)}, placed, self._decided):
            yield [several[place] for place in group]

    def _write(self, made: Sequence[tuple[list[int], dict[Pair, float]]]) -> None:
        """Write stories, each of its articles with what speaks for their pairs, by their places in it."""
        self._compared.load({article for group, _ in made for article in group})
        first = next_number(self._connection, stories)
        rows = []
        told = []
        for number, (group, scores) in enumerate(made, start=first):
            found = [self._compared.profile(article) for article in group]
            story = tell(found, scores, self._compared.why(group))
            day = found[0].day.isoformat() if found[0].day else NO_DAY
            line = to_kept(story, "")
            rows.append((number, day, found[0].digest, len(group), plain_form(story.label), line))
            told += [(number, article) for article in group]
        write_rows(self._connection, stories, tuple(stories.c.keys()), rows)
        self._connection.exec_driver_sql("UPDATE profiles SET story = ? WHERE article = ?", told)
