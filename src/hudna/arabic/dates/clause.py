"""Where the clause of a date looks, and the word before a date that opens one of its ends."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from hudna.arabic.clitics import name_variants
from hudna.arabic.dates.words import cue_entries, event_years
from hudna.calendar import Direction, Edge
from hudna.model import PUNCTUATION, Token
from hudna.text import Memo, fold_word

MAX_CUE_TOKENS: Final = 14  # how far before a date a verb still speaks of it
_ENTRIES: Final = cue_entries()
_CUES: Final = {fold_word(entry.form): Direction(entry.id) for entry in _ENTRIES if entry.id in {"future", "past"}}
_NOT_FUTURE: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "not-future")
_SCHEDULED: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "scheduled")
_NOT_SCHEDULED: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "not-scheduled")
_EDGES: Final = {fold_word(entry.form): Edge(entry.id) for entry in _ENTRIES if entry.id in set(Edge)}
_WITHIN: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "within")
_MAYBE: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "maybe")
_WAS: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "was")
_PLANNED: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "planned")
_DECIDED: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "decided")
_TOWARDS: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "towards")
_RELATIVE: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "relative")
PLACED: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "placed")
_BETWEEN: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "between")
_LEADING: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "leading")
_THAT: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "that")
_BY: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "by")
_NAME_ENDINGS: Final = tuple(fold_word(entry.form) for entry in _ENTRIES if entry.id == "name-ending")
_ON: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "on")
_ORDERED: Final = frozenset(word for word, edge in _EDGES.items() if edge in {Edge.BEFORE, Edge.AFTER})
_REPORTING: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "reporting")
_FINISHED_VERBS: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "finished")
_EVENTS: Final = event_years()
MAX_WAS_TOKENS: Final = 5
MAX_REPORT_TOKENS: Final = 2  # how far before a date a verb of saying is said of it, and not only what is said
MAX_TOLD_TOKENS: Final = 4  # how far before a date another finished verb is
MAX_DECIDED_TOKENS: Final = 8  # how far before the planned act stands the verb that plans it
_UNFINISHED: Final = ("ي", "ت", "ن")
_FINISHED: Final = "ت"  # ends a finished verb; an unfinished one that begins like it hardly ever ends so
_FINISHED_ENDINGS: Final = ("ت", "ته", "تها", "تهم")
_COMMAS: Final = frozenset({"،", ","})
_ARTICLE: Final = "ال"
_PLURAL: Final = "وا"  # ends a finished verb of several
_FIRST_PERSON: Final = ("سأ", "وسأ", "فسأ")
_PURPOSE: Final = "ل"
_FUTURE_PREFIXES: Final = ("سي", "ست", "سن")
_CONJUNCTIONS: Final = ("و", "ف")
MIN_FUTURE_LETTERS: Final = 5


class _Sense(Enum):
    """What a word says of where its clause looks; the first three decide, with the words beside them."""

    FUTURE = auto()
    PAST = auto()
    SCHEDULED = auto()
    MAYBE = auto()
    BY = auto()  # by Saturday: ahead, unless a finished verb tells of it
    THAT = auto()  # only after "on"
    SINCE = auto()  # what has gone on since then lies back, up to the next comma
    RELATIVE = auto()
    PLANNED = auto()  # only after one of ``towards``
    PLANNED_JOINED = auto()
    NONE = auto()


_NONE: Final = _Sense.NONE  # what nearly every word says; a member is found slowly through its class


class Look(NamedTuple):
    """Where a clause looks, and what of it stands by the date.

    ``told``: a finished verb right beside the date. ``act``: before the date stands an act that is planned as often as
    it is told of, and no verb but one of saying before that: announced the closing of the crossing Friday.
    """

    direction: Direction
    told: bool = False
    act: bool = False


def find_direction(tokens: Sequence[Token], sentence_first: int, first: int, end: int) -> Direction:
    """Return where the clause looks in which a date stands at tokens ``first`` to ``end``."""
    return find_look(tokens, sentence_first, first, end).direction


def find_look(tokens: Sequence[Token], sentence_first: int, first: int, end: int) -> Look:
    """Return where the clause looks in which a date stands at tokens ``first`` to ``end``.

    The nearest cue before the date decides; a date that opens its clause takes the verb right after it.
    """
    after = _sense_after(tokens, sentence_first, first, end)
    if after is not None:
        return after
    begin = max(sentence_first, first - MAX_CUE_TOKENS)
    related = parted = act = by = False
    for place in range(first - 1, begin - 1, -1):
        token = tokens[place]
        sense = _SENSES[token.folded]
        if sense is _NONE:
            if token.surface.startswith(_FIRST_PERSON):
                return Look(Direction.FUTURE)
            parted = parted or token.kind is PUNCTUATION
        elif sense is _Sense.BY:
            by = True
        elif sense is _Sense.PAST:
            reporting = _bare(token.folded) in _REPORTING
            if by and reporting:
                return Look(Direction.FUTURE)
            near = MAX_REPORT_TOKENS if reporting or act or parted else MAX_TOLD_TOKENS
            told = place == first - 1 or (place >= first - near and tokens[first - 1].folded in _LEADING)
            return Look(Direction.PAST, told, act and reporting)
        elif sense is _Sense.SINCE:
            if not parted:
                return Look(Direction.PAST)
        elif sense is _Sense.FUTURE or sense is _Sense.SCHEDULED:
            if _is_ordered(tokens, sentence_first, place):
                continue
            return Look(_ahead(tokens, sentence_first, place, scheduled=sense is _Sense.SCHEDULED))
        elif sense is _Sense.RELATIVE:
            if _is_finished(tokens[place + 1].folded) and tokens[place + 1].folded not in _DECIDED:
                return Look(Direction.NONE)
            related = True
        elif sense is _Sense.MAYBE or sense is _Sense.THAT:
            if _opens_future(tokens, sentence_first, place, sense):
                return Look(Direction.FUTURE)
        elif not related and _is_planned(tokens, sentence_first, place, joined=sense is _Sense.PLANNED_JOINED):
            return Look(Direction.FUTURE)
        else:
            act = act or not related
    return Look(Direction.FUTURE if by else Direction.NONE, act=act)


def _sense_after(tokens: Sequence[Token], sentence_first: int, first: int, end: int) -> Look | None:
    """Return where the verb right after a date looks, if the date opens its clause or stands after a that-word."""
    begin = first
    while begin > sentence_first and tokens[begin - 1].folded in _LEADING:
        begin -= 1
    opens = begin == sentence_first or tokens[begin - 1].kind is PUNCTUATION
    if not opens and (first == sentence_first or tokens[first - 1].folded not in _THAT):
        return None
    if end < len(tokens) and _is_future_verb(tokens[end].folded):
        return Look(Direction.FUTURE) if begin == first else None
    verb = end + 1 if end < len(tokens) and tokens[end].folded in _COMMAS else end
    past = begin == sentence_first != first and verb < len(tokens) and _is_finished(tokens[verb].folded)
    return Look(Direction.PAST, told=True) if past else None


def _is_ordered(tokens: Sequence[Token], sentence_first: int, place: int) -> bool:
    """Return whether a verb only says an order, and the one before it where both look: before it began again."""
    before = [_bare(token.folded) for token in tokens[max(sentence_first, place - 2) : place]]
    return len(before) == 2 and before[1] in _THAT and before[0] in _ORDERED


def _opens_future(tokens: Sequence[Token], sentence_first: int, place: int, sense: _Sense) -> bool:
    """Return whether an unfinished verb after ``maybe`` or after "on condition that" looks ahead from now."""
    if sense is _Sense.THAT and (place == sentence_first or tokens[place - 1].folded not in _ON):
        return False
    return _is_unfinished(tokens[place + 1].folded) and not _was(tokens, sentence_first, place)


def _is_finished(folded: str) -> bool:
    if _SENSES[folded] is _Sense.PAST or folded in _FINISHED_VERBS:
        return True
    return folded.endswith(_FINISHED_ENDINGS) and not folded.startswith(_ARTICLE)


def _ahead(tokens: Sequence[Token], sentence_first: int, place: int, *, scheduled: bool) -> Direction:
    """Return whether a word that looks ahead does so from now."""
    if _was(tokens, sentence_first, place):
        return Direction.NONE
    before = tokens[place - 1].folded if place > sentence_first else ""
    return Direction.NONE if scheduled and _bare(before) in _NOT_SCHEDULED else Direction.FUTURE


def is_within(tokens: Sequence[Token], first: int) -> bool:
    """Return whether a length of time is the one within which something happens."""
    return first > 0 and _bare(tokens[first - 1].folded) in _WITHIN


def find_event(tokens: Sequence[Token], first: int, month: int, day: int) -> tuple[str, int] | None:
    """Return the name and year of the event that the word before a day and month names: the attacks of 11 September."""
    if not first:
        return None
    for word, _ in name_variants(tokens[first - 1].folded):
        if event := _EVENTS.get((word, month, day)):
            return event
    return None


def _was(tokens: Sequence[Token], sentence_first: int, place: int) -> bool:
    """Return whether what a word looks ahead to was ahead then: it had been expected."""
    before = tokens[max(sentence_first, place - MAX_WAS_TOKENS) : place]
    return any(_bare(token.folded) in _WAS for token in before)


def _is_unfinished(folded: str) -> bool:
    finished = folded.endswith((_FINISHED, _PLURAL)) or folded in _FINISHED_VERBS or _SENSES[folded] is _Sense.PAST
    return folded.startswith(_UNFINISHED) and not finished


def _is_planned(tokens: Sequence[Token], sentence_first: int, place: int, *, joined: bool) -> bool:
    """Return whether a verbal noun is what somebody decided or asked for: agreed to hold a meeting."""
    if place == sentence_first or not (joined or tokens[place - 1].folded in _TOWARDS):
        return False
    before = tokens[max(sentence_first, place - MAX_DECIDED_TOKENS) : place]
    return any(variant.folded in _DECIDED for token in before for variant in name_variants(token.folded))


def find_edge(tokens: Sequence[Token], sentence_first: int, first: int) -> Edge | None:
    """Return the end that the word before a date opens."""
    place = first - 1
    if place > sentence_first and tokens[place].folded in _BETWEEN:
        place -= 1
    if place < sentence_first:
        return None
    word = tokens[place].folded
    if word in _EDGES:
        return _EDGES[word]
    return _EDGES.get(word[1:]) if word.startswith(_CONJUNCTIONS) else None


def _sense(folded: str) -> _Sense:
    """Return what a word says, read without its clitics too."""
    readings = name_variants(folded)
    planned = _Sense.NONE
    for word, cut in readings:
        sense = _BY_READING.get(word)
        if sense is _Sense.SCHEDULED and _PURPOSE in folded[:cut]:
            continue
        if sense is _Sense.PLANNED and planned is _Sense.NONE:
            planned = _Sense.PLANNED_JOINED if cut else _Sense.PLANNED
        elif sense is not None and sense is not _Sense.PLANNED:
            return sense
    if _is_future_verb(folded):
        return _Sense.FUTURE
    return _BY_WORD.get(folded, planned)


def _bare(folded: str) -> str:
    return folded[1:] if folded.startswith(_CONJUNCTIONS) else folded


def _is_future_verb(folded: str) -> bool:
    folded = _bare(folded)
    return len(folded) >= MIN_FUTURE_LETTERS and folded.startswith(_FUTURE_PREFIXES) and not _is_name(folded)


def _is_name(folded: str) -> bool:
    return folded in _NOT_FUTURE or folded.endswith(_NAME_ENDINGS)


_BY_READING: Final = {
    **dict.fromkeys(_PLANNED, _Sense.PLANNED),
    **dict.fromkeys(_SCHEDULED, _Sense.SCHEDULED),
    **{word: _Sense.FUTURE if cue is Direction.FUTURE else _Sense.PAST for word, cue in _CUES.items()},
}
_BY_WORD: Final = {
    **dict.fromkeys(_THAT, _Sense.THAT),
    **dict.fromkeys(_BY, _Sense.BY),
    **{word: _Sense.SINCE for word, edge in _EDGES.items() if edge is Edge.SINCE},
    **dict.fromkeys(_RELATIVE, _Sense.RELATIVE),
    **dict.fromkeys(_MAYBE, _Sense.MAYBE),
}
_SENSES: Final = Memo(_sense)
