"""What a walk from a reporting word to what was said passes over: asides, adjuncts, days, channels."""

from functools import cache
from typing import Final

from hudna.arabic.names.parties import Party, find_party
from hudna.arabic.speech.asides import (
    BEFORE_CHANNELS,
    channel_at,
    past_apposition,
    past_brackets,
    past_phrase,
    phrase_openings,
    skips_after_comma,
)
from hudna.arabic.speech.cue import Cue
from hudna.arabic.speech.cues import homographs, marked, markers
from hudna.arabic.speech.frame import Frame
from hudna.arabic.speech.openers import strong_opener
from hudna.arabic.speech.subjects import is_addressee, unknown_hearer
from hudna.model import PartKind, Span
from hudna.text.letters import COMMAS, DASHES

MAX_HEARD_TOKENS: Final = 3  # between "in a statement" and whom it was made to
MAX_ASIDE_TOKENS: Final = 16
MAX_WHERE_TOKENS: Final = 7  # from "in" to the that-word behind where something was seen
_APPOSED: Final = frozenset(
    {
        "وهو",
        "وهي",
        "وهم",
        "وهما",
        "وفي",
        "ومن",
        "وعلي",
        "وعن",
        "ومع",
        "وبعد",
        "وقبل",
        "ولدي",
        "وذلك",
        "وليس",
        "وعضو",
        "واسمه",
        "واسمها",
    }
)
_ADDRESSING: Final = frozenset({"مخاطبا", "مخاطبه", "متوجها", "متوجهه"})
_DURING: Final = frozenset({"خلال", "لدي", "اثناء"})  # an occasion on which whom somebody met hears what he says
_HEARS: Final = frozenset({"person", "office"})
_WHILE: Final = "بينما"
_THEM: Final = frozenset({"اياه", "اياها", "اياهم", "اياهما"})


@cache
def _pauses() -> frozenset[str]:
    """Return the words that may be passed over, or open what is; the walk goes on from all others but days."""
    named = marked("back-reference", "in-manner", "manner", "same", "adjunct", "relative")
    return named | phrase_openings() | BEFORE_CHANNELS | _ADDRESSING | _THEM | COMMAS | DASHES | {"(", "ل"}


class Walk:
    """Where a walk from a reporting word to what was said has come: whom it has met, and what it is inside of."""

    def __init__(
        self,
        frame: Frame,
        cue: Cue,
        place: int,
        subject: tuple[Party, ...],
        after: int,
        limit: int,
        addressee: Party | None,
    ) -> None:
        self.frame = frame
        self.cue = cue
        self.place = place
        self.subject = subject
        self.after = after
        self.limit = limit
        self.addressee = addressee
        self.person: Party | None = None
        self.channel: Span | None = None
        self.heard: Party | None = None  # whom the channel reached
        self.nominal = False  # the subject stands before the verb
        self.skipping = False  # inside an aside between commas, where only a strong opener counts
        self.described = False  # inside a relative clause that no comma opens
        self.closed = 0  # the token behind the last aside in commas
        self.unnamed = False  # inside the words of a subject that no table knows, a that-word standing behind them
        self.inner = False  # past a verb of an aside that takes a that-word of its own: who claims that
        self.parted = False  # past that that-word
        self.adjunct = False  # behind "in a statement", where the verb's own preposition counts too

    def past_aside(self, position: int) -> int | None:
        """Return where to go on when a comma, a day, a bracket or an adjunct stands here, None when none does."""
        frame, folded = self.frame, self.frame.words[position]
        if position > self.after:
            if folded == _WHILE:
                return -1  # somebody else's report
        elif behind := self._office_behind(position):
            return behind
        if folded not in _pauses() and not frame.chart.dated[position]:
            return None
        behind = past_phrase(frame, position, self.limit)
        if behind > position:
            self.skipping = False
            return behind
        if folded in COMMAS or folded in DASHES:
            return self._past_comma(position)
        if folded == "(":
            return past_brackets(frame.tokens, position, self.limit)
        if folded == "ل":
            return self._past_hearer(position)
        if frame.chart.dated[position]:
            return position + 1
        behind = self._past_whom(position)
        if behind:
            return behind
        channel = channel_at(frame, position)
        if channel is not None:
            self._hear(channel, position + 2)
            self.adjunct = True
            return position + 2
        if folded in {"في", "وفي"}:
            dated = position + 1 < self.limit and frame.chart.dated[position + 1]
            if not dated and "في" in self.cue.frames and not self._that_behind(position):
                return None
            self.adjunct = self.adjunct or not dated
            return position + 1 if dated else position + 2
        if folded in markers()["back-reference"] or folded in _THEM:
            return position + 1
        if folded in markers()["in-manner"]:
            return position + 2
        if folded in markers()["manner"] or (position == self.after and folded in markers()["same"]):
            return position + 1
        if folded in markers()["adjunct"]:
            if folded == "امام" and self.heard is None:
                self.heard = find_party(frame.chart, position + 1, self.limit)
            behind = self._past_occasion(position + 1, heard=folded in _DURING)
            self.adjunct = behind == position + 1 or self.cue.id != "describe"
            return behind
        if folded in markers()["relative"]:
            self.described = self.described or not self.skipping
            self.skipping = True
            return position + 1
        return None

    def _past_whom(self, position: int) -> int:
        """Return the token after whom words are told to be spoken to, 0 where nobody is: replied to X, addressing X."""
        replies = self.cue.id == "reply" and self.frame.words[position] == "علي"
        if not replies and self.frame.words[position] not in _ADDRESSING:
            return 0
        party = find_party(self.frame.chart, position + 1, self.limit)
        if party is None or party.kind == "text":
            return 0
        self.heard = self.heard or party
        return party.end

    def _that_behind(self, position: int) -> bool:
        """Return whether a that-word follows what stands behind "in", which only tells where: saw in his article that."""
        near = self.frame.words[position + 2 : min(self.limit, position + MAX_WHERE_TOKENS)]
        return self.cue.id == "see" and not markers()["complementizer"].isdisjoint(near)

    def _past_comma(self, position: int) -> int:
        """Return where to go on behind a comma or dash, -1 where the outlet's account goes on."""
        if self._goes_on(position + 1):
            return -1
        if self._closes_description(position):
            self.skipping = self.described = self.adjunct = False
            self.closed = position + 1
            return position + 1
        if (position == self.after and self._closes_apposition()) or self._closes_aside(position):
            self.skipping = False
            self.closed = position + 1
            return position + 1
        self.skipping = skips_after_comma(self.frame, self.cue, position, self.limit) and not self._opens_object(
            position
        )
        dated = position + 1 < self.limit and self.frame.chart.dated[position + 1]
        beyond = self._past_aside(position) if self.skipping or dated else position
        if beyond > position:
            self.skipping = self.adjunct = False
            self.closed = beyond
            self._hear(channel_at(self.frame, position + 1), position + 3)
            return beyond
        return position + 1

    def _closes_description(self, position: int) -> bool:
        """Return whether a comma ends a relative clause that no comma opens, and an object follows: X that rules Y, the charge."""
        behind = position + 1
        if not self.described or not self.subject or behind >= self.limit or "object" not in self.cue.frames:
            return False
        return self.frame.words[behind].startswith("ال") and self.frame.chart.name_at(behind) is None  # no apposition

    def _opens_object(self, position: int) -> bool:
        """Return whether the object follows a comma behind a day alone, or whom the verb is about one behind an adjunct."""
        between = range(self.after if self.subject else self.place + 1, position)
        if "object" in self.cue.frames and between and all(self.frame.chart.dated[place] for place in between):
            return True
        party = find_party(self.frame.chart, position + 1, self.limit) if self.adjunct and self.subject else None
        return party is not None and "person" in self.cue.frames and party.definite

    def _past_occasion(self, position: int, *, heard: bool) -> int:
        """Return the token after what an adjunct governs, with whom he received or met on the occasion."""
        if position + 1 < self.limit and self.frame.words[position] in markers()["occasion"]:
            beside = self.frame.words[position + 1] in {"مع", "ب"}
            party = find_party(self.frame.chart, position + 1 + beside, self.limit)
            if heard and party is not None and party.kind in _HEARS and self.frame.words[position].endswith("ه"):
                self.heard = self.heard or party
            return party.end if party is not None else position + 1
        return position + 1

    def _past_hearer(self, position: int) -> int | None:
        """Return the token after an outlet in marks behind a preposition that stands alone: to "the daily"."""
        quotation = self.frame.quotation_at(position + 1)
        if quotation is None or quotation.close is None or quotation.end - quotation.first > MAX_HEARD_TOKENS:
            return None
        span = self.frame.document.span(quotation.first, quotation.end)
        self.heard = self.heard or Party(position, quotation.close + 1, span, "", "words", None, (), (), True)
        return quotation.close + 1

    def _hear(self, channel: Span | None, position: int) -> None:
        """Keep the channel and whom it reached: in a statement to the agency, in a talk with the channel."""
        if channel is None or self.channel is not None:
            return
        self.channel = channel
        for place in range(position, min(self.limit, position + MAX_HEARD_TOKENS)):
            token = self.frame.tokens[place]
            beside = token.folded in {"مع", "ل", "الي"}
            party = find_party(self.frame.chart, place + 1 if beside else place, self.limit)
            if party is None:
                party = unknown_hearer(self.frame, place, self.limit)
            if party is not None and (beside or (token.folded.startswith("ل") and is_addressee(self.frame, party))):
                self.heard = party
            if party is not None or token.folded in COMMAS:
                return

    def _office_behind(self, position: int) -> int:
        """Return the token after an office told where the subject's name ends, 0 where none stands."""
        if not self.subject or self.subject[-1].kind != "person":
            return 0
        name = self.frame.chart.name_at(position)
        if name is None or name.kind != "office" or self.frame.chart.glued(name):
            return 0
        office = find_party(self.frame.chart, position, self.limit)
        if office is None or office.end >= self.limit:
            return 0
        closed = self.frame.words[past_apposition(self.frame, office.end, self.limit)] in COMMAS
        opened = strong_opener(self.frame, self.cue, office.end, self.limit, aside=True) is not None
        return office.end if closed or opened else 0  # else it is whom the verb is about

    def _goes_on(self, position: int) -> bool:
        """Return whether the outlet's account goes on behind a comma: and he did something else."""
        if position >= self.limit or self.frame.chart.starts.get(position):
            return False
        if position in self.frame.cues:
            cue, glued = self.frame.cues[position]
            return glued > 0 and cue.form == "perfect" and self.frame.words[position] not in homographs()
        word = self.frame.words[position]
        if not word.startswith("و") or word in _APPOSED:
            return False
        parts = self.frame.document.parts[position]
        joined = len(parts) > 1 and parts[0].folded == "و" and parts[1].kind is PartKind.STEM
        return joined and not self._is_aside(position)

    def _is_aside(self, position: int) -> bool:
        """Return whether a comma and what opens the words said close what stands here: among them the minister."""
        for place in range(position, min(self.limit - 1, position + MAX_ASIDE_TOKENS)):
            if self.frame.words[place] in COMMAS:
                return strong_opener(self.frame, self.cue, place + 1, self.limit, aside=False) is not None
        return False

    def _closes_aside(self, position: int) -> bool:
        """Return whether a comma follows days or a set phrase that stand right behind an aside, or behind its comma."""
        start = self.closed
        if not start or start >= position:
            return False
        while start < position:
            step = past_phrase(self.frame, start, self.limit)
            step = start + 1 if self.frame.chart.dated[start] else step
            if step == start:
                return False
            start = step
        return True

    def _closes_apposition(self) -> bool:
        """Return whether the subject itself holds the comma that opens its name, so that the one behind it closes it."""
        subject = self.subject[-1] if self.subject else None
        return subject is not None and any(
            self.frame.words[place] in COMMAS for place in range(subject.first, subject.end)
        )

    def _past_aside(self, position: int) -> int:
        """Return the token after a pair of commas that hold a day or an apposition, or ``position``."""
        frame = self.frame
        for place in range(position + 1, min(self.limit, position + MAX_ASIDE_TOKENS)):
            if frame.words[place] in COMMAS:
                return position if self._goes_on(place + 1) else place + 1
            cue = frame.cues.get(place)
            if cue is not None and cue[0].form != "imperfect":
                return position
            if strong_opener(frame, self.cue, place, self.limit, aside=True) is not None:
                return position
        return position
