"""``python -m eval.people``: whether the people named most in the news end each in one entity, and nobody else with them.

The articles are ``news/ant-2018-02-to-04.jsonl.gz``; who is named where follows ``gold/people2018.tsv``, whose spellings
were labelled by hand. The 40 people most often named are scored; everybody else in the table, and every name the program
puts to one of the 40 where the table has nothing, can only make them wrong. Mentions of which the table does not say
whose they are (a surname in an article that has no full name) are left aside.

``mentions``: of all mentions of the 40, how many are in the person's entity (recall); of all mentions in these entities,
how many are the person's (precision). ``pairs``: the same of pairs of mentions in one entity. ``spellings``: of pairs of
spellings, each in the entity where most of its mentions are.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from eval.gold import data_folder
from eval.mentioned import NOBODY, Mention, Spellings, load_spellings
from hudna import desk
from hudna.model import Article, Field, Name, NameKind, Reading
from hudna.record import Entities, find_entities

NEWS: Final = Path("news") / "ant-2018-02-to-04.jsonl.gz"
TABLE: Final = Path(__file__).parent / "gold" / "people2018.tsv"
PEOPLE: Final = 40
MISSED: Final = ""  # the entity of a mention that is no name of a person to the program


@dataclass(slots=True)
class Counts:
    """Mentions by person and entity, and by person, spelling and entity; examples of places by the latter."""

    by_entity: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    by_spelling: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    unlisted: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    places: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def main_entity(self, person: str) -> str:
        """Return the entity that has most of a person's mentions."""
        return max(self.by_entity[person].items(), key=lambda item: (bool(item[0]), item[1], item[0]))[0]


def count(readings: Sequence[Reading], entities: Entities, spellings: Spellings) -> Counts:
    """Return where the mentions of the table ended, and what stands in the entities beside them."""
    counts = Counts()
    for reading in readings:
        article = reading.article
        fields = (article.title or "", Field.TITLE), (article.text, Field.TEXT)
        for (_, each), mentions in zip(fields, spellings.find(*(text for text, _ in fields)), strict=True):
            names = [name for name in reading.names if name.kind is NameKind.PERSON and name.span.field is each]
            _count_field(counts, article, names, mentions, entities)
    return counts


def _count_field(
    counts: Counts, article: Article, names: Sequence[Name], mentions: Sequence[Mention], entities: Entities
) -> None:
    for name in names:
        if not any(_common(name, mention) for mention in mentions):
            words = " ".join(article.words(name.span).split())
            counts.unlisted[entities.of(name).id][words] += 1
            counts.places.setdefault((entities.of(name).id, words, ""), f"{article.id}:{name.span.start}")
    for mention in mentions:
        if not mention.sure:
            continue
        found = max(names, key=lambda name: _common(name, mention), default=None)
        entity = entities.of(found).id if found is not None and _common(found, mention) else MISSED
        person, form = mention.spelling.person, mention.spelling.form
        counts.by_entity[person][entity] += 1
        counts.by_spelling[person, form][entity] += 1
        counts.places.setdefault((person, form, entity), f"{article.id}:{mention.start}")


def _common(name: Name, mention: Mention) -> int:
    return max(0, min(name.span.end, mention.end) - max(name.span.start, mention.start))


def figures(counts: Counts, people: Sequence[str]) -> dict[str, Any]:
    """Return the shares of mentions, pairs of mentions and pairs of spellings, over all the people and for each."""
    home = {person: counts.main_entity(person) for person in people}
    own = {person: counts.by_entity[person][home[person]] for person in people}
    named = {person: counts.by_entity[person].total() for person in people}
    held = {person: _held(counts, home[person]) for person in people}
    same = {person: sum(n * (n - 1) // 2 for key, n in counts.by_entity[person].items() if key) for person in people}
    spelled = _spelling_pairs(counts, people)
    return {
        "people": len(people),
        "named": sum(named.values()),
        "mentions": _rates(sum(own.values()), sum(held.values()), sum(named.values())),
        "pairs": _rates(
            sum(same.values()),
            sum(same.values()) + sum(own[each] * (held[each] - own[each]) for each in people),
            sum(n * (n - 1) // 2 for n in named.values()),
        ),
        "spellings": _rates(*spelled),
        "worst": {
            "precision": min((round(own[each] / max(1, held[each]), 4), each) for each in people),
            "recall": min((round(own[each] / named[each], 4), each) for each in people),
        },
        "by_person": {
            person: {"entity": home[person], **_rates(own[person], held[person], named[person])} for person in people
        },
    }


def _held(counts: Counts, entity: str) -> int:
    """Return how many names an entity holds, whoever they mean."""
    return sum(found[entity] for found in counts.by_entity.values()) + counts.unlisted[entity].total()


def _rates(right: int, predicted: int, gold: int) -> dict[str, Any]:
    return {"p": round(right / max(1, predicted), 4), "r": round(right / max(1, gold), 4), "right": right, "gold": gold}


def _spelling_pairs(counts: Counts, people: Sequence[str]) -> tuple[int, int, int]:
    """Return pairs of spellings: rightly together, together, of one person; somebody else's count as together only."""
    homes = [(person, form, found.most_common(1)[0][0]) for (person, form), found in counts.by_spelling.items()]
    right = together = gold = 0
    for (person, _, entity), (other, _, home) in combinations(sorted(homes), 2):
        if person not in people and other not in people:
            continue
        gold += person == other
        together += bool(entity) and entity == home
        right += bool(entity) and entity == home and person == other
    return right, together, gold


def details(counts: Counts, people: Sequence[str]) -> Iterator[str]:
    """Yield the spellings of each person with their entities, then what is apart and what does not belong."""
    for person in people:
        home = counts.main_entity(person)
        forms = {form: found for (whose, form), found in counts.by_spelling.items() if whose == person}
        told = ", ".join(f"{form} {found.total()}" for form, found in sorted(forms.items(), key=lambda each: each[0]))
        yield f"{person} -> {home}: {told}"
        for form, found in forms.items():
            for entity, times in found.items():
                if entity != home:
                    place = counts.places[person, form, entity]
                    yield f"  apart: {form} x{times} in {entity or 'no name'}, first {place}"
        for (whose, form), found in counts.by_spelling.items():
            if whose != person and found[home]:
                yield f"  wrong: {form} ({whose}) x{found[home]}, first {counts.places[whose, form, home]}"
        for words, times in counts.unlisted[home].most_common():
            yield f"  not in the table: {words} x{times}, first {counts.places[home, words, '']}"


def main() -> int:
    """Read the articles, score and print."""
    parser = argparse.ArgumentParser(prog="python -m eval.people", description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder of the data; else HUDNA_DATA")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--details", action="store_true", help="list the spellings, and what is apart or wrong")
    given = parser.parse_args()
    path = data_folder(given.data) / NEWS
    if not path.exists():
        print(f"{path} is not there: set HUDNA_DATA or --data to the folder of the articles", file=sys.stderr)
        return 2
    readings = [each for each in desk.read([path]) if isinstance(each, Reading)]
    counts = count(readings, find_entities(readings), load_spellings(TABLE))
    most = Counter({person: found.total() for person, found in counts.by_entity.items() if person != NOBODY})
    people = [person for person, _ in most.most_common(PEOPLE)]
    found = figures(counts, people)
    if given.details:
        for line in details(counts, people):
            print(line, file=sys.stderr if given.json else sys.stdout)
    if given.json:
        print(json.dumps(found, ensure_ascii=False))
        return 0
    for person, rates in found["by_person"].items():
        print(f"{person:28} {rates['gold']:5}  precision {rates['p']:.4f}  recall {rates['r']:.4f}  {rates['entity']}")
    for name in ("mentions", "pairs", "spellings"):
        print(f"{name:9} precision {found[name]['p']:.4f}  recall {found[name]['r']:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
