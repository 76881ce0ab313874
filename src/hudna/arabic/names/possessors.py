"""Whether a person named inside a phrase is the one it calls, or he whose aide, kin or adversary it calls."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.arabic.names.chart import Chart
from hudna.arabic.names.marked import IN_THE_NAME_OF
from hudna.arabic.names.tables import labels, party_words
from hudna.arabic.offices import terms_of
from hudna.lexicon import load_entries
from hudna.model import Match, Name, Token
from hudna.text import fold_word

_RULERS: Final = frozenset({fold_word("زعيم"), fold_word("رئيس"), fold_word("زعيمة"), fold_word("رئيسة")})
_CLOSE: Final = frozenset({fold_word("مقرب"), fold_word("مقربة"), fold_word("قريب")})


@cache
def _relations() -> Mapping[str, str]:
    """Return the folded nouns that stand before the person they belong to: ``kin``, or ``aide`` where right before."""
    table = files(__package__).joinpath("relations.tsv")
    return {fold_word(entry.form): entry["class"] for entry in load_entries(table, "relation")}


def is_person(name: Match[Name] | None) -> bool:
    """Return whether a name is there and is a person's."""
    return name is not None and name.kind == "person"


def rules_elsewhere(chart: Chart, end: int, name: Match[Name], head: Token) -> bool:
    """Return whether the ruler of the state named right before is somebody else: the leader of one deceived another."""
    if head.folded.removeprefix("و") not in _RULERS:
        return False
    entry = labels().get(name.value.entity or "")
    states = [
        other.value.entity
        for place in range(max(0, end - 3), end)
        for other in chart.starts.get(place, ())
        if other.kind == "state" and other.end == end
    ]
    country = entry["country"].lower() if entry is not None else ""
    return bool(country and states) and f"state:{country}" not in states


def possesses(chart: Chart, place: int, name: Match[Name]) -> bool:
    """Return whether a person is he whose brother or adviser is spoken of: the brother of X, the spokesman for X."""
    relation = _relations().get(chart.words[place].removeprefix("و"))
    before = name.first - 1
    whose = chart.words[place : name.first]
    if not _CLOSE.isdisjoint(whose):
        return True  # an official close to him
    if IN_THE_NAME_OF in whose:
        title = place + whose.index(IN_THE_NAME_OF) + 1
    else:
        title = place + 1 if relation == "aide" else name.first
    if _bears_title(chart, title, name):
        return True
    if chart.words[before] == IN_THE_NAME_OF:
        return True
    if relation == "aide":
        return before == place
    after = chart.name_at(name.end) if name.end < len(chart.tokens) else None
    return relation == "kin" and not is_person(after)


def _bears_title(chart: Chart, first: int, name: Match[Name]) -> bool:
    """Return whether the title that begins at a token is the person's own: the president in "an aide of President X".

    In "the vice-president Y" it is not: Y has not been president by the day of the article.
    """
    found = party_words().find(chart.tokens[first : name.first])
    titles = {each.value.id for each in found if each.kind == "office" and each.first == first}
    latest = chart.document.article.published.latest
    today = latest.isoformat() if latest is not None else None
    terms = terms_of((name.value.entity or "").removeprefix("person:")) if titles else ()
    return any(term.office in titles and (today is None or term.start <= today) for term in terms)
