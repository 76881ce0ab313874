"""The people a document names, each with the offices, countries and words told beside the name."""

from bisect import bisect_left
from typing import Final

from hudna.arabic.names.chart import Chart
from hudna.arabic.names.parties import MAX_PARTY_TOKENS, Party, bare_words, find_party
from hudna.arabic.names.tables import labels, titles
from hudna.model import Match, Name
from hudna.model.frozen import dataclass

_LEADS: Final = frozenset({"person", "office", "nationality", "body"})


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A mention of a person: ``countries`` include the one the table gives, ``offices`` no bare rank or title."""

    party: Party
    name: Match[Name]
    offices: frozenset[str]
    countries: frozenset[str]
    words: frozenset[str]


def find_people(chart: Chart) -> list[NamedPerson]:
    """Return the mentions of people in the order of the text."""
    starts = [name.first for name in chart.document.names if name.kind == "person"]
    found: list[NamedPerson] = []
    covered = 0
    for name in chart.document.names:
        if name.kind not in _LEADS or name.first < covered:
            continue
        first = name.first
        following = bisect_left(starts, first)
        if following == len(starts) or starts[following] - first > MAX_PARTY_TOKENS:
            continue
        party = find_party(chart, first, len(chart.tokens))
        if party is not None and party.name is not None and party.name.kind == "person":
            found.append(_person(chart, party, party.name))
            covered = party.end
    return found


def _person(chart: Chart, party: Party, name: Match[Name]) -> NamedPerson:
    """Return a person with what the phrase and the offices right behind the name tell."""
    offices = {*party.offices}
    countries = {*party.countries}
    words = bare_words(chart, party.first, party.end)
    entry = labels().get(name.value.entity or "")
    if entry is not None and entry["country"]:
        countries.add(entry["country"].lower())
    place = party.end
    if place < len(chart.tokens) and chart.words[place] == "،":
        place += 1
    joint = ""
    while True:
        behind = chart.name_at(place)
        if behind is None or behind.kind != "office" or chart.glued(behind) != joint:
            break
        office = find_party(chart, place, len(chart.tokens))
        if office is None or office.name is not None:
            break
        own = entry["country"].lower() if entry is not None else ""
        if own and office.countries and own not in office.countries:
            break  # X criticised the president of another state
        offices.update(office.offices)
        countries.update(office.countries)
        words |= bare_words(chart, office.first, office.end)
        place, joint = office.end, "و"
    return NamedPerson(party, name, frozenset(offices - titles()), frozenset(countries), words)
