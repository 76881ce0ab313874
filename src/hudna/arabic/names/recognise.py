"""Names in the text: what the tables know, people whom they do not, and surnames of people named in full before."""

from collections.abc import Iterable, Sequence
from itertools import compress
from typing import Final, NamedTuple

from hudna.arabic.clitics import name_variants, split_word, variants
from hudna.arabic.clitics.words import word_counts
from hudna.arabic.names.around import TITLED, with_given_names, without_title
from hudna.arabic.names.facilities import merge_facilities
from hudna.arabic.names.homographs import is_no_nationality, is_ordinary
from hudna.arabic.names.learned import learned_names
from hudna.arabic.names.namesakes import settle_namesakes
from hudna.arabic.names.parties import HEADS
from hudna.arabic.names.people import JOINS, NAME_WORDS, begins_name, person_end, written
from hudna.arabic.names.places_named import find_places_named
from hudna.arabic.names.quoted import find_quoted
from hudna.arabic.names.surnames import later_mentions, with_full_names
from hudna.arabic.names.tables import heads, labels, name_words, party_words, proper_names
from hudna.lexicon import Entry, Trigger, raw_length
from hudna.model import WORD, Document, Match, Name, NameKind, PartKind, SentenceKind, Span, Stage, Token
from hudna.model.frozen import replace
from hudna.text import Memo

_new: Final = tuple.__new__  # makes a named tuple in half the time that its own way takes
_KINDS: Final = {
    "person": NameKind.PERSON,
    "body": NameKind.BODY,
    "state": NameKind.PLACE,
    "place": NameKind.PLACE,
    "nationality": NameKind.NATIONALITY,
    "office": NameKind.OFFICE,
}
_PRIORITY: Final = {"person": 0, "body": 1, "state": 2, "place": 3, "nationality": 4, "office": 5}
_TITLES: Final = frozenset({"office", "nationality"})
_OWN_LABELS: Final = frozenset({"person", "body", "state", "place"})
_NEVER_OWN: Final = ("", "و", "لل", "ولل")  # before a place, hardly ever letters of the word itself
TITLE_LINKS: Final = frozenset({"في", "الي", "لدي", "لشوون", "شوون"})
MAX_TITLE_TOKENS: Final = 10
_INDEFINITE: Final = "ا"  # ends a title that is an indefinite object


def find_names(document: Document) -> Document:
    """Return the document with its names, nested ones included, in the order of the text."""
    known = known_names(document)
    tokens, found, taken, titles, skipped = document.tokens, known.found, known.taken, known.titles, known.skipped
    found += find_quoted(document, taken, skipped)
    found += find_places_named(document, taken, skipped)
    found += later_mentions(document, found, taken, titles, skipped, shortest=2)  # bin Salman is no unknown person
    found += learned_names(document, found, taken, titles, skipped)
    found += _unknown_people(document, taken, titles, skipped)
    found += later_mentions(document, found, taken, titles, skipped)
    found = with_full_names(document, found)  # the model may have found a surname first
    found = merge_facilities(tokens, found)
    found.sort(key=lambda match: (match.first, -match.end, match.kind))
    return replace(document, names=tuple(_labelled(document, found)))


class Known(NamedTuple):
    """The names that tables know; by token, whether it is of one, follows a title, is litter."""

    found: list[Match[Name]]
    taken: bytearray
    titles: bytearray
    skipped: bytearray


def known_names(document: Document) -> Known:
    """Return the names in a document that tables know."""
    tokens = document.tokens
    skipped = _litter(document)
    proper = [
        match if match.value["class"] != TITLED else without_title(tokens, match)
        for match in proper_names().find(tokens, _PROPER.places(document))
        if not skipped[match.first]
        and (match.span.start == tokens[match.first].start or not _is_cut_from_word(tokens[match.first], match))
        and not is_ordinary(tokens, match)
    ]
    names_at = {match.first for match in proper}
    common = [
        match
        for match in party_words().find(tokens, _COMMON.places(document))
        if not skipped[match.first] and not is_no_nationality(tokens, match, names_at)
    ]
    names = with_given_names(tokens, _choose(settle_namesakes(proper, common)))
    words = _choose(common)
    found = names + _beside(words, names)
    taken = bytearray(len(tokens))
    titles = bytearray(len(tokens) + 1)
    for match in found:
        taken[match.first : match.end] = b"\1" * (match.end - match.first)
    for place in _TITLES_ENDING.places(document):
        titles[place + 1] = 1
    _mark_titles(tokens, found, titles)
    return Known(found, taken, titles, skipped)


def _mark_titles(tokens: Sequence[Token], found: Sequence[Match[Name]], titles: bytearray) -> None:
    """Mark every token before which an office, with what depends on it, or a nationality ends."""
    ends: dict[int, int] = {}
    for match in found:
        ends[match.first] = max(ends.get(match.first, 0), match.end)
    for match in found:
        if match.kind not in _TITLES:
            continue
        place = match.end
        titles[place] = 1
        while match.kind == "office" and place < len(tokens) and place - match.end < MAX_TITLE_TOKENS:
            if place in ends:
                place = ends[place]
                titles[place] = 1
            elif (
                tokens[place].folded == "#"
                or tokens[place].folded in TITLE_LINKS
                or tokens[place].folded.startswith(("ال", "لل"))
            ):
                place += 1
            else:
                break


def _labelled(document: Document, found: list[Match[Name]]) -> list[Match[Name]]:
    """Return the names with the fullest form the article itself writes as their label.

    A person whom the article gives by surname alone keeps the full name of the table.
    """
    fullest: dict[str, tuple[int, str]] = {}
    for match in found:
        entity = match.value.entity
        size = match.end - match.first
        if entity is None or match.kind not in _OWN_LABELS or (match.kind == "person" and size == 1):
            continue
        if size > fullest.get(entity, (0, ""))[0]:
            fullest[entity] = (size, _written(document, match))
    labelled: list[Match[Name]] = []
    for match in found:
        name = match.value
        label = fullest[name.entity][1] if name.entity in fullest else name.label
        if match.kind == "body" and match.end - match.first > 1:
            label = _written(document, match)
        if label != name.label:
            name = Name(name.span, name.kind, label, name.entity)
            match = Match(match.kind, match.first, match.end, match.span, name, match.rule, match.children)  # noqa: PLW2901
        labelled.append(match)
    return labelled


def _written(document: Document, match: Match[Name]) -> str:
    """Return a name's words on one line, a body's short article after a preposition made whole."""
    words = " ".join(document.article.words(match.span).replace("#", " ").replace("_", " ").split())
    token = document.tokens[match.first]
    cut = match.span.start - token.start
    return "ا" + words if cut and token.folded[cut - 1 : cut + 1] == "لل" else words


def _litter(document: Document) -> bytearray:
    skipped = bytearray(len(document.tokens))
    for sentence in document.sentences:
        if sentence.kind is SentenceKind.LITTER:
            skipped[sentence.first : sentence.end] = b"\1" * (sentence.end - sentence.first)
    return skipped


def _is_cut_from_word(token: Token, match: Match[Entry]) -> bool:
    """Return whether a place of one word is the rest of an ordinary word: what looks like a clitic is its own letter."""
    if match.kind != "place" or match.end - match.first > 1:
        return False
    size = match.span.start - token.start
    return token.folded[:size] not in _NEVER_OWN and _CLITIC_SIZES[token.folded] < size


def _clitic_size(folded: str) -> int:
    """Return how many letters before its stem a word of the news loses; all of them where the word is not known."""
    if folded not in word_counts():
        return len(folded)
    parts = split_word(folded)
    return sum(len(part.folded) for part in parts if part.kind not in {PartKind.STEM, PartKind.PRONOUN})


_CLITIC_SIZES: Final = Memo(_clitic_size)


def _choose(candidates: Iterable[Match[Entry]]) -> list[Match[Name]]:
    """Return one reading for each stretch of words: the longest, then by kind; shorter ones inside it are kept."""
    chosen: list[Match[Name]] = []
    stretch: list[Match[Entry]] = []
    end = 0
    for match in candidates:
        if match.first >= end and stretch:
            chosen += _chosen(stretch)
            stretch = []
        stretch.append(match)
        end = max(end, match.end)
    return chosen + _chosen(stretch) if stretch else chosen


def _chosen(candidates: list[Match[Entry]]) -> list[Match[Name]]:
    """Return the readings of a stretch of words."""
    if len(candidates) == 1:
        return [_name(candidates[0])]
    ranked = sorted(
        candidates, key=lambda m: (m.first - m.end, _PRIORITY[m.kind], int(m.value["rank"] or 1), m.value.id)
    )
    owner: dict[int, Match[Entry]] = {}
    chosen: list[Match[Name]] = []
    for match in ranked:
        owners = {id(owner.get(place)) for place in range(match.first, match.end)}
        over = owner.get(match.first)
        if over is None and len(owners) == 1:
            for place in range(match.first, match.end):
                owner[place] = match
        elif over is None or len(owners) != 1 or not _nests(over, match):
            continue
        chosen.append(_name(match))
    return chosen


def _beside(words: list[Match[Name]], names: list[Match[Name]]) -> list[Match[Name]]:
    """Return the offices and nationalities that are not part of a person's or place's name.

    An office may reach into a body's name (the secretary of a council); both are kept.
    """
    held: set[int] = set()
    for name in names:
        if name.kind != "body":
            held.update(range(name.first, name.end))
    return [word for word in words if word.first not in held]


def _nests(outer: Match[Entry], inner: Match[Entry]) -> bool:
    """Return whether a shorter name inside a longer one is a name of its own there."""
    if outer.kind == "person" or outer.end - outer.first == inner.end - inner.first:
        return False
    return inner.kind != outer.kind or inner.kind == "body"


def _name(match: Match[Entry]) -> Match[Name]:
    key = match.rule
    entry = labels().get(key, match.value)
    name = Name(match.span, _KINDS[match.kind], entry.form, key)
    return _new(Match, (match.kind, match.first, match.end, match.span, name, key, ()))


def _is_person_head(folded: str) -> bool:
    head = HEADS[folded]
    return head is not None and head[0]["class"] == "person"


_PROPER: Final = Trigger(among=lambda: proper_names().first_words, readings=name_variants)
_COMMON: Final = Trigger(among=lambda: party_words().first_words, readings=variants)
_TITLES_ENDING: Final = Trigger(
    _is_person_head, among=lambda: (*heads(), *(head + _INDEFINITE for head in heads())), readings=name_variants
)
_NAMES_BEGINNING: Final = Trigger(begins_name, among=lambda: (*name_words(), *JOINS), readings=name_variants)


def _unknown_people(document: Document, taken: bytearray, titles: bytearray, skipped: bytearray) -> list[Match[Name]]:
    found: list[Match[Name]] = []
    tokens = document.tokens
    titled = compress(range(len(tokens)), titles)
    for place in sorted({*_NAMES_BEGINNING.places(document), *titled}):
        token = tokens[place]
        if token.kind is not WORD or taken[place] or skipped[place]:
            continue
        end = person_end(tokens, place, taken, titled=bool(titles[place]))
        if end == place:
            continue
        span = Span(token.start + raw_length(token, NAME_WORDS[token.folded].cut), tokens[end - 1].end, token.field)
        words = written(tokens[place:end])[span.start - token.start :]
        rule = "person after a title" if titles[place] else "person by given name"
        found.append(Match("person", place, end, span, Name(span, NameKind.PERSON, words), rule))
        taken[place:end] = b"\1" * (end - place)
    return found


STAGE: Final = Stage("names", frozenset({"tokens", "sentences"}), frozenset({"names"}), find_names)
