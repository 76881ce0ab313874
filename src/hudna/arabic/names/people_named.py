"""The people a document names, each with the offices, countries and words told beside the name."""

from bisect import bisect_left
from typing import Final

from hudna.arabic.names.chart import Chart
from hudna.arabic.names.parties import MAX_PARTY_TOKENS, Party, bare_words, find_party
from hudna.arabic.names.tables import labels, titles
from hudna.model import WORD, Match, Name
from hudna.model.frozen import dataclass

SEVERAL_OFFICES: Final = 2
_DEFINITE: Final = ("ال", "وال", "لل", "بال")
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


def own_offices(chart: Chart, party: Party) -> set[str]:
    """Return the offices that a phrase says somebody holds, not those of whom he serves: the director of the president's office.

    What stands in construct with a bare noun is its owner; behind a word with the article it is a second office.
    """
    if len(party.offices) < SEVERAL_OFFICES:
        return {*party.offices}
    found: set[str] = set()
    for place in range(party.first, party.end):
        codes = chart.codes.get(place, ())
        if codes and not (found and _is_owned(chart, place)):
            found.update(code for kind, code in codes if kind == "office")
    return found


def _is_owned(chart: Chart, place: int) -> bool:
    """Return whether an office is that of whom somebody serves: a bare noun is in construct with it, or it stands behind "to"."""
    before = chart.words[place - 1]
    name = chart.name_at(place)
    front = chart.glued(name) if name is not None else chart.words[place][:1]
    if front.startswith("ل"):
        return True
    joined = front != ""
    bare = chart.tokens[place - 1].kind is WORD and not before.startswith(_DEFINITE)
    before_it = chart.names_within(max(0, place - MAX_PARTY_TOKENS), place)
    closed = any(each.end == place and each.kind != "office" for each in before_it)  # of a state, in a city
    return bare and not joined and not closed


def _person(chart: Chart, party: Party, name: Match[Name]) -> NamedPerson:
    """Return a person with what the phrase and the offices right behind the name tell."""
    offices = own_offices(chart, party)
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
        offices |= own_offices(chart, office)
        countries.update(office.countries)
        words |= bare_words(chart, office.first, office.end)
        place, joint = office.end, "و"
    return NamedPerson(party, name, frozenset(offices - titles()), frozenset(countries), words)
