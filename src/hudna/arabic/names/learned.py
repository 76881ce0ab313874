"""Names that no table knows, as the model finds them: where it is sure, and beside what the tables know."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.arabic.clitics import cut_word
from hudna.arabic.clitics.words import word_counts
from hudna.arabic.names.decoding import Tag
from hudna.arabic.names.features import name_features
from hudna.arabic.names.people import NAME_WORDS
from hudna.arabic.names.tagging import Tagger
from hudna.arabic.names.weights import read_weights
from hudna.lexicon import raw_length
from hudna.model import WORD, Document, Match, Name, NameKind, PartKind, Span
from hudna.text import fold_word

_KINDS: Final = {"PERS": NameKind.PERSON, "LOC": NameKind.PLACE, "ORG": NameKind.BODY}
# Log-odds below which a name is left out: a place or body that is none costs more than one not found.
_MIN_ODDS: Final = {"PERS": 1.0, "LOC": 2.0, "ORG": 2.0}
MIN_ODDS_ALONE: Final = 2.0  # of a name of one word
MAX_WORDS: Final = 12
_BEFORE_NAME: Final = frozenset({PartKind.CONJUNCTION, PartKind.PREPOSITION})
MIN_LETTERS: Final = 2
MIN_NAMED: Final = 2  # words of a name, behind which a title is no family name
_ON: Final = "على"
_THAT: Final = fold_word("أن")
_TITLES_BEHIND: Final = frozenset(
    fold_word(word)
    for word in (
        "المستشار",
        "المستشارة",
        "المتحدث",
        "المتحدثة",
        "الناطق",
        "القيادي",
        "المحلل",
        "الخبير",
        "المبعوث",
        "المسؤول",
    )
)

_TOLD_TO: Final = tuple(
    fold_word(f"ل{word}")
    for word in ("صحيفة", "جريدة", "مجلة", "وكالة", "قناة", "شبكة", "محطة", "موقع", "تلفزيون", "إذاعة", "ل")
)  # to a paper, to the press
_BEFORE: Final = fold_word("أمام")  # before the court, the members
_WEEKDAYS: Final = frozenset({fold_word("الخميس"), fold_word("الجمعة")})
_PREPOSITIONS: Final = frozenset(fold_word(word) for word in ("في", "من", "إلى", "على", "عن", "نحو", "قرب", "داخل"))
_OF_LAND: Final = frozenset(fold_word(word) for word in ("منطقة", "مدينة", "بلدة", "قرية", "محافظة", "إقليم", "ولاية"))
RARE: Final = 12  # times in 3.8 million words
_AND: Final = "و"
_SELDOM: Final = ("ك", "ف")  # "like" and "so" stand before few names
_SERVANT: Final = "عبد"
_ANNE: Final = "آ"


@cache
def tagger() -> Tagger:
    """Return the tagger that ships, loaded when it is first asked for."""
    return Tagger(read_weights(files(__package__).joinpath("names.model").read_bytes()), _MIN_ODDS)


def learned_names(
    document: Document, found: Sequence[Match[Name]], taken: bytearray, titles: bytearray, skipped: bytearray
) -> list[Match[Name]]:
    """Return the names that the model finds beside those already found, and mark their words as taken.

    ``taken`` marks the words of names, ``titles`` those that a title stands right before, ``skipped`` litter.
    """
    names: list[Match[Name]] = []
    for found_tag in tagger().tags(document, name_features(found, titles), taken):
        tag = _behind_that(document, found_tag)
        if tag.label not in _KINDS or tag.odds < _MIN_ODDS[tag.label] or skipped[tag.first]:
            continue
        if tag.end - tag.first == 1 and tag.odds < MIN_ODDS_ALONE:
            continue
        if any(taken[place] for place in range(tag.first, tag.end)) or not _is_written(document, tag):
            continue
        tag = _with_family_name(document, _name_alone(document, _before_what_follows(document, tag)), taken)
        names.append(_name(document, tag))
        taken[tag.first : tag.end] = b"\1" * (tag.end - tag.first)
    return names


def _is_written(document: Document, tag: Tag) -> bool:
    """Return whether a name begins and ends with a word, the first of some letters, and is not endless."""
    first, last = document.tokens[tag.first], document.tokens[tag.end - 1]
    words = first.kind is last.kind is WORD
    return words and len(first.folded) >= MIN_LETTERS and tag.end - tag.first <= MAX_WORDS


def _name_alone(document: Document, tag: Tag) -> Tag:
    """Return a tag without a lone preposition or a title at its end: X *to* "the daily", X Y *the adviser* at Z."""
    last = document.tokens[tag.end - 1].folded
    alone = tag.end - tag.first > 1 and len(last) < MIN_LETTERS
    titled = tag.end - tag.first > MIN_NAMED and last in _TITLES_BEHIND
    following = document.tokens[tag.end] if tag.end < len(document.tokens) else None
    on = following is not None and following.kind is WORD and not following.folded.startswith(_THAT)
    governs = on and tag.end - tag.first > 1 and document.tokens[tag.end - 1].surface == _ON  # Ali has another letter
    return tag._replace(end=tag.end - 1) if alone or titled or governs else tag


def _behind_that(document: Document, tag: Tag) -> Tag:
    """Return a tag without the "that" it begins with, which is folded like the name Anne."""
    token = document.tokens[tag.first]
    that = token.folded == _THAT and not token.surface.startswith(_ANNE) and tag.end - tag.first > 1
    return tag._replace(first=tag.first + 1) if that else tag


def _before_what_follows(document: Document, tag: Tag) -> Tag:
    """Return a person's name without the words behind it for whom he speaks to and on which day: X *to* the paper."""
    if tag.label != "PERS":
        return tag
    later = range(tag.first + 1, tag.end)
    return tag._replace(end=next((at for at in later if _follows(document, tag.first, at)), tag.end))


def _follows(document: Document, first: int, at: int) -> bool:
    """Return whether a word in a name that begins at ``first`` goes on after it."""
    word = document.words[at]
    if word in _WEEKDAYS:  # family names as well: Sara X, Abd al-Aziz X
        opening = document.words[first]
        whole = NAME_WORDS[opening].role != "given" if at - first == 1 else opening != _SERVANT
        return whole or at - first > MIN_NAMED
    return word == _BEFORE or word.startswith(_TOLD_TO)


def _with_family_name(document: Document, tag: Tag, taken: bytearray) -> Tag:
    """Return a person's name with the rare nisba that stands right behind it, as family names do."""
    if tag.label != "PERS" or tag.end == len(document.tokens) or taken[tag.end]:
        return tag
    folded = document.tokens[tag.end].folded
    nisba = folded.startswith("ال") and folded.endswith("ي")
    return tag._replace(end=tag.end + 1) if nisba and NAME_WORDS[folded].role in {"family", "unknown"} else tag


def _name(document: Document, tag: Tag) -> Match[Name]:
    token = document.tokens[tag.first]
    word = NAME_WORDS[token.folded]
    parts = cut_word(token.folded) if word.role in {"common", "unknown"} else ()
    size = word.cut or sum(len(part.folded) for part in parts if part.kind in _BEFORE_NAME)
    size = 0 if size and tag.label == "LOC" and _is_whole(document, tag.first, size) else size
    start = token.start + (raw_length(token, size) if size < len(token.folded) else 0)
    span = Span(start, document.tokens[tag.end - 1].end, token.field)
    kind = _KINDS[tag.label]
    label = " ".join(document.article.words(span).split())
    return Match(kind.value, tag.first, tag.end, span, Name(span, kind, label), "name by the model")


def _is_whole(document: Document, place: int, cut: int) -> bool:
    """Return whether the first letters of a place's name belong to it, though they are those of particles: in F…, Bani X.

    No second preposition stands right behind one; and a word more frequent whole than without them is whole.
    """
    folded, counts = document.words[place], word_counts()
    before = document.words[place - 1] if place else ""
    if before in _PREPOSITIONS or (before in _OF_LAND and folded.startswith(_SELDOM)):
        return True
    whole, rest = counts.get(folded, 0), counts.get(folded[cut:], 0)
    return not folded.startswith(_AND) and (whole > rest or (rest < RARE and folded.startswith(_SELDOM)))
