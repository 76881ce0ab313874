"""Later mentions of people by the part of their full name that stands alone: Lavrov, bin Salman, Nasrallah."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple

from hudna.arabic.names.alone import is_everyday, is_preposition
from hudna.arabic.names.tables import labels, proper_entries
from hudna.arabic.people.spelling import SAME, compare
from hudna.lexicon import raw_length
from hudna.model import WORD, Document, Match, Name, NameKind, Span, Token
from hudna.text import Memo, fold_word

_new: Final = tuple.__new__  # makes a named tuple in half the time that its own way takes
MIN_LETTERS: Final = 3
_FAMILY_NAME_FIRST: Final = frozenset({"KP", "KR", "CN", "VN", "TW"})
_BEFORE_LAST: Final = frozenset(
    fold_word(word) for word in ("ولد", "أبو", "أبي", "عبد", "دي", "دو", "فان", "فون", "بو", "لو")
)
_PATRONYMICS: Final = frozenset({"بن", "ابن", "بنت"})
_CLAN: Final = fold_word("آل")
_SERVANT: Final = "عبد"
_COMPOUND_LAST: Final = frozenset(fold_word(word) for word in ("الله", "الدين", "الرحمن", "ربه", "الأمير"))
# What follows a name and names nobody alone: the son, the numbers of kings.
_NEVER_ALONE: Final = frozenset(
    fold_word(word)
    for word in (
        *("الابن", "الأب", "الصغير", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن"),
        *("جونيور", "الدين", "الله", "الرحمن"),
    )
)
_PREFIXES: Final = ("", "و", "ف", "ل", "ب", "ول", "وب")
_ARTICLE: Final = "ال"
_PREFIXES_OF_ARTICLE: Final = (("لل", 1), ("ولل", 2), ("فلل", 2))  # with the letters before the name


class _Alias(NamedTuple):
    first: str
    rest: tuple[str, ...]
    cut: int
    person: Match[Name]


def later_mentions(
    document: Document,
    found: Iterable[Match[Name]],
    taken: bytearray,
    titles: bytearray,
    skipped: bytearray,
    *,
    shortest: int = 1,
) -> list[Match[Name]]:
    """Return the mentions of people by what is left of the full name the article gives, marking their tokens taken.

    What two people of the article share is nobody's. ``shortest`` is the least number of words left.
    """
    written = _written_aliases(document, found, shortest, MIN_LETTERS)
    mentions: list[Match[Name]] = []
    if not written:
        return mentions
    tokens, words = document.tokens, document.words
    for place in [place for place, word in enumerate(words) if word in written and not is_preposition(document, place)]:
        for alias in written[words[place]]:
            end = _end_of(words, place, alias)
            if not end or any(taken[place:end]) or skipped[place]:
                continue
            if end - place > 1 or not is_everyday(alias.first, words, place, titled=bool(titles[place])):
                mentions.append(_mention(tokens, place, end, alias))
                taken[place:end] = b"\1" * (end - place)
                break
    return mentions


def with_full_names(document: Document, found: Sequence[Match[Name]]) -> list[Match[Name]]:
    """Return the names, a person of one word whom no table knows taken for the one of whose full name it is what stands alone."""
    alone = [n for n, match in enumerate(found) if match.kind == "person" and _is_alone(match)]
    full = list(found)
    if not alone:
        return full
    written = _written_aliases(document, found, 1, 1)
    tokens, words = document.tokens, document.words
    for number in alone:
        match = found[number]
        alias = next((each for each in written.get(words[match.first], ()) if not each.rest), None)
        if alias is not None:
            full[number] = _mention(tokens, match.first, match.end, alias)
    return full


def _is_alone(match: Match[Name]) -> bool:
    return match.end - match.first == 1 and match.value.entity is None and " " not in match.value.label


def alias_of(words: Sequence[str], *, family_first: bool) -> tuple[str, ...]:
    """Return the folded words by which a person of this full name is called again; none where nothing can stand alone."""
    if family_first:
        return tuple(words[:1])
    if _PATRONYMICS.intersection(words[1:-1]):
        return _patronymic(words)
    last, before = words[-1], words[-2]
    start = len(words) - (2 if last in _COMPOUND_LAST or before in _BEFORE_LAST else 1)
    if start < 1 or before == _CLAN or (start == len(words) - 1 and last in _NEVER_ALONE):
        return ()
    if words[start] == _SERVANT and last != "ربه" and not last.startswith(_ARTICLE):
        return ()  # what is left is a given name
    return tuple(words[start:])


def _patronymic(words: Sequence[str]) -> tuple[str, ...]:
    """Return whose son a prince is called, none where that is a servant-of name: bin Abd al-Aziz is any of many."""
    place = next(i for i, word in enumerate(words) if i and word in _PATRONYMICS)
    return () if words[place + 1].startswith(_SERVANT) else tuple(words[place : place + 2])


def _written_aliases(
    document: Document, found: Iterable[Match[Name]], shortest: int, letters: int
) -> dict[str, list[_Alias]]:
    """Return by what people of the document may be called again, by those first words of it that the document holds."""
    people: dict[tuple[str, ...], Match[Name] | None] = {}
    for match in found:
        if match.kind != "person" or match.end - match.first < 2:
            continue
        for alias in _aliases(document.tokens, match):
            if len(alias) >= shortest and len("".join(alias)) >= letters:
                known = people.get(alias, match)
                people[alias] = known if known is not None and _one_person(known.value, match.value) else None
    written: dict[str, list[_Alias]] = {}
    there = set(document.words) if people else ()
    for alias, person in people.items():
        if person is not None:
            for first, cut in _WRITTEN_FORMS[alias[0]]:
                if first in there:
                    written.setdefault(first, []).append(_new(_Alias, (alias[0], alias[1:], cut, person)))
    return written


def _aliases(tokens: Sequence[Token], match: Match[Name]) -> frozenset[tuple[str, ...]]:
    words = [token.folded for token in tokens[match.first : match.end] if token.kind is WORD]
    return _ALIASES[f"{match.value.entity or ''}\t{' '.join(words)}"]


def _aliases_of(key: str) -> frozenset[tuple[str, ...]]:
    """Return by what a person of this full name is called again: in the spelling given, and in those of the tables.

    The key is the person's entity, where tables know it, and the words of the name, with a tab between.
    """
    entity, _, name = key.partition("\t")
    entry = labels().get(entity)
    family_first = entry is not None and entry["country"] in _FAMILY_NAME_FIRST
    words = name.split(" ")
    aliases = {alias_of(words, family_first=family_first)} if len(words) > 1 else set()
    if entry is not None and not family_first:
        aliases |= _table_aliases().get(entry.id, frozenset())
    return frozenset(aliases - {()})


_ALIASES: Final = Memo(_aliases_of)


@cache
def _table_aliases() -> dict[str, frozenset[tuple[str, ...]]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for entry in proper_entries():
        if entry.kind == "person" and entry["class"] == "full":
            words = fold_word(entry.form).split(" ")
            if len(words) > 1:
                found.setdefault(entry.id, set()).add(alias_of(words, family_first=False))
    return {key: frozenset(aliases) for key, aliases in found.items()}


def _one_person(one: Name, other: Name) -> bool:
    if one.entity is not None and other.entity is not None:
        return one.entity == other.entity
    return one.label == other.label or compare(one.label, other.label).score >= SAME


def _written_forms(word: str) -> list[tuple[str, int]]:
    """Return a word with what may be written onto it, and the letters before it."""
    forms = [(prefix + word, len(prefix)) for prefix in _PREFIXES]
    if word.startswith(_ARTICLE):
        forms += [(prefix + word[len(_ARTICLE) :], cut) for prefix, cut in _PREFIXES_OF_ARTICLE]
    return forms


_WRITTEN_FORMS: Final = Memo(_written_forms)


def _end_of(words: Sequence[str], place: int, alias: _Alias) -> int:
    """Return the token after an alias that goes on at a token, 0 where it does not."""
    end = place + 1
    for word in alias.rest:
        if end == len(words) or words[end] != word:
            return 0
        end += 1
    return end


def _mention(tokens: Sequence[Token], first: int, end: int, alias: _Alias) -> Match[Name]:
    token = tokens[first]
    span = Span(token.start + raw_length(token, alias.cut), tokens[end - 1].end, token.field)
    name = Name(span, NameKind.PERSON, alias.person.value.label, alias.person.value.entity)
    return Match("person", first, end, span, name, "surname of a person named before", (alias.person,))
