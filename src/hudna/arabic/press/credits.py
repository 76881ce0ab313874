"""Whose words an article prints: agencies named in datelines, on lines of their own, in brackets at the end.

A name between signs (dash, slash, bracket, bar) in the place where papers print their source counts even when no table
knows it, if a known place stands before it or the article's own source bears it.
"""

from typing import Final, NamedTuple

from hudna.arabic.press.lines import ENDS, Line, key_of
from hudna.arabic.press.tables import agencies, agency_labels, key_of_words, litter, names
from hudna.lexicon import Entry
from hudna.model import PUNCTUATION, WORD, Document, Party, Token

MAX_DATELINE_TOKENS: Final = 16
MAX_CREDIT_TOKENS: Final = 16
MAX_PLACE_WORDS: Final = 6
MAX_NAME_WORDS: Final = 3
MIN_PLAIN_LETTERS: Final = 5
_DASHES: Final = frozenset({"-", "\u2013", "\u2014", "\u2015", "\u2212"})
_PARTERS: Final = _DASHES | {"/", "|", ":", "\u060c", ",", "\\"}
_OPENS: Final = frozenset({"(", "[", "\u00ab", '"', "\u201c"})
_CLOSES: Final = frozenset({")", "]", "\u00bb", '"', "\u201d"})
_SLASHES: Final = frozenset({"/", "\\", "|"})
SIGNS: Final = _OPENS | _CLOSES | _PARTERS  # what parts a dateline


class Credit(NamedTuple):
    """The tokens that name an agency, and its row where the table has one."""

    first: int
    end: int
    entry: Entry | None

    def party(self, document: Document) -> Party:
        """Return the agency as a party: by its usual name if it is known, else by its words."""
        span = document.span(self.first, self.end)
        if self.entry is None:
            return Party(span, document.article.words(span))
        return Party(span, agency_labels()[self.entry.id], self.entry.id)


def find_dateline(document: Document, line: Line) -> list[Credit]:
    """Return the agencies of the dateline with which a line begins: ``place - agency:``, ``place (agency) -``."""
    tokens = document.tokens
    last = min(line.end, line.first + MAX_DATELINE_TOKENS)
    sign = next((place for place in range(line.first, last) if tokens[place].folded in SIGNS), None)
    while sign is not None:
        if sign - line.first > MAX_PLACE_WORDS + 4:
            return []
        if tokens[sign].folded in {"(", "["}:
            found = _in_brackets(document, line, sign, last)
        else:
            found = _after_dash(document, line, sign, last)
        if found:
            return found
        sign = next((place for place in range(sign + 1, last) if tokens[place].folded in SIGNS), None)
    return []


def find_credit_line(document: Document, line: Line) -> list[Credit]:
    """Return the agencies of a line that names nothing else but them, a place before them, and the article's source.

    Beside one that is known, the others between slashes are agencies too: ``<name>/<agency>``.
    """
    tokens = document.tokens
    if line.size > MAX_CREDIT_TOKENS or tokens[line.end - 1].folded == ".":
        return []
    signs = {token.folded for token in tokens[line.first : line.end]} & SIGNS
    parts = _parts(tokens, line.first, line.end)
    found = [_credit(document, *part) for part in parts]
    certain = any(
        credit is not None and (bool(signs) or (credit.entry is not None and _is_plain(tokens, credit)))
        for credit in found
    )
    if not certain:
        return []
    for index, (first, end) in enumerate(parts):
        if found[index] is not None:
            continue
        if signs <= _SLASHES and end - first <= MAX_NAME_WORDS and not _is_place(document, first, end):
            found[index] = Credit(first, end, None)
        elif any(found[:index]) or not _is_place(document, first, end):
            return []
    return [credit for credit in found if credit is not None]


def find_credit_at_end(document: Document, line: Line) -> list[Credit]:
    """Return the agencies in brackets at the end of a line of the story, after its last full stop or without any."""
    tokens = document.tokens
    end = line.end
    if tokens[end - 1].folded != ")":
        return []
    first = next(
        (place for place in range(end - 1, max(line.first, end - 12), -1) if tokens[place].folded == "("), None
    )
    if first is None or first == line.first:
        return []
    stopped = tokens[first - 1].folded in ENDS | _CLOSES
    glossed = any(
        token.folded in _AGENCY_WORDS or token.folded in litter()["outlet"] for token in tokens[first - 5 : first]
    )
    found = [_known(tokens, *part) for part in _parts(tokens, first + 1, end - 1)]
    credits_found = [credit for credit in found if credit is not None]
    if len(credits_found) != len(found) or (glossed and not stopped):
        return []
    return credits_found if stopped or all(_is_plain(tokens, credit) for credit in credits_found) else []


_AGENCY_WORDS: Final = frozenset({"للانباء", "الانباء", "وكاله", "لوكاله", "بوكاله", "قناه", "لقناه"})


def find_agency(document: Document, first: int, last: int) -> Credit | None:
    """Return the agency whose name begins at a token and ends before a sign, a number or ``last``."""
    tokens = document.tokens
    for end in range(min(last, first + MAX_NAME_WORDS + 2), first, -1):
        if tokens[first].kind is not PUNCTUATION and tokens[end - 1].kind is not PUNCTUATION:
            credit = _credit(document, first, end)
            if credit is not None:
                return credit
    return None


def find_credits_in(document: Document, first: int, end: int, *, named: bool) -> list[Credit]:
    """Return the agencies among the tokens of a label's value; where ``named``, names that no table knows count too."""
    found = []
    for part in _parts(document.tokens, first, end):
        credit = _credit(document, *part) or (Credit(*part, None) if named else None)
        if credit is not None:
            found.append(credit)
    return found


def _in_brackets(document: Document, line: Line, opened: int, last: int) -> list[Credit]:
    tokens = document.tokens
    closed = next((place for place in range(opened + 1, last) if tokens[place].folded in {")", "]"}), None)
    if closed is None or closed == opened + 1:
        return []
    dashed = closed + 1 < line.end and tokens[closed + 1].folded in _DASHES | {":", "."}
    if not dashed and closed + 1 < line.end:
        return []
    found = [_credit(document, *part) for part in _parts(tokens, opened + 1, closed)]
    if opened == line.first:
        return [credit for credit in found if credit is not None] if _all_known(found) else []
    placed = _is_place(document, line.first, opened)
    if _all_known(found):
        short = opened - line.first <= 2 * MAX_PLACE_WORDS
        plain = all(_is_plain(tokens, credit) for credit in found if credit is not None)
        return [credit for credit in found if credit is not None] if placed or (short and plain) else []
    words = closed - opened - 1
    if placed and words <= MAX_NAME_WORDS and all(token.kind is WORD for token in tokens[opened + 1 : closed]):
        return [Credit(opened + 1, closed, None)]
    return []


def _after_dash(document: Document, line: Line, sign: int, last: int) -> list[Credit]:
    """Return the agencies between a dash, slash or comma and the next dash or colon; or a line's first words, dashed."""
    tokens = document.tokens
    if tokens[sign].folded in _DASHES and (credit := _known(tokens, line.first, sign)) and _is_plain(tokens, credit):
        return [credit]
    if tokens[sign].folded == ":":
        return []
    found: list[Credit] = []
    place = sign + 1
    while (end := _next_sign(tokens, place, last)) is not None and end > place:
        credit = _credit(document, place, end)
        if credit is None and not found and _has_double_sign(tokens, end, last) and end - place <= MAX_NAME_WORDS:
            credit = Credit(place, end, None)
        if credit is None:
            break
        found.append(credit)
        if tokens[end].folded in _DASHES | {":"}:
            placed = _is_place(document, line.first, sign)
            plain = all(credit.entry is not None and _is_plain(tokens, credit) for credit in found)
            return found if placed or (plain and sign - line.first <= MAX_NAME_WORDS) else []
        place = end + 1
    return []


def _credit(document: Document, first: int, end: int) -> Credit | None:
    """Return the credit some tokens are: a known agency, the article's own source, or a name headed as an agency's."""
    tokens = document.tokens
    if known := _known(tokens, first, end):
        return known
    first, end = _bare(tokens, first, end)
    key = key_of(tokens, first, end)
    if not key or end - first > MAX_NAME_WORDS + 1:
        return None
    head, _, name = key.partition(" ")
    if name and head in litter()["outlet"] and all(token.kind is WORD for token in tokens[first:end]):
        return Credit(first + 1, end, None)  # the name alone, as other papers print it
    return Credit(first, end, None) if key in _source_keys(document) else None


def _known(tokens: tuple[Token, ...], first: int, end: int) -> Credit | None:
    """Return the agency of which all the tokens are a form, quotation marks and the word for agency left out."""
    first, end = _bare(tokens, first, end)
    if first >= end:
        return None
    start = first + (tokens[first].folded in litter()["outlet"] and end - first > 1)
    folded = tuple(token.folded.casefold() for token in tokens[start:end] if token.folded != ".")
    for rest, entry in agencies().get(folded[0], ()) if folded else ():
        if rest == folded[1:]:
            return Credit(first, end, entry)
    return None


def _bare(tokens: tuple[Token, ...], first: int, end: int) -> tuple[int, int]:
    while first < end and tokens[first].folded in _OPENS | _PARTERS:
        first += 1
    while first < end and tokens[end - 1].folded in _CLOSES | _PARTERS:
        end -= 1
    return first, end


def _is_plain(tokens: tuple[Token, ...], credit: Credit) -> bool:
    """Return whether a form can hardly be anything but the agency: no short word, no common noun with its article."""
    words = [token.folded for token in tokens[credit.first : credit.end] if token.folded != "."]
    if credit.entry is None or words[0].isascii():
        return credit.entry is not None
    return not words[0].startswith("ال") and (len(words) > 1 or len(words[0]) >= MIN_PLAIN_LETTERS)


def _is_place(document: Document, first: int, end: int) -> bool:
    """Return whether some tokens are known places and the marks between them, nothing else."""
    tokens = document.tokens
    if end - first > 2 * MAX_PLACE_WORDS:
        return False
    covered = {
        place
        for match in names().find(tokens[first:end])
        if match.kind in {"place", "state"}
        for place in range(match.first, match.end)
    }
    words = [place for place in range(first, end) if tokens[place].folded not in SIGNS]
    return bool(words) and covered.issuperset(tokens[place].i for place in words)


def _all_known(found: list[Credit | None]) -> bool:
    return bool(found) and all(credit is not None for credit in found)


def _next_sign(tokens: tuple[Token, ...], first: int, last: int) -> int | None:
    return next((place for place in range(first, last) if tokens[place].folded in _PARTERS), None)


def _has_double_sign(tokens: tuple[Token, ...], place: int, last: int) -> bool:
    """Return whether a colon with a dash follows, as only datelines have it."""
    return tokens[place].folded == ":" and place + 1 < last and tokens[place + 1].folded in _DASHES


def _parts(tokens: tuple[Token, ...], first: int, end: int) -> list[tuple[int, int]]:
    parts = []
    start = first
    for place in range(first, end + 1):
        if place == end or tokens[place].folded in _PARTERS:
            if key_of(tokens, start, place):
                parts.append((start, place))
            start = place + 1
    return parts


def _source_keys(document: Document) -> frozenset[str]:
    """Return the names under which the article's source may credit itself: in full, and without the word for paper."""
    source = document.article.source
    if not source:
        return frozenset()
    key = key_of_words(source)
    head, _, name = key.partition(" ")
    return frozenset({key, name} if name and head in litter()["outlet"] else {key})
