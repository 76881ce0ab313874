"""What the rules start from: the rows of the tables found in the text, and the numbers."""

from collections.abc import Sequence
from typing import Any, Final

from hudna.arabic.clitics import name_variants
from hudna.arabic.dates.digits import LIKELY_YEARS, number_seeds, spaced_date
from hudna.arabic.dates.words import Month, UnitWord, date_entries, date_value
from hudna.arabic.numbers import number_entries, number_value
from hudna.calendar import Length, PartialDate, Point
from hudna.lexicon import Lexicon, Trigger
from hudna.model import NUMBER, PUNCTUATION, WORD, Document, Match, Token
from hudna.text import fold_word
from hudna.text.letters import ALEF_MADDA

_NUMBERS: Final = number_entries()
_COUNTED: Final = frozenset(entry.kind for entry in _NUMBERS)
_LEXICON: Final[Lexicon[Any]] = Lexicon(
    [*_NUMBERS, *date_entries()],
    name_variants,
    lambda entry: number_value(entry) if entry.kind in _COUNTED else date_value(entry),
)
_WORDS: Final = Trigger(among=lambda: _LEXICON.first_words, readings=name_variants)
_DIGITS: Final = Trigger(lambda folded: "0" <= folded[0] <= "9")
_MEASURES: Final = frozenset({"%", "$", "€", "/", "-"})
_NUMBERED: Final = frozenset(
    fold_word(word)
    for word in [
        "اللواء",
        "لواء",
        "القرار",
        "قرار",
        "رقم",
        "الرقم",
        "الفوج",
        "الكتيبة",
        "المادة",
        "طراز",
        "موديل",
        "القانون",
        "رؤية",
        "أجندة",
    ]
)
_WEAK: Final = frozenset({"integer", "ordinal", "nth", "scale"})
_LONE: Final = frozenset(
    {
        "stop",
        "vague",
        "vague_beside",
        "vague_until",
        "period",
        "season",
        "office",
        "set",
        "stretch",
        "weekday_bare",
    }
)
MAX_TOKENS_NEAR: Final = 3  # a number belongs to a unit, a month or another number no further off
_AND: Final = "و"
_ARTICLE: Final = "ال"
_FATHER: Final = "اب"  # how August and father look alike once folded


def find_seeds(document: Document) -> list[Match[Any]]:
    """Return the words and numbers of a text that a time may be made of."""
    seeds: list[Match[Any]] = []
    tokens = document.tokens
    for match in _LEXICON.find(tokens, _WORDS.places(document)):
        kind = match[0]
        if kind == "unit":
            seeds += _units(match, tokens)
        elif (kind != "month" or _is_month(match, tokens)) and (kind != "period" or not _is_annexed(match, tokens)):
            seeds.append(match)
    for place in _DIGITS.places(document):
        numbers = number_seeds(tokens[place])
        seeds += spaced_date(tokens, place)
        seeds += numbers
        if numbers and numbers[-1].kind == "year4" and _is_year(tokens, place, numbers[-1].value):
            seeds.append(numbers[-1]._replace(kind="year_date", value=Point(PartialDate(numbers[-1].value))))
    return _without_counts(seeds)


def _units(match: Match[Any], tokens: Sequence[Token]) -> list[Match[Any]]:
    """Return a unit as it stands in the text, with the length that a dual is: two days."""
    value: UnitWord = match.value
    if value.definite:
        return [match]
    if _is_annexed(match, tokens):
        value = value._replace(number="construct") if value.number == "singular" else value._replace(annexed=True)
        match = match.with_value(value)
    if value.number != "dual":
        return [match]
    return [match, match._replace(kind="length", value=Length(2, value.unit))]


def _without_counts(seeds: list[Match[Any]]) -> list[Match[Any]]:
    """Return the seeds without the numbers that stand near nothing of time: they count something else."""
    weak = [seed for seed in seeds if seed[0] in _WEAK]
    if not weak:
        return seeds
    taken: set[int] = set()
    for seed in seeds:
        kind = seed[0]
        if kind not in _WEAK and kind not in _LONE:
            taken.update(range(seed[1], seed[2]))
    kept: set[int] = set()
    weak.sort(key=_first)
    for run in (weak, reversed(weak)):  # a number near one that is kept belongs to it
        for seed in run:
            first = seed[1]
            if not taken.isdisjoint(range(first - MAX_TOKENS_NEAR, first + MAX_TOKENS_NEAR + 1)):
                kept.add(first)
                taken.update(range(first, seed[2]))
    return [seed for seed in seeds if seed[0] not in _WEAK or seed[1] in kept]


def _first(seed: Match[Any]) -> int:
    return seed.first


def _is_annexed(match: Match[Any], tokens: Sequence[Token]) -> bool:
    """Return whether a word has one with the article after it: the day of the vote, the zero hour, days of war."""
    if match.end >= len(tokens):
        return False
    after = tokens[match.end]
    return after.kind is WORD and after.folded.startswith(_ARTICLE)


def _is_year(tokens: Sequence[Token], place: int, number: int) -> bool:
    """Return whether a bare number is a year: after a word, and before none that it could count.

    What is counted in thousands is indefinite, so an adjective with the article counts nothing.
    """
    if not place or number not in LIKELY_YEARS or tokens[place - 1].kind is not WORD:
        return False
    if tokens[place - 1].folded in _NUMBERED:
        return False
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is None or after.kind is PUNCTUATION:
        return after is None or after.folded not in _MEASURES
    if after.kind is not WORD:
        return False
    return after.folded.startswith(_ARTICLE) or _year_follows(tokens, place + 1)


def _year_follows(tokens: Sequence[Token], place: int) -> bool:
    """Return whether "and" and another year stand at ``place``: 1997 and 2000 and 2012."""
    if tokens[place].folded != _AND or place + 1 >= len(tokens):
        return False
    number = tokens[place + 1].folded
    return number.isdecimal() and len(number) == 4 and int(number) in LIKELY_YEARS


def _is_month(match: Match[Month], tokens: Sequence[Token]) -> bool:
    """Return whether what may be August is written with its madda or stands by a number or another month's mark."""
    token = tokens[match.first]
    if match.value.number != 8 or not token.folded.endswith(_FATHER) or ALEF_MADDA in token.surface:
        return True
    before = tokens[match.first - 1] if match.first else None
    return before is not None and (before.kind is NUMBER or before.folded in {"شهر", "/", "من"})
