"""Whom "his counterpart" means, and "the leader of" a country: by the offices of those whom the article names."""

from collections.abc import Iterable
from typing import Final

from hudna.arabic.contacts.side import Side, country_of
from hudna.arabic.contacts.words import markers
from hudna.arabic.names.people_named import NamedPerson
from hudna.arabic.names.tables import labels
from hudna.arabic.offices import holder_of, terms_of
from hudna.arabic.scene import Scene
from hudna.model.frozen import replace

MAX_PHRASE_TOKENS: Final = 4


def with_peers(scene: Scene, sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """Return the sides, each counterpart without a name as the person it means, where another side's office tells."""
    if not any(_is_peer(scene, side) for side in sides):
        return sides
    return tuple(_peer(scene, side, sides) or side if _is_peer(scene, side) else side for side in sides)


def _is_peer(scene: Scene, side: Side) -> bool:
    if side.who.entity is not None or side.end - side.first > MAX_PHRASE_TOKENS or side.end == side.first:
        return False
    word = scene.words[side.first]
    words = markers()["peer"] | markers()["leader"]
    return word in words or word[1:] in words


def _peer(scene: Scene, side: Side, sides: Iterable[Side]) -> Side | None:
    countries = set(scene.chart.codes_within(side.first, side.end)[1])
    if len(countries) != 1:
        return None
    country = countries.pop()
    word = scene.words[side.first]
    if not markers()["leader"].isdisjoint({word, word[1:]}):
        return _leader(scene, side, country)
    offices = {office for other in sides if other is not side for office in _offices(scene, other)}
    for person in _latest_first(scene, side.first):
        if offices & person.offices and country in person.countries:
            name = person.name.value
            return _meant(side, name.label, name.entity, country)
    day = scene.document.published.day
    for office in sorted(offices) if day is not None else ():
        holder = holder_of(office, (country,), day) if day is not None else None
        row = labels().get(f"person:{holder}")
        if row is not None:
            return _meant(side, row.form, f"person:{holder}", country)
    return None


def _leader(scene: Scene, side: Side, country: str) -> Side | None:
    """Return the person whom the article calls the leader of a country by name."""
    bare = {word.removeprefix("ال") for word in markers()["leader"]}
    for person in _latest_first(scene, side.first):
        if bare & person.words and country in person.countries:
            name = person.name.value
            return _meant(side, name.label, name.entity, country)
    return None


def _meant(side: Side, label: str, entity: str | None, country: str) -> Side:
    return side._replace(
        level="person", who=replace(side.who, label=label, entity=entity, implied=True), country=country
    )


def _latest_first(scene: Scene, place: int) -> list[NamedPerson]:
    """Return the people of the article, those named before a token first, the nearest of them first."""
    people = scene.referents.people
    before = [person for person in people if person.party.first < place]
    return before[::-1] + people[len(before) :]


def _offices(scene: Scene, side: Side) -> frozenset[str]:
    """Return the offices by which the article calls a side, else those the tables know for its day and country."""
    named = frozenset(office for each in scene.mentions.get(side.who.label, ()) for office in each.offices)
    inside = {(name.value.entity or "").removeprefix("office:") for name in scene.chart.names_within(side.first, side.end)
              if name.kind == "office"}  # fmt: skip
    if named or inside:
        return named | inside
    day = scene.document.published.latest
    if side.who.entity is None or day is None or country_of(side.who.entity) is None:
        return frozenset()
    terms = terms_of(side.who.entity.removeprefix("person:"))
    today = day.isoformat()
    return frozenset(term.office for term in terms if term.start <= today and (not term.end or term.end >= today))
