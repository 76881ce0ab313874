"""Whom a phrase means: the person behind an office, the body behind a bare noun, the one called the latter."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from hudna.arabic.names.parties import Chart, Party, find_party, head_at
from hudna.arabic.names.tables import labels
from hudna.lexicon import read_rows
from hudna.model import Match, Name, Span

# Offices a phrase such as "the diplomat" can stand for.
_OFFICE_SENSES: Final = {
    "دبلوماسي": ("minister", "deputy", "envoy", "ambassador", "diplomat", "secretary", "representative", "assistant"),
    "مسؤول": ("minister", "deputy", "envoy", "ambassador", "official", "spokes", "secretary", "head", "director"),
}
MIN_SHARED_WORDS: Final = 2
DUAL: Final = 2
_EMPTY_WORDS: Final = frozenset(
    {"في", "الي", "من", "علي", "عن", "لدي", "باسم", "خاص", "عام", "دوله", "جمهوريه", "بلاده", "البلاد"}
)


class Meaning(NamedTuple):
    """Who is meant: the label and entity, where the name stands, and how it was found."""

    label: str
    entity: str | None
    span: Span
    implied: bool
    rule: str
    candidates: tuple[str, ...] = ()


class _Holder(NamedTuple):
    office: str
    country: str
    person: str
    start: str
    end: str


class Referents:
    """The people and bodies of a document with the offices and countries they are named with."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.people: list[Party] = []
        self.bodies: list[Match[Name]] = []
        self.pairs: list[Party] = []
        covered = 0
        for token in chart.tokens:
            if token.folded.endswith(("ان", "ين")) and chart.name_at(token.i) is None:
                head = head_at(token)
                if head is not None and head[0]["class"] == "pair":
                    pair = find_party(chart, token.i, len(chart.tokens))
                    if pair is not None:
                        self.pairs.append(pair)
        for name in chart.document.names:
            if name.kind == "body":
                self.bodies.append(name)
            if name.first < covered:
                continue
            if name.kind in {"person", "office", "nationality", "body"}:
                party = find_party(chart, name.first, len(chart.tokens))
                if party is not None and party.name is not None and party.name.kind == "person":
                    self.people.append(_with_apposition(chart, party))
                    covered = party.end

    def meaning(self, party: Party) -> Meaning:
        """Return whom a party phrase means; its own words where nothing tells more."""
        words = self.chart.document.article.words(party.span)
        if party.name is not None:
            return self._named(party, words)
        person = self._by_office(party)
        if person is not None:
            name = person.name
            assert name is not None
            return Meaning(
                name.value.label, name.value.entity, party.span, True, "office of a person named in the article"
            )
        holder = self._holder(party)
        if holder is not None:
            entry = labels()[f"person:{holder}"]
            return Meaning(entry.form, f"person:{holder}", party.span, True, "holder of the office on the day")
        body = self._body(party)
        if body is not None:
            return Meaning(body.value.label, body.value.entity, body.span, True, "body named before by its head")
        return Meaning(words, None, party.span, False, "the words of the text")

    def meanings(self, parties: Sequence[Party]) -> list[Meaning]:
        """Return whom joined parties mean; a dual noun stands for its two sides."""
        found: list[Meaning] = []
        for party in parties:
            found += self._sides(party) if party.kind == "pair" and party.name is None else [self.meaning(party)]
        return found

    def _sides(self, party: Party) -> list[Meaning]:
        """Return the two sides of a dual noun: those its adjectives name, or else the two last named together."""
        sides = self._named_sides(party)
        if sides:
            return sides
        for earlier in reversed(self.pairs):
            if earlier.first < party.first and earlier.first != party.first:
                sides = self._named_sides(earlier)
                if sides:
                    return [side._replace(implied=True, rule="the two sides named before") for side in sides]
        people = [person for person in self.people if person.first < party.first]
        distinct = {self._named(person, "").label: self._named(person, "") for person in people[-4:]}
        if len(distinct) == DUAL:
            return [side._replace(implied=True, rule="the two people named before") for side in distinct.values()]
        return [
            Meaning(self.chart.document.article.words(party.span), None, party.span, False, "the words of the text")
        ]

    def _named_sides(self, party: Party) -> list[Meaning]:
        tokens = self.chart.tokens
        if len(party.countries) != DUAL:
            return []
        head = tokens[party.first]
        start = party.span.start - head.start
        single = head.surface[start:-2]
        words = [
            name.value
            for place in range(party.first, party.end)
            for name in self.chart.starts.get(place, ())
            if name.kind == "nationality"
        ]
        article = self.chart.document.article
        return [
            Meaning(
                f"{single} {article.words(word.span).removeprefix('و')}", None, party.span, True, "one side of a dual"
            )
            for word in words
        ]

    def _named(self, party: Party, words: str) -> Meaning:
        name = party.name
        assert name is not None
        if name.kind == "person":
            return Meaning(name.value.label, name.value.entity, party.span, False, name.rule)
        if name.kind == "body" and party.end > name.end:
            return Meaning(words, None, party.span, False, "body with a nationality")
        return Meaning(name.value.label, name.value.entity, party.span, False, name.rule)

    def _by_office(self, party: Party) -> Party | None:
        """Return the person, named nearest before (or else after), whose phrase shares the office and country."""
        if not party.definite or party.kind not in {"office", "person"}:
            return None
        before = [person for person in self.people if person.first < party.first]
        after = [person for person in self.people if person.first >= party.end]
        for person in (*reversed(before), *after):
            if self._same_office(party, person):
                return person
        return None

    def _same_office(self, party: Party, person: Party) -> bool:
        name = person.name
        countries = set(person.countries)
        entry = labels().get(name.value.entity or "") if name is not None else None
        if entry is not None and entry["country"]:
            countries.add(entry["country"].lower())
        if party.countries and countries and not countries & set(party.countries):
            return False
        head = party.head.removeprefix("و").removeprefix("ال")
        if head in _OFFICE_SENSES:
            return bool(party.countries) and any(
                office.startswith(sense) or sense in office
                for office in person.offices
                for sense in _OFFICE_SENSES[head]
            )
        if set(party.offices) & set(person.offices) and not (party.countries and not countries):
            return True
        shared = (party.words & person.words) - _EMPTY_WORDS
        if party.offices and person.offices:
            return False
        return party.kind == "office" and len(shared) >= MIN_SHARED_WORDS and bool(set(party.countries) & countries)

    def _holder(self, party: Party) -> str | None:
        day = self.chart.document.published.day
        if day is None or not party.offices or not party.countries or party.kind != "office":
            return None
        if any(other != party.offices[0] for other in party.offices[1:]):
            return None
        iso = day.isoformat()
        found = {
            holder.person
            for holder in _holders().get((party.offices[0], party.countries[0]), ())
            if _covers(holder, iso)
        }
        return found.pop() if len(found) == 1 else None

    def _body(self, party: Party) -> Match[Name] | None:
        """Return the last body whose name begins with the bare definite noun of the phrase."""
        if party.end - party.first > 1 or party.kind not in {"body", "outlet"} or not party.definite:
            return None
        head = party.head.lstrip("و").removeprefix("ال").removeprefix("لل")
        for body in reversed(self.bodies):
            if body.first >= party.first:
                continue
            first = self.chart.tokens[body.first].folded
            bare = first[len(self.chart.glued(body)) :].removeprefix("ال")
            if bare == head:
                return body
        return None


def _with_apposition(chart: Chart, person: Party) -> Party:
    """Return a person with the offices, countries and words of the office told right behind the name."""
    place = person.end
    if place < len(chart.tokens) and chart.tokens[place].folded == "،":
        place += 1
    joint = ""
    while True:
        name = chart.name_at(place)
        if name is None or name.kind != "office" or chart.glued(name) != joint:
            return person
        office = find_party(chart, place, len(chart.tokens))
        if office is None or office.name is not None:
            return person
        person = person._replace(
            offices=(*person.offices, *office.offices),
            countries=(*person.countries, *office.countries),
            words=person.words | office.words,
        )
        place, joint = office.end, "و"


def _covers(holder: _Holder, iso: str) -> bool:
    """Return whether an office was surely held on a day; the edges of a coarse date are not sure."""
    if iso[: len(holder.start)] <= holder.start and not iso > holder.start:
        return False
    if iso[: len(holder.start)] == holder.start and len(holder.start) < len(iso):
        return False
    return not holder.end or iso[: len(holder.end)] < holder.end


@cache
def _holders() -> dict[tuple[str, str], list[_Holder]]:
    table = files("hudna.arabic").joinpath("offices", "holders.tsv")
    found: dict[tuple[str, str], list[_Holder]] = {}
    for _, row in read_rows(table, ("office", "country", "person", "from", "to", "source")):
        holder = _Holder(row["office"], row["country"].lower(), row["person"], row["from"], row["to"])
        found.setdefault((holder.office, holder.country), []).append(holder)
    return found
