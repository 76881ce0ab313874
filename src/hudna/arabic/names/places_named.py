"""Places that no table knows, named by the noun before them: the district of X, the villages of X and Y, Mount X."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.arabic.clitics import name_variants, split_word
from hudna.arabic.clitics.words import word_counts
from hudna.arabic.names.people import NAME_WORDS
from hudna.arabic.names.tables import proper_entries
from hudna.lexicon import Entry, Trigger, load_entries, raw_length
from hudna.model import WORD, Document, Match, Name, NameKind, PartKind, Span, Token
from hudna.text import Memo, fold_word

COMMON: Final = 30  # a word written this often per 3.8 million words is none that only names a village
COMMON_BARE: Final = 12  # without the article it may be an adjective of the noun: a remote village
MIN_LETTERS: Final = 3
_CLASSES: Final = frozenset({"inside", "outside", "several"})
_ARTICLE: Final = "ال"
_AND: Final = "و"
_INFLECTING: Final = ("ي", "ت", "س")  # with which verbs begin; the places that do are in the tables
_TANWIN: Final = ("\u064b", "\u064b\u0627")
_PLURAL: Final = "ات"
TEH: Final = "ه"  # as folding leaves the ending of the feminine
_NEEDS_ARTICLE: Final = frozenset({"شعب"})  # the people of X, unless the gorge of the X
_BEFORE_PLACE: Final = frozenset(
    fold_word(word)
    for word in (
        *("في", "إلى", "من", "نحو", "قرب", "باتجاه", "صوب", "عن", "شمال", "جنوب", "شرق", "غرب", "وسط"),
        *("شمالي", "جنوبي", "شرقي", "غربي", "داخل", "خارج", "سكان", "أهالي"),
    )
)
_OF_A_NAME: Final = frozenset({PartKind.STEM, PartKind.ARTICLE})
RULE: Final = "place behind the noun for one"


def find_places_named(document: Document, taken: bytearray, skipped: bytearray) -> list[Match[Name]]:
    """Return the places named behind a noun for one, and their names wherever they stand again; they are marked taken."""
    found: list[Match[Name]] = []
    tokens = document.tokens
    for place in _NOUN_PLACES.places(document):
        noun = _NOUNS[tokens[place].folded]
        if noun is not None and not taken[place] and not skipped[place]:
            for match in _behind(tokens, place, noun, taken):
                found.append(match)
                taken[match.first : match.end] = b"\1" * (match.end - match.first)
    if found:
        found += _again(tokens, found, taken, skipped)
    return found


def _behind(tokens: Sequence[Token], noun_at: int, noun: tuple[Entry, int], taken: bytearray) -> Iterator[Match[Name]]:
    entry, cut = noun
    place = noun_at + 1
    if place < len(tokens) and tokens[place].folded == "#":
        place += 1
    if not _is_name(tokens, place, taken, noun):
        if entry["class"] != "several" or place >= len(tokens) or not taken[place]:
            return
        place += 1  # of several the first is known
    elif entry["class"] == "inside":
        yield _match(tokens, noun_at, place + 1, cut, entry)
        return
    else:
        yield _match(tokens, place, place + 1, 0, entry)
        place += 1
    while entry["class"] == "several" and place < len(tokens) and tokens[place].folded.startswith(_AND):
        if not _is_name(tokens, place, taken, noun, joined=1):
            return
        yield _match(tokens, place, place + 1, 1, entry)
        place += 1


def _is_name(
    tokens: Sequence[Token], place: int, taken: bytearray, noun: tuple[Entry, int], *, joined: int = 0
) -> bool:
    """Return whether a token, without the letters joined to it, may be the name behind a noun."""
    if place >= len(tokens) or taken[place] or tokens[place].field is not tokens[place - 1].field:
        return False
    token = tokens[place]
    word = token.folded[joined:]
    if token.kind is not WORD or len(word) < MIN_LETTERS or token.surface.endswith(_TANWIN):
        return False
    entry = noun[0]
    if entry["class"] == "inside" and entry.form in _NEEDS_ARTICLE and not word.startswith(_ARTICLE):
        return False
    return _NAMES[word] or f"{fold_word(entry['one'])} {word}" in _known_places()


def _may_name(folded: str) -> bool:
    """Return whether a word is rare, uninflected and no person's name: what is left behind "the village of" is its name."""
    counts = word_counts()
    if folded.startswith(_ARTICLE):
        common = 1 if folded.endswith(_PLURAL) else COMMON
        return counts.get(folded, 0) < common and counts.get(folded[2:], 0) < COMMON
    if folded.startswith(_INFLECTING) or NAME_WORDS[folded].role in {"given", "join"}:
        return False
    if any(part.kind not in _OF_A_NAME for part in split_word(folded)):
        return False
    return counts.get(folded, 0) < (1 if folded.endswith(TEH) else COMMON_BARE)  # a buffer zone, a liberated region


_NAMES: Final = Memo(_may_name)


def _again(
    tokens: Sequence[Token], found: Sequence[Match[Name]], taken: bytearray, skipped: bytearray
) -> Iterator[Match[Name]]:
    """Yield the mentions of the same one-word names without their noun, where the word has its article."""
    known = {
        tokens[match.first].folded[match.span.start - tokens[match.first].start :]: match
        for match in found
        if match.end - match.first == 1
    }
    endings = tuple([word.removeprefix(_ARTICLE) for word in known])  # what all spellings of such a name end with
    for token in tokens:
        if not token.folded.endswith(endings) or taken[token.i] or skipped[token.i]:
            continue
        for word, cut in name_variants(token.folded) if token.folded[:1] in "اولبفك" else ((token.folded, 0),):
            match = known.get(word)
            if match is not None and (word.startswith(_ARTICLE) or _stands_as_place(tokens, token.i, cut)):
                span = Span(token.start + raw_length(token, cut), token.end, token.field)
                name = Name(span, NameKind.PLACE, match.value.label, match.value.entity)
                taken[token.i] = 1
                yield Match("place", token.i, token.i + 1, span, name, "place named before", (match,))
                break


def _stands_as_place(tokens: Sequence[Token], place: int, cut: int) -> bool:
    """Return whether a name without an article, which might be anything's, stands where a place does."""
    return tokens[place].folded[:cut].endswith("ب") or (
        cut == 0 and place > 0 and tokens[place - 1].folded in _BEFORE_PLACE
    )


def _match(tokens: Sequence[Token], first: int, end: int, cut: int, noun: Entry) -> Match[Name]:
    token = tokens[first]
    span = Span(token.start + raw_length(token, cut), tokens[end - 1].end, token.field)
    words = " ".join(each.surface for each in tokens[first:end])[span.start - token.start :]
    known = _known_places().get(f"{fold_word(noun['one'])} {fold_word(words)}")
    if known is None:
        return Match("place", first, end, span, Name(span, NameKind.PLACE, words), RULE)
    name = Name(span, NameKind.PLACE, known.form, f"place:{known.id}")
    return Match("place", first, end, span, name, RULE)


@cache
def _known_places() -> dict[str, Entry]:
    """Return the places of the tables by their folded form."""
    return {fold_word(entry.form): entry for entry in proper_entries() if entry.kind == "place"}


@cache
def _nouns() -> dict[str, Entry]:
    table = files("hudna.arabic").joinpath("places", "nouns.tsv")
    return {fold_word(entry.form): entry for entry in load_entries(table, "place_noun", classes=_CLASSES)}


def _noun_of(folded: str) -> tuple[Entry, int] | None:
    nouns = _nouns()
    for word, cut in name_variants(folded):
        if word in nouns and not folded[:cut].endswith("ك"):
            return nouns[word], cut
    return None


_NOUNS: Final = Memo(_noun_of)
_NOUN_PLACES: Final = Trigger(_noun_of, among=_nouns, readings=name_variants)
