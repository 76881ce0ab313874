"""Numbers of people as written: how many, with which word around them, of whom."""

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import Final, NamedTuple

from hudna.arabic.incidents.words import amounts, markers
from hudna.arabic.numbers import digit_seeds, number_entries
from hudna.model import NUMBER, WORD, Token
from hudna.text import Memo, fold_word

_TENS: Final = frozenset(range(20, 100, 10))
_AND: Final = "و"
_AT_LEAST: Final = (
    "ما لا يقل عن",
    "لا يقل عن",
    "ما يزيد علي",
    "ما يزيد عن",
    "يزيد علي",
    "يزيد عن",
    "اكثر من",
    "ازيد من",
)
_BEFORE_DIGITS: Final = frozenset({"عدد", "لعدد"})
_RANGES: Final = frozenset({"بين", "ما"})
_UP_TO: Final = ("ما يصل الي", "يصل الي", "اقل من")
_PARTS: Final = {
    before + word: part
    for word, part in (("نصف", Fraction(1, 2)), ("ربع", Fraction(1, 4)))
    for before in ("", "و", "ب", "ل")
}
_DECIMAL: Final = re.compile(r"[0-9]{1,3}[.,][0-9]{1,2}")


class Amount(NamedTuple):
    """A number over tokens ``first`` to ``end``; a bound is None where it is open, both where no number is written."""

    first: int
    end: int
    least: int | None
    most: int | None


@cache
def _integers() -> Mapping[str, tuple[int, bool]]:
    """Return the folded words of numbers with their value, and whether they multiply the one before."""
    found: dict[str, tuple[int, bool]] = {}
    for entry in number_entries():
        if entry.kind == "integers":
            value = int(entry["value"]), entry["class"] == "scale"
            found[fold_word(entry.form)] = max(value, found.get(fold_word(entry.form), value))
    return found


@cache
def _of_two_words() -> frozenset[str]:
    """Return the first words of the numbers that are written in two."""
    return frozenset(first for first, *rest in (word.split(" ") for word in _integers()) if rest)


def integer_at(tokens: tuple[Token, ...], place: int, limit: int) -> tuple[int, int] | None:
    """Return the number that starts at a token and the token after it, None where none does."""
    part = _part_of_scale(tokens, place, limit)
    if part is not None:
        return part, place + 2
    first = _simple(tokens, place, limit)
    if first is None or tokens[place].folded in amounts()["vague"]:
        return None  # thousands of families are no number
    return _added_up(tokens, first, limit)


def _added_up(tokens: tuple[Token, ...], first: tuple[int, int], limit: int) -> tuple[int, int]:
    """Return a number with what is multiplied by it and added to it behind, and the token after it."""
    value, end = first
    while end < limit:
        scale = _integers().get(tokens[end].folded)
        if scale is not None and scale[1] and value < scale[0]:
            value, end = value * scale[0], end + 1
            continue
        word = tokens[end].folded
        more = _simple(tokens, end, limit, joined=True) if word.startswith("و") and len(word) > 2 else None
        if word == "و" and end + 1 < limit:
            more = _simple(tokens, end + 1, limit)
        if more is None or not _adds(value, more[0]):
            break
        value, end = (value + more[0], more[1])
    return value, end


def _part_of_scale(tokens: tuple[Token, ...], place: int, limit: int) -> int | None:
    """Return what half a million is, or 6.1 millions, at a token; None where no such number starts there."""
    written = tokens[place].folded
    if tokens[place].kind is NUMBER:
        part = Fraction(written.replace(",", ".")) if _DECIMAL.fullmatch(written) else None
    else:
        part = _PARTS.get(written)
    if part is None or place + 1 >= limit:
        return None
    scale = _integers().get(tokens[place + 1].folded)
    value = part * scale[0] if scale is not None and scale[1] else None
    return int(value) if value is not None and value.denominator == 1 else None


def _adds(value: int, more: int) -> bool:
    if value < 10:
        return more in _TENS
    power = next((power for power in (10**6, 1000, 100) if value >= power and value % power == 0), 0)
    return 0 < more < power


def _simple(tokens: tuple[Token, ...], place: int, limit: int, *, joined: bool = False) -> tuple[int, int] | None:
    token = tokens[place]
    if token.kind is NUMBER:
        seeds = digit_seeds(token)
        return (seeds[0].value, place + 1) if seeds else None
    if token.kind is not WORD:
        return None
    word = token.folded[1:] if joined else token.folded
    if place + 1 < limit and word in _of_two_words():
        pair = _integers().get(f"{word} {tokens[place + 1].folded}")
        if pair is not None:
            return pair[0], place + 2
    found = _integers().get(word)
    if found is None and not joined and word[0] in "بل" and len(word) > 3:
        found = _integers().get(word[1:])
    return (found[0], place + 1) if found is not None else None


def amount_at(tokens: tuple[Token, ...], place: int, limit: int) -> Amount | None:
    """Return the amount that starts at a token: a number, bounds, or a vague word; None where none does."""
    if place < limit and tokens[place].kind is WORD and not _MAY_COUNT[tokens[place].folded]:
        return None
    start = place
    least_only = most_only = False
    place = _past_word_for_number(tokens, place, limit)
    if place > start:
        number = integer_at(tokens, place, limit)
        end = number[1] if number is not None else place
        end += end < limit and tokens[end].folded == ")"
        return Amount(start, end, number[0], number[0]) if number is not None else None
    while place < limit and tokens[place].folded in amounts()["about"]:
        place += 1
    for phrases, upper in ((_AT_LEAST, False), (_UP_TO, True)):
        length = _phrase_at(tokens, place, limit, phrases)
        if length:
            place += length
            least_only, most_only = not upper, upper
    if place + 2 < limit and tokens[place].folded == "ما" and tokens[place + 1].folded == "مجموعه":
        place += 2  # a total of
    if place < limit and tokens[place].folded in _RANGES:
        found = _between(tokens, start, place, limit)
        if found is not None:
            return found
    if place >= limit:
        return None
    number = integer_at(tokens, place, limit)
    if number is None:
        word = tokens[place].folded
        bare = word[1:] if word[0] in "بل" and word[1:] in amounts()["vague"] else word
        if bare in amounts()["vague"]:
            end = place + 1
            end += end < limit and tokens[end].folded in markers()["of-number"]  # a great number of
            end = end + 1 if end < limit and tokens[end].folded == "من" else end
            return Amount(start, end, None, None)
        return None
    value, end = number
    return Amount(start, end, None if most_only else value, None if least_only else value)


def amount_behind_and(tokens: tuple[Token, ...], place: int, limit: int) -> Amount | None:
    """Return the amount whose first word carries an "and": four dead *and five* wounded, *and hundreds* of wounded."""
    word = tokens[place].folded
    if tokens[place].kind is not WORD or not word.startswith(_AND) or word in amounts()["about"]:
        return None
    if word[1:] in amounts()["many"]:
        return Amount(place, place + 1, None, None)
    first = _simple(tokens, place, limit, joined=True)
    if first is None or first[0] == 1:
        return None  # and one of the wounded
    value, end = _added_up(tokens, first, limit)
    return Amount(place, end, value, value)


def _may_count(word: str) -> bool:
    """Return whether an amount may start with a word, by the word alone."""
    known = amounts()
    if word in _BEFORE_DIGITS or word in _RANGES or word in known["about"] or word in known["vague"]:
        return True
    if any(first in _by_first(phrases) for phrases in (_AT_LEAST, _UP_TO) for first in (word, word.lstrip("ول"))):
        return True
    if word[0] in "بل" and (word[1:] in _integers() or word[1:] in known["vague"]):
        return True
    return word in _integers() or word in _of_two_words() or word in _PARTS


_MAY_COUNT: Final = Memo(_may_count)


def _past_word_for_number(tokens: tuple[Token, ...], place: int, limit: int) -> int:
    """Return where the digits behind "number" stand, in brackets or not: number (13)."""
    if place + 1 >= limit or tokens[place].folded not in _BEFORE_DIGITS:
        return place
    at = place + 1 + (tokens[place + 1].folded == "(")
    return at if at < limit and tokens[at].kind is NUMBER else place


def _between(tokens: tuple[Token, ...], start: int, place: int, limit: int) -> Amount | None:
    if tokens[place].folded == "ما":
        place += 1
    if place >= limit or tokens[place].folded != "بين" or place + 1 >= limit:
        return None
    low = integer_at(tokens, place + 1, limit)
    if low is None:
        return None
    middle = low[1]
    for where in range(middle, min(limit, middle + 3)):
        word = tokens[where].folded
        if word in {"و", "الي"} and where + 1 < limit:
            high = integer_at(tokens, where + 1, limit)
        elif word.startswith("و") and len(word) > 2:
            high = _simple(tokens, where, limit, joined=True)
        else:
            continue
        if high is not None:
            return Amount(start, high[1], low[0], high[0])
    return None


def _phrase_at(tokens: tuple[Token, ...], place: int, limit: int, phrases: tuple[str, ...]) -> int:
    if place >= limit:
        return 0
    first = tokens[place].folded
    known = _by_first(phrases)
    if first not in known:
        first = first.lstrip("ول")
    for rest in known.get(first, ()):
        end = place + 1 + len(rest)
        if end <= limit and rest == [token.folded for token in tokens[place + 1 : end]]:
            return 1 + len(rest)
    return 0


@cache
def _by_first(phrases: tuple[str, ...]) -> Mapping[str, list[list[str]]]:
    """Return what follows the first word of each phrase, by that word."""
    found: dict[str, list[list[str]]] = {}
    for first, *rest in (phrase.split(" ") for phrase in phrases):
        found.setdefault(first, []).append(rest)
    return found
