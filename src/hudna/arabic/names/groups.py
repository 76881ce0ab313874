"""Whom a group means: "the two sides", "the three presidents", "the three states" named before."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from hudna.arabic.names.chart import Chart
from hudna.arabic.names.parties import Party, find_parties
from hudna.arabic.names.tables import duals, pairs
from hudna.model import NUMBER, Match, Name
from hudna.text import fold_word
from hudna.text.letters import ALEF, LAM

DUAL: Final = 2
MAX_NAMES_BACK: Final = 40
MAX_SENTENCES_BACK: Final = 4
_NUMERALS: Final = {
    fold_word(word): number
    for words, number in (
        (("الثلاث", "الثلاثة"), 3),
        (("الأربع", "الأربعة"), 4),
        (("الخمس", "الخمسة"), 5),
    )
    for word in words
}
_AMONG: Final = frozenset({"بينها", "بينهم", "بينهن"})
_STATES: Final = frozenset(fold_word(word) for word in ("دول", "دولتان", "دولتين", "بلدان", "بلدين", "عواصم", "حكومات"))
_PEOPLE: Final = frozenset(
    fold_word(word)
    for word in (
        "رؤساء",
        "زعماء",
        "قادة",
        "وزراء",
        "رئيسان",
        "رئيسين",
        "زعيمان",
        "زعيمين",
        "وزيران",
        "وزيرين",
        "مسؤولان",
        "مسؤولين",
        "رجلان",
        "رجلين",
        "مبعوثون",
    )
)
_SPOUSES: Final = frozenset({"زوجته", "زوجها", "عقيلته", "قرينته"})
_OFFICES: Final = {
    fold_word(word): office
    for words, office in (
        (("رؤساء", "رئيسان", "رئيسين"), "president"),
        (("وزراء", "وزيران", "وزيرين"), "minister"),
    )
    for word in words
}
_NAMED: Final = frozenset({"person", "state", "body"})


def group_size(chart: Chart, party: Party) -> int:
    """Return how many a definite group without names of its own counts, 0 where its words do not say."""
    if party.name is not None:
        return 0
    if party.kind == "pair" or (party.kind == "office" and party.head in duals()):
        return DUAL
    if party.kind not in {"persons", "bodies", "office"}:
        return 0
    words = chart.words[party.first + 1 : party.end]
    if _NUMERALS.keys().isdisjoint(words):
        return 0
    return next(_NUMERALS[word] for word in words if word in _NUMERALS)


def members_of(chart: Chart, party: Party, size: int) -> list[Match[Name]]:
    """Return as many parties as a group counts: those last named together, else the only ones of a sentence before."""
    kinds = _kinds(party)
    for joined in _joined_before(chart, party, size):
        if {name.kind for name in joined} <= kinds:
            return joined
    first = chart.document.sentences[0].index if chart.document.sentences else 0
    sentences = chart.document.sentences
    here = bisect_left(sentences, party.first + 1, key=lambda sentence: sentence.first) - 1
    for number in range(here, max(first - 1, here - MAX_SENTENCES_BACK), -1):
        named = _named_in(chart, sentences[number].first, min(sentences[number].end, party.first), kinds)
        if len(named) == size:
            return named
        if len(named) > size:
            return []
    return []


def pair_of_states(word: str) -> tuple[str, str] | None:
    """Return the keys of the two states that a folded word names, with or without what is written on to its front."""
    known = pairs()
    if word in known:
        return known[word]
    return known.get(ALEF + word[1:] if word.startswith(LAM + LAM) else word[1:])


def office_of_group(party: Party) -> str:
    """Return the office that the members of a group hold, as "the two presidents" do; empty where it names none."""
    return _OFFICES.get(party.head.lstrip("و").removeprefix("ال"), "")


def _kinds(party: Party) -> frozenset[str]:
    head = party.head.lstrip("و").removeprefix("ال")
    if head in _STATES:
        return frozenset({"state"})
    return frozenset({"person"}) if head in _PEOPLE else _NAMED


def _joined_before(chart: Chart, party: Party, size: int) -> Iterator[list[Match[Name]]]:
    """Yield the lists of as many distinct names joined by "and" before a phrase, the nearest first."""
    names = chart.document.names
    end = bisect_left(names, party.first, key=lambda name: name.first)
    for name in names[max(0, end - MAX_NAMES_BACK) : end][::-1]:
        if name.kind not in _NAMED or chart.glued(name).startswith("و"):
            continue
        joined = [each.name for each in find_parties(chart, name.first, party.first) if each.name is not None]
        if any(is_spouse(chart, each) for each in joined):
            continue
        if len(joined) == size and len({each.value.label for each in joined}) == size:
            yield joined


def is_spouse(chart: Chart, name: Match[Name]) -> bool:
    """Return whether a name only tells whose wife or husband somebody is: the two leaders are others."""
    return name.first > 0 and chart.words[name.first - 1].removeprefix("و") in _SPOUSES


def is_of_group(chart: Chart, place: int) -> bool:
    """Return whether who stands at a token is one of those named before: of 28 states, of ministers among them X."""
    return place > 0 and (chart.words[place - 1] in _AMONG or chart.tokens[place - 1].kind is NUMBER)


def _named_in(chart: Chart, first: int, end: int, kinds: frozenset[str]) -> list[Match[Name]]:
    """Return the first name of everybody of some kinds who is named between two tokens."""
    names = chart.document.names
    start = bisect_left(names, first, key=lambda name: name.first)
    found: dict[str, Match[Name]] = {}
    for name in names[start : start + MAX_NAMES_BACK]:
        if name.first >= end:
            break
        if name.kind in kinds and not is_spouse(chart, name):
            found.setdefault(name.value.entity or name.value.label, name)
    return list(found.values())
