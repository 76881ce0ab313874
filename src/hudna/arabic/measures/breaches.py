"""Of whom it is told that a measure is broken: charged with it, named on the part of, or meant by a pronoun."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.measures.chain import Link
from hudna.arabic.measures.who import distinct, parties_of, read_sides
from hudna.arabic.scene import Scene
from hudna.model import Party, Sentence

_DEFYING: Final = frozenset({"في", "رغم", "وسط", "يشكل", "تشكل", "يعد", "تعد", "يعتبر", "تعتبر"})
_DOERS: Final = frozenset({"state", "body", "bodies", "place"})


def charge(scene: Scene, place: int, end: int) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Return who charges whom, named one after the other behind a verb of charging."""
    sides, after = read_sides(scene, place + 1, end)
    charged = read_sides(scene, after, end)[0] if sides else []
    return (parties_of(sides), parties_of(charged)) if charged else ((), ())


def charged(scene: Scene, place: int, end: int) -> tuple[Party, ...]:
    """Return who is charged, named right before what he is charged with."""
    for start in range(place + 1, end):
        sides, after = read_sides(scene, start, end)
        if sides and after == end:
            return parties_of(sides)
    return ()


def defiant(scene: Scene, link: Link, by: Sequence[Party], sentence: Sentence) -> tuple[Party, ...]:
    """Return of whom a sentence tells what is a breach, where it names one party before: X goes on, in defiance of."""
    before = scene.words[link.place - 1] if link.place > sentence.first else ""
    if link.row.form != "noun" or (before not in _DEFYING and link.row.front not in {"ب", "ك"}):
        return ()
    callers = {party.entity or party.label for party in by}
    found: tuple[Party, ...] = ()
    place = sentence.first
    while place < link.place - 1:
        sides, after = read_sides(scene, place, link.place)
        found += parties_of([side for side in sides[:1] if side.level in _DOERS])
        place = max(after, place + 1)
    who = distinct(party for party in found if (party.entity or party.label) not in callers)
    return who if len(who) == 1 else ()


def its_breach(scene: Scene, link: Link, sentence: Sentence) -> tuple[Party, ...]:
    """Return whom the pronoun on a breach means: the state or body named last before it, its breach of."""
    if link.row.form != "noun" or not link.row.owner:
        return ()
    for place in range(link.place - 1, sentence.first - 1, -1):
        name = scene.chart.name_at(place)
        if name is not None and name.first == place and name.kind in {"state", "body", "place"}:
            sides = read_sides(scene, place, name.end)[0]
            if sides and sides[0].level in _DOERS and not any(votes(party) for party in parties_of(sides)):
                return parties_of(sides[:1])
    return ()


def votes(party: Party) -> bool:
    """Return whether a party is the body whose resolution it is, so that its consent adopts it."""
    words = set(party.label.split())
    return bool(words & {"مجلس", "الجمعية", "المجلس"}) or any(word.endswith("مجلس") for word in words)
