"""What stands around a reporting word: its speaker's phrase, what lies between, and where the content begins."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from hudna.arabic.names.parties import Chart, Party, find_parties, find_party
from hudna.arabic.speech.cues import Cue, find_cue, markers
from hudna.model import Document, Quotation, Sentence, Span, Token, TokenKind

MAX_FRAME_TOKENS: Final = 60
_COMMAS: Final = frozenset({"،", ","})
_OPENS: Final = frozenset({'"', "«", "“", "„", "”"})
_PREPOSITIONS: Final = frozenset({"علي", "الي", "عن", "من", "في"})
_GLUED_PREPOSITIONS: Final = ("ب", "ل")
_DASHES: Final = frozenset({"-", "–", "—"})


class Clause(NamedTuple):
    """A reporting word's surroundings, in tokens.

    ``subject`` are the parties that stand as its subject, ``content`` is the first token of what was said and
    ``cut`` how many folded characters of a glued preposition it starts with; ``opener`` says what opened it.
    ``between`` is the stretch between reporting word and content.
    """

    cue: Cue
    place: int
    subject: tuple[Party, ...]
    between: tuple[int, int]
    content: int
    cut: int
    opener: str
    person: Party | None
    channel: Span | None
    rule: str


class Frame:
    """What all clauses of a document share: names by place, quotations, and which tokens are quoted."""

    def __init__(self, document: Document, chart: Chart) -> None:
        self.document = document
        self.tokens = document.tokens
        self.chart = chart
        self.opened = {quotation.open: quotation for quotation in document.quotations if quotation.open is not None}
        self.quoted = bytearray(len(self.tokens) + 1)
        for quotation in document.quotations:
            if quotation.close is not None and quotation.end - quotation.first > 2:
                self.quoted[quotation.first : quotation.end] = b"\1" * (quotation.end - quotation.first)

    def quotation_at(self, place: int) -> Quotation | None:
        """Return the quotation whose opening mark is this token."""
        return self.opened.get(place)


def read_clause(frame: Frame, cue: Cue, place: int, sentence: Sentence) -> Clause | None:
    """Return the clause of a finite reporting word or participle, None where nothing reportable follows."""
    limit = min(sentence.end, place + MAX_FRAME_TOKENS)
    after = place + 1
    subject: tuple[Party, ...] = ()
    if cue.form != "participle":
        subject = tuple(find_parties(frame.chart, _past_marks(frame, after, limit), limit))
        if subject and (_is_object(frame, cue, subject, limit) or _is_addressee(frame, subject[0])):
            subject = ()
        if subject:
            after = subject[-1].end
    return _find_content(frame, cue, place, subject, after, limit)


def _past_marks(frame: Frame, place: int, limit: int) -> int:
    while place < limit and frame.tokens[place].folded in _COMMAS:
        place += 1
    return place


def _is_object(frame: Frame, cue: Cue, subject: Sequence[Party], limit: int) -> bool:
    """Return whether the party after the word is the one spoken of: a bare indefinite noun after a dropped subject."""
    first = subject[0]
    return (
        "object" in cue.frames
        and first.kind in {"body", "bodies", "text", "place"}
        and not first.definite
        and first.name is None
        and first.end < limit
    )


def _is_addressee(frame: Frame, party: Party) -> bool:
    """Return whether a preposition is glued to the party after the word, so that it can't be its subject."""
    return party.span.start > frame.tokens[party.first].start and frame.tokens[party.first].kind is TokenKind.WORD


def _find_content(
    frame: Frame, cue: Cue, place: int, subject: tuple[Party, ...], after: int, limit: int
) -> Clause | None:
    tokens = frame.tokens
    words = markers()
    channel: Span | None = None
    person: Party | None = None
    position = after
    skipping = False  # inside an adjunct or apposition, where only a strong opener counts
    while position < limit:
        token = tokens[position]
        folded = token.folded
        opener = _strong_opener(frame, cue, position, limit)
        if opener is not None:
            start, kind = opener
            return _clause(cue, place, subject, (after, position), start, 0, kind, person, channel)
        if folded in _COMMAS or folded in _DASHES:
            beyond = _past_dated_aside(frame, position, limit)
            if beyond > position:
                skipping = False
                position = beyond
                continue
            skipping = _skips_after_comma(frame, cue, position, limit)
        elif frame.chart.dated[position] or folded == "(":
            position = _past_brackets(tokens, position, limit) if folded == "(" else position + 1
            continue
        elif folded in words["adjunct"] or folded in {"في", "وفي"} or _channel_at(frame, position):
            found = _channel_at(frame, position)
            if found is not None:
                channel = channel or found
                skipping = True
            elif folded == "في" and position + 1 < limit and frame.chart.dated[position + 1]:
                pass
            elif not (folded == "في" and "في" in cue.frames):
                skipping = True
        elif not skipping and position + 1 < limit and folded in cue.frames and folded in _PREPOSITIONS:
            return _clause(cue, place, subject, (after, position), position + 1, 0, folded, person, channel)
        elif not skipping and "ب" in cue.frames and folded.startswith("ب") and len(folded) > 2:
            return _clause(cue, place, subject, (after, position), position, 1, "ب", person, channel)
        elif not skipping and "ل" in cue.frames and folded.startswith("ل") and len(folded) > 2 and cue.id != "say":
            return _clause(cue, place, subject, (after, position), position, 1, "ل", person, channel)
        elif not skipping and person is None and "person" in cue.frames:
            person = find_party(frame.chart, position, limit)
            if person is not None:
                position = person.end
                continue
        elif not skipping and "object" in cue.frames and token.kind is not TokenKind.PUNCTUATION:
            if folded.startswith("ل") and find_party(frame.chart, position, limit):
                skipping = True
            else:
                return _clause(cue, place, subject, (after, position), position, 0, "object", person, channel)
        elif folded in {".", "؛", "!"}:
            return None
        elif position > after and find_cue(token) is not None and folded.startswith("و"):
            return _person_content(cue, place, subject, after, person, channel)
        position += 1
    return _person_content(cue, place, subject, after, person, channel)


def _person_content(
    cue: Cue, place: int, subject: tuple[Party, ...], after: int, person: Party | None, channel: Span | None
) -> Clause | None:
    if person is not None and person.end > after:
        return _clause(cue, place, subject, (after, person.first), person.first, 0, "person", person, channel)
    return None


def _clause(
    cue: Cue,
    place: int,
    subject: tuple[Party, ...],
    between: tuple[int, int],
    content: int,
    cut: int,
    opener: str,
    person: Party | None,
    channel: Span | None,
) -> Clause:
    return Clause(cue, place, subject, between, content, cut, opener, person, channel, f"<{cue.form}> <{opener}>")


def _strong_opener(frame: Frame, cue: Cue, position: int, limit: int) -> tuple[int, str] | None:
    """Return where the content starts after a that-word, a colon or an opening mark; None if none stands here."""
    tokens = frame.tokens
    folded = tokens[position].folded
    if folded in markers()["complementizer"] and "ان" in cue.frames and position + 1 < limit:
        return position + 1, "ان"
    if folded == ":" and position + 1 < limit:
        return position + 1, "colon"
    if folded in _OPENS and frame.quotation_at(position) is not None:
        quotation = frame.quotation_at(position)
        assert quotation is not None  # noqa: S101 - looked up just above
        if quotation.end - quotation.first > 3 or "object" in cue.frames:
            return position, "quote"
    return None


def _skips_after_comma(frame: Frame, cue: Cue, position: int, limit: int) -> bool:
    """Return whether what follows a comma is an apposition or adjunct rather than the content."""
    following = position + 1
    if following >= limit:
        return True
    folded = frame.tokens[following].folded
    if folded in cue.frames and folded in _PREPOSITIONS:
        return False
    if "ب" in cue.frames and folded.startswith("ب") and not frame.chart.starts.get(following):
        return False
    if cue.form == "participle" or frame.chart.dated[following]:
        return False
    return True


def _past_dated_aside(frame: Frame, position: int, limit: int) -> int:
    """Return the token after a pair of commas that hold nothing but a day, or ``position``."""
    place = position + 1
    while place < limit and (frame.chart.dated[place] or frame.tokens[place].folded in {"يوم", "في", "اليوم"}):
        place += 1
    closed = place < limit and place > position + 1 and frame.tokens[place].folded in _COMMAS
    return place + 1 if closed else position


def _channel_at(frame: Frame, position: int) -> Span | None:
    """Return the words "in a statement", "in a speech to…" when they stand here."""
    tokens = frame.tokens
    if tokens[position].folded not in {"في", "وفي", "خلال", "عبر", "علي"} or position + 1 >= len(tokens):
        return None
    following = tokens[position + 1]
    bare = following.folded.removeprefix("ال")
    return following.span if bare in markers()["channel"] else None


def _past_brackets(tokens: Sequence[Token], position: int, limit: int) -> int:
    for place in range(position + 1, min(limit, position + 12)):
        if tokens[place].folded == ")":
            return place + 1
    return position + 1
