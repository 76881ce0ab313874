"""Who or what goes by a name, in any spelling and in Latin letters: the people, bodies, states and places of the tables."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import Levenshtein

from hudna.arabic.names.tables import labels, proper_entries
from hudna.arabic.offices.holders import Term, terms_of
from hudna.arabic.people.latin import is_latin, sounds_of, transliterate
from hudna.arabic.people.spelling import POSSIBLE, compare, skeleton, words_of
from hudna.model import NameMatch
from hudna.text import fold_word

if TYPE_CHECKING:
    from hudna.lexicon import Entry

MOST: Final = 10
_LEAST_LATIN: Final = 0.55
_CODED: Final = frozenset({"place", "state"})  # whose ids begin with the code of a state


class Known(NamedTuple):
    """An entity of the tables that goes by a name: its forms, the canonical one first, and why it was found."""

    entity: str
    kind: str
    label: str
    latin: str
    forms: tuple[str, ...]
    match: NameMatch
    terms: tuple[Term, ...]


def look_up(query: str) -> list[Known]:
    """Return the entities that go by a name, the likeliest first, ten at most; a part of a name finds its bearers."""
    words = query.split()
    if not words:
        return []
    found = dict(_by_sound(words) if is_latin(query) else _by_spelling(query))
    ranked = sorted(found.items(), key=lambda item: (-item[1].score, item[0]))[:MOST]
    return [_known(entity, match) for entity, match in ranked]


def latin_label(entity: str | None, label: str) -> str:
    """Return a name in Latin letters: as its row or, for a person or place of the tables, its id spells it; else letter by letter."""
    kind, _, key = (entity or "").partition(":")
    row = labels().get(entity or "")
    if row is not None and row["latin"]:
        return row["latin"]
    if kind == "person" and entity in _forms():
        return " ".join(word.capitalize() for word in key.split("-"))
    if kind == "place" and entity in _forms() and "-" in key:
        return " ".join(word.capitalize() for word in key.split("-")[1:])
    return transliterate(label)


def _by_spelling(query: str) -> Iterator[tuple[str, NameMatch]]:
    """Yield who may be called so: people by the comparison of spellings, all else where it has all the words."""
    keys = {skeleton(word) for word in words_of(query)}
    folded = frozenset(fold_word(word).removeprefix("ال") for word in query.split())
    for entity in {each for key in keys for each in _people_by_key().get(key, ())}:
        match = max((compare(query, form) for form in _forms()[entity]), key=lambda each: each.score)
        if match.score >= POSSIBLE:
            yield entity, match
    for word in list(folded)[:1]:
        for entity in _others_by_word().get(word, ()):
            shares = [len(folded) / len(words) for words in _word_sets(entity) if folded <= words]
            if shares:
                yield entity, NameMatch(round(max(shares), 3), ())


def _by_sound(words: list[str]) -> Iterator[tuple[str, NameMatch]]:
    """Yield whose name has all the words of a Latin query by their consonants, by how alike the letters are."""
    sounds = [sound for sound in map(sounds_of, words) if sound]
    if not sounds:
        return
    query = " ".join(words).casefold()
    for entity in set.intersection(*(_by_sounds().get(sound, set()) for sound in sounds)):
        spelled = latin_label(entity, _forms()[entity][0]).casefold()
        alike = max(Levenshtein.normalized_similarity(query, each) for each in (spelled, spelled.split(" ")[-1]))
        if alike >= _LEAST_LATIN or len(sounds) > 1:
            yield entity, NameMatch(round(alike, 3), ())


def _known(entity: str, match: NameMatch) -> Known:
    kind, _, key = entity.partition(":")
    forms = _forms()[entity]
    terms = terms_of(key) if kind == "person" else ()
    return Known(entity, kind, forms[0], latin_label(entity, forms[0]), forms, match, terms)


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    rows: dict[str, list[Entry]] = defaultdict(list)
    for entry in proper_entries():
        rows[f"{entry.kind}:{entry.id}"].append(entry)
    return {
        key: tuple(entry.form for entry in sorted(entries, key=lambda entry: int(entry["rank"] or 1)))
        for key, entries in rows.items()
    }


@cache
def _people_by_key() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entity, forms in _forms().items():
        if entity.startswith("person:"):
            for form in forms:
                for word in words_of(form):
                    found[skeleton(word)].add(entity)
    return found


def _word_sets(entity: str) -> Iterator[frozenset[str]]:
    for form in _forms()[entity]:
        yield frozenset(word.removeprefix("ال") for word in fold_word(form).split(" "))


@cache
def _others_by_word() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entity in _forms():
        if not entity.startswith("person:"):
            for words in _word_sets(entity):
                for word in words:
                    found[word].add(entity)
    return found


@cache
def _by_sounds() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entity, forms in _forms().items():
        kind, _, key = entity.partition(":")
        words = {word for form in forms for word in form.split(" ")} | set(key.split("-")[kind in _CODED :])
        words |= set(labels()[entity]["latin"].split())
        for word in words:
            found[sounds_of(word)].add(entity)
    return found
