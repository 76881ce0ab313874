"""What stands around a reporting word: its speaker's phrase, what lies between, and where the content begins."""

from typing import Final

from hudna.arabic.clitics.words import word_counts
from hudna.arabic.names.parties import Party, find_parties, find_party
from hudna.arabic.speech.agencies import passed_on, passed_on_from_him
from hudna.arabic.speech.asides import channel_at, past_apposition, past_brackets, past_phrase, skips_after_comma
from hudna.arabic.speech.clause import STRONG_OPENERS, Clause
from hudna.arabic.speech.cues import Cue, act_words, find_cue, homographs, markers
from hudna.arabic.speech.frame import Frame
from hudna.arabic.speech.objects import has_object, in_quotation, is_accusative, is_charged, is_nominal
from hudna.arabic.speech.openers import is_glued, quotes_preposition, strong_opener
from hudna.arabic.speech.subjects import (
    MAX_UNKNOWN_TOKENS,
    is_addressee,
    is_adverb,
    past_apposed_office,
    stands_as_subject,
    that_beyond,
    unknown_head,
    unknown_hearer,
    unknown_subject,
    with_quality,
)
from hudna.model import Act, PartKind, Sentence, Span, Token, TokenKind
from hudna.text.letters import COMMAS, DASHES

MAX_FRAME_TOKENS: Final = 60
MAX_HEARD_TOKENS: Final = 3  # between "in a statement" and whom it was made to
MAX_ASIDE_TOKENS: Final = 16
_APPOSED: Final = frozenset(
    {"وهو", "وهي", "وهم", "وهما", "وفي", "ومن", "وعلي", "وعن", "ومع", "وبعد", "وقبل", "ولدي", "وذلك", "وليس", "وعضو"}
)
_INVITES: Final = frozenset({"call"})  # with nothing but a name they invite, and nobody said anything
_THEM: Final = frozenset({"اياه", "اياها", "اياهم", "اياهما"})


def read_clause(frame: Frame, cue: Cue, place: int, sentence: Sentence) -> Clause | None:
    """Return the clause of a finite reporting word or participle, None where nothing reportable follows."""
    limit = min(sentence.end, place + MAX_FRAME_TOKENS)
    after = place + 1
    while after < limit and frame.chart.dated[after]:
        after += 1
    subject: tuple[Party, ...] = ()
    addressee: Party | None = None
    if cue.form != "participle":
        subject = tuple(find_parties(frame.chart, _past_marks(frame, after, limit), limit))
        subject = subject or unknown_head(frame, after, limit)
        if subject and (in_quotation(frame, subject[0]) or is_accusative(frame, subject[0])):
            subject = ()
        elif subject and is_addressee(frame, subject[0]):
            addressee, after, subject = subject[0], subject[0].end, ()
        elif subject and has_object(frame, cue, place, sentence, subject, limit):
            subject = ()
        elif subject:
            subject = (*subject[:-1], with_quality(frame, subject[-1], limit))
            after = subject[-1].end
    scan = _Scan(frame, cue, place, subject, after, limit, addressee)
    scan.nominal = not subject and "person" in cue.frames and is_nominal(frame, place, sentence)
    clause = scan.run()
    if cue.id != "convey":
        return clause
    passed = passed_on(frame, clause, limit) if clause is not None else None
    return passed or passed_on_from_him(frame, cue, place, limit, subject)


def _past_marks(frame: Frame, place: int, limit: int) -> int:
    marks = COMMAS | markers()["back-reference"]
    while place < limit and (frame.tokens[place].folded in marks or frame.chart.dated[place]):
        place += 1
    return place


class _Scan:
    """The walk from a reporting word over its subject, asides and adjuncts to the content."""

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
        self.closed = 0  # the token behind the last aside in commas
        self.adjunct = False  # behind "in a statement", where the verb's own preposition counts too

    def run(self) -> Clause | None:
        """Return the clause whose content opens first."""
        position = self.after
        while position < self.limit:
            opener = strong_opener(self.frame, self.cue, position, self.limit, aside=self.skipping)
            named = self._past_name(position)
            if named:
                position = named
                continue
            quotes = quotes_preposition(self.frame, self.cue, position, self.limit) or self._calls_on(position)
            if opener is not None and not quotes:
                return self._clause(position, opener[0], 0, opener[1])
            if (position == self.after or self.adjunct) and self._short_quote(position):
                return self._clause(position, position, 0, "quote")
            step = self._aside(position)
            if step is None:
                bare = not self.adjunct or self._own_stand(position) or self._tells_event(position)
                weak = None if self.skipping else self._weak_opener(position, bare=bare)
                if weak is not None:
                    return None if self._lifeless(position, weak[2]) else self._clause(position, *weak)
                step = self._party(position)
            if step < 0:
                break
            position = step
        if self.person is not None and self.person.end > self.after and self.cue.id not in _INVITES:
            return self._clause(self.person.first, self.person.first, 0, "person")
        return None

    def _calls_on(self, position: int) -> bool:
        """Return whether marks begin with whom the verb is about: demanded of "the militias to …"."""
        if "person" not in self.cue.frames or self.frame.quotation_at(position) is None:
            return False
        party = find_party(self.frame.chart, position + 1, self.limit)
        return party is not None and party.definite and is_charged(self.frame, self.cue, party.end - 1, self.limit)

    def _past_name(self, position: int) -> int:
        """Return the token after marks that hold the name of a body or of where it was said, 0 for what was said."""
        quotation = self.frame.quotation_at(position)
        if quotation is None or quotation.close is None or quotation.close + 1 >= self.limit:
            return 0
        goes_on = self.frame.tokens[quotation.close + 1].folded in COMMAS | markers()["preposition"]
        body = position == self.after and bool(self.subject) and self.subject[-1].kind in {"body", "outlet"}
        name = quotation.end - quotation.first <= MAX_HEARD_TOKENS and goes_on and (body or self.adjunct)
        if not name or (self.adjunct and self.channel is not None and self.heard is None):
            return 0
        self.after = quotation.close + 1 if body else self.after
        return quotation.close + 1

    def _short_quote(self, position: int) -> bool:
        """Return whether a word or two in marks right behind the speaker are what he said, and no name."""
        quotation = self.frame.quotation_at(position)
        if quotation is None or quotation.close is None or "colon" not in self.cue.frames:
            return False
        after = quotation.close + 1
        if after >= self.limit or self.frame.tokens[after].folded in {".", "!"}:
            return not self.adjunct or self.channel is not None
        if self.adjunct:
            return False
        if self.frame.tokens[after].kind is not TokenKind.WORD:
            return bool(self.subject)
        return self.frame.tokens[after].folded in markers()["preposition"] | markers()["adjunct"]

    def _lifeless(self, position: int, opener: str) -> bool:
        """Return whether unknown words behind a verb of threatening or promising are what threatens without a word."""
        if (
            self.subject
            or self.addressee
            or opener in STRONG_OPENERS
            or self.cue.act not in {Act.PROMISE, Act.THREATEN}
        ):
            return False
        return bool(self._words(position))

    def _words(self, position: int) -> tuple[Party, ...]:
        if self.cue.form == "participle" or find_party(self.frame.chart, self.after, self.limit) is not None:
            return ()
        return unknown_subject(self.frame, self.after, position)

    def _clause(self, position: int, content: int, cut: int, opener: str) -> Clause:
        between = (self.place + 1, position)
        if not self.subject and self._subject_may_stand() and self.cue.form != "participle":
            self.subject = self._unknown(position, opener)
        return Clause(
            self.cue,
            self.place,
            self.subject,
            between,
            content,
            cut,
            opener,
            self.person,
            self.addressee or self.heard,
            self.channel,
            (),
        )

    def _subject_may_stand(self) -> bool:
        """Return whether no one spoken to stands right behind the verb."""
        return self.addressee is None or self.addressee.first > self.after

    def _unknown(self, position: int, opener: str) -> tuple[Party, ...]:
        """Return the words between verb and opener as its subject where no table knows them."""
        known = find_party(self.frame.chart, self.after, self.limit)
        if opener in {"object", "person"} or self.nominal or known is not None:
            return ()
        subject = unknown_subject(self.frame, self.after, position)
        if subject and is_adverb(self.frame, subject[0]):
            return ()
        if opener not in STRONG_OPENERS and subject and not stands_as_subject(self.frame, self.cue, subject[0]):
            return ()
        return subject

    def _aside(self, position: int) -> int | None:
        """Return where to go on when a comma, a day, a bracket or an adjunct stands here, None when none does."""
        frame, tokens = self.frame, self.frame.tokens
        folded = tokens[position].folded
        behind = self._office_behind(position)
        if behind:
            return behind
        behind = past_phrase(frame, position, self.limit)
        if behind > position:
            self.skipping = False
            return behind
        if folded in COMMAS or folded in DASHES:
            if self._goes_on(position + 1):
                return -1
            if (position == self.after and self._closes_apposition()) or self._closes_aside(position):
                self.skipping = False
                self.closed = position + 1
                return position + 1
            self.skipping = skips_after_comma(frame, self.cue, position, self.limit) and not self._opens_object(
                position
            )
            dated = position + 1 < self.limit and frame.chart.dated[position + 1]
            beyond = self._past_aside(position) if self.skipping or dated else position
            if beyond > position:
                self.skipping = self.adjunct = False
                self.closed = beyond
                self._hear(channel_at(frame, position + 1), position + 3)
                return beyond
            return position + 1
        if folded == "(":
            return past_brackets(tokens, position, self.limit)
        if folded == "ل":
            return self._past_hearer(position)
        if frame.chart.dated[position]:
            return position + 1
        channel = channel_at(frame, position)
        if channel is not None:
            self._hear(channel, position + 2)
            self.adjunct = True
            return position + 2
        if folded in {"في", "وفي"}:
            dated = position + 1 < self.limit and frame.chart.dated[position + 1]
            if not dated and "في" in self.cue.frames:
                return None
            self.adjunct = self.adjunct or not dated
            return position + 1 if dated else position + 2
        if folded in markers()["back-reference"] or folded in _THEM:
            return position + 1
        if folded in markers()["in-manner"]:
            return position + 2
        if folded in markers()["manner"]:
            return position + 1
        if folded in markers()["adjunct"]:
            behind = self._past_occasion(position + 1)
            self.adjunct = behind == position + 1 or self.cue.id != "describe"
            return behind
        if folded in markers()["relative"]:
            self.skipping = True
            return position + 1
        return None

    def _opens_object(self, position: int) -> bool:
        """Return whether the object follows a comma behind a day alone, or whom the verb is about one behind an adjunct."""
        between = range(self.place + 1, position)
        if "object" in self.cue.frames and between and all(self.frame.chart.dated[place] for place in between):
            return True
        party = find_party(self.frame.chart, position + 1, self.limit) if self.adjunct and self.subject else None
        return party is not None and "person" in self.cue.frames and party.definite

    def _past_occasion(self, position: int) -> int:
        """Return the token after what an adjunct governs, with whom he received or met on the occasion."""
        if position + 1 < self.limit and self.frame.tokens[position].folded in markers()["occasion"]:
            party = find_party(self.frame.chart, position + 1, self.limit)
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
        """Return the token after an office told right behind the subject's name, 0 where none stands."""
        if position != self.after or not self.subject or self.subject[-1].kind != "person":
            return 0
        name = self.frame.chart.name_at(position)
        if name is None or name.kind != "office" or self.frame.chart.glued(name):
            return 0
        office = find_party(self.frame.chart, position, self.limit)
        if office is None or office.end >= self.limit:
            return 0
        closed = self.frame.tokens[past_apposition(self.frame, office.end, self.limit)].folded in COMMAS
        opened = strong_opener(self.frame, self.cue, office.end, self.limit, aside=True) is not None
        return office.end if closed or opened else 0  # else it is whom the verb is about

    def _goes_on(self, position: int) -> bool:
        """Return whether the outlet's account goes on behind a comma: and he did something else."""
        if position >= self.limit or self.frame.chart.starts.get(position):
            return False
        if position in self.frame.cues:
            cue, glued = self.frame.cues[position]
            return glued > 0 and cue.form == "perfect" and self.frame.tokens[position].folded not in homographs()
        if self.frame.tokens[position].folded in _APPOSED:
            return False
        parts = self.frame.document.parts[position]
        joined = len(parts) > 1 and parts[0].folded == "و" and parts[1].kind is PartKind.STEM
        return joined and not self._is_aside(position)

    def _is_aside(self, position: int) -> bool:
        """Return whether a comma and what opens the words said close what stands here: among them the minister."""
        for place in range(position, min(self.limit - 1, position + MAX_ASIDE_TOKENS)):
            if self.frame.tokens[place].folded in COMMAS:
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
            self.frame.tokens[place].folded in COMMAS for place in range(subject.first, subject.end)
        )

    def _past_aside(self, position: int) -> int:
        """Return the token after a pair of commas that hold a day or an apposition, or ``position``."""
        frame = self.frame
        for place in range(position + 1, min(self.limit, position + MAX_ASIDE_TOKENS)):
            if frame.tokens[place].folded in COMMAS:
                return position if self._goes_on(place + 1) else place + 1
            cue = frame.cues.get(place)
            if cue is not None and cue[0].form != "imperfect":
                return position
            if strong_opener(frame, self.cue, place, self.limit, aside=True) is not None:
                return position
        return position

    def _weak_opener(self, position: int, *, bare: bool) -> tuple[int, int, str] | None:
        """Return the content's start, the cut and the opener when a preposition or a ``bare`` object opens it here."""
        token = self.frame.tokens[position]
        folded, frames = token.folded, self.cue.frames
        if folded == "من" and self.cue.id == "request":
            return self._requested(position + 1)
        place = self.frame.chart.name_at(position + 1)
        to_place = self.adjunct and place is not None and place.kind in {"place", "state"}
        if folded in frames and folded in markers()["preposition"] and position + 1 < self.limit and not to_place:
            return position + 1, 0, folded
        if self._joined_to_unknown(position):
            return position, 1, "ب"
        alone = folded == "ب" and "ب" in frames and position + 1 < self.limit
        if alone and self.frame.quotation_at(position + 1) is not None:
            return position + 1, 0, "ب"
        for letter in ("ب", "ل"):
            if (
                letter in frames
                and is_glued(self.frame, position, letter)
                and not (letter == "ل" and self.cue.id == "say")
            ):
                return position, 1, letter
        if self.cue.form == "participle" and "object" in frames and is_glued(self.frame, position, "ل"):
            return position, 1, "object"  # rejecting the deal, with its preposition
        if "object" not in frames or token.kind is TokenKind.PUNCTUATION or not bare:
            return None
        parts = self.frame.document.parts[position]
        if len(parts) > 1 and parts[0].kind is PartKind.CONJUNCTION:
            return None
        if parts and parts[0].kind is PartKind.PREPOSITION:
            if not self._spoken_to(position):
                self.adjunct = True  # in the strongest words
            return None
        if "person" in frames and (
            find_party(self.frame.chart, position, self.limit) is not None
            or is_charged(self.frame, self.cue, position, self.limit)
        ):
            return None
        cue = self.frame.cues.get(position)
        if cue is not None and cue[0].form == "participle" and (cue[0].id == "say" or folded.endswith("ا")):
            return None
        if folded in markers()["preposition"]:
            self.adjunct = True  # from his seat in the capital
            return None
        if position == self.after and not self.subject and self._names_subject(position):
            return None
        if self._tells_more(token):
            self.skipping = True
            return None
        if folded.startswith("ل") and find_party(self.frame.chart, position, self.limit) is not None:
            return None
        beyond = past_apposed_office(self.frame, self.subject[-1], position, self.limit) if self.subject else position
        if beyond > position:
            return beyond, 0, "object"
        if self.subject and that_beyond(self.frame, self.cue, self.subject[-1], position, self.limit):
            self.skipping = True
            return None
        return position, 0, "object"

    def _requested(self, position: int) -> tuple[int, int, str] | None:
        """Return where what is asked of somebody starts, behind him."""
        parties = find_parties(self.frame.chart, position, self.limit)
        start = parties[-1].end if parties else position
        if start >= self.limit:
            return None
        if not parties:
            return start, 0, "من"
        self.person = parties[-1]
        that = self.frame.tokens[start].folded in markers()["complementizer"]
        return (start + 1, 0, "ان") if that and start + 1 < self.limit else (start, 0, "object")

    def _joined_to_unknown(self, position: int) -> bool:
        """Return whether "of" is joined to a word from which it is not cut, behind a verb that needs it."""
        folded = self.frame.tokens[position].folded
        if "ب" not in self.cue.frames or "object" in self.cue.frames or not folded.startswith("ب"):
            return False
        behind = bool(self.subject) and position == self.after
        return behind and folded[1:] in word_counts() and not self.frame.chart.starts.get(position)

    def _tells_event(self, position: int) -> bool:
        """Return whether a noun that tells what happened stands here, which is no part of an adjunct before it."""
        return self.frame.tokens[position].folded in markers()["event"]

    def _own_stand(self, position: int) -> bool:
        """Return whether the speaker's own support, refusal or call stands here, which is no part of an adjunct."""
        folded = self.frame.tokens[position].folded
        return folded.endswith(("ه", "ها", "هم")) and (folded in markers()["renewed"] or folded in act_words())

    def _tells_more(self, token: Token) -> bool:
        """Return whether a clause tells more of an indefinite subject: doctors who work there."""
        subject = self.subject[-1] if self.subject else None
        people = subject is not None and subject.kind in {"persons", "bodies"} and not subject.definite
        return people and token.folded.startswith("ي") and token.folded.endswith("ون")

    def _names_subject(self, position: int) -> bool:
        """Return whether a that-word or "of" follows the words behind the verb, so that they are its subject."""
        words = markers()
        if self.frame.tokens[position].folded in words["event"]:
            return False
        beyond = position
        for place in range(position, min(self.limit, position + MAX_UNKNOWN_TOKENS + 2)):
            token = self.frame.tokens[place]
            beyond = max(beyond, past_phrase(self.frame, place, self.limit)) if place > position else position
            if place < beyond:
                continue
            if place > position and place in self.frame.cues:
                return False
            if token.folded in words["complementizer"]:
                noun = self.frame.tokens[place - 1].folded
                return "ان" in self.cue.frames and place > position and noun not in words["that-noun"]
            own = token.folded in {"عن", "علي", "الي"} and token.folded in self.cue.frames
            if place > position and (own or self._spoken_to(place)):
                self.subject = unknown_subject(self.frame, position, place)
                return True
            if token.folded == "من" and place > position:
                continue  # "X of the party of Y that"
            if token.kind is not TokenKind.WORD or token.folded in words["adjunct"] | markers()["preposition"]:
                return False
        return False

    def _spoken_to(self, place: int) -> bool:
        """Return whether an outlet stands here as the one spoken to."""
        if not self.frame.tokens[place].folded.startswith("ل"):
            return False
        party = find_party(self.frame.chart, place, self.limit)
        return party is not None and party.kind in {"body", "outlet"} and is_addressee(self.frame, party)

    def _party(self, position: int) -> int:
        """Return the token after what stands here, -1 where the search ends; a party on the way is kept."""
        token = self.frame.tokens[position]
        if token.folded in {".", "؛", "!"}:
            return -1
        cue = find_cue(token)
        if position > self.after and cue is not None and (token.folded.startswith("و") or cue[0].id == "say"):
            return -1  # the next report opens before this one has
        after = self.frame.tokens[position + 1].folded if position + 1 < self.limit else ""
        if position > self.after and position in self.frame.cues and after in {"فيه", "فيها"}:
            return -1  # wrote a letter in which he makes clear that
        if self.skipping and self.addressee is not None:
            return position + 1
        party = find_party(self.frame.chart, position, self.limit)
        if party is None:
            return position + 1
        if token.folded.startswith("ل") and is_addressee(self.frame, party):
            if position > self.after and self.subject and not self._spoken_to(position):
                return party.end  # it belongs to the words before it
            self.addressee = self.addressee or party
            return party.end
        if self.person is None and not self.skipping and "person" in self.cue.frames:
            self.person = party
            return party.end
        return position + 1
