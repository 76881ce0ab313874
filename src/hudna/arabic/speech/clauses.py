"""What stands around a reporting word: its speaker's phrase, what lies between, and where the content begins."""

from typing import Final

from hudna.arabic.clitics.words import word_counts
from hudna.arabic.names.groups import is_of_group
from hudna.arabic.names.parties import Party, find_parties, find_party
from hudna.arabic.speech.agencies import passed_on, passed_on_from_him
from hudna.arabic.speech.asides import past_phrase
from hudna.arabic.speech.clause import OFFERS, STRONG_OPENERS, Clause
from hudna.arabic.speech.cue import Cue
from hudna.arabic.speech.cues import CUES, TO_SAY, act_words, marked, markers
from hudna.arabic.speech.frame import Frame
from hudna.arabic.speech.objects import has_object, in_quotation, is_accusative, is_charged, is_nominal
from hudna.arabic.speech.openers import entitled, is_glued, opening_words, quotes_preposition, strong_opener, tells_that
from hudna.arabic.speech.papers import issuer_of
from hudna.arabic.speech.subjects import (
    MAX_UNKNOWN_TOKENS,
    counted_people,
    is_addressee,
    is_adverb,
    past_apposed_office,
    stands_as_subject,
    that_beyond,
    unknown_head,
    unknown_subject,
    with_construct,
    with_quality,
)
from hudna.arabic.speech.walk import MAX_HEARD_TOKENS, Walk
from hudna.model import PUNCTUATION, WORD, Act, PartKind, Sentence, Token
from hudna.model.frozen import replace
from hudna.text.letters import COMMAS

MAX_FRAME_TOKENS: Final = 60
MAX_AGENCY_TOKENS: Final = 12  # of whoever passes words on
_WHERE: Final = frozenset({"في", "من", "#"})  # before a party that tells where those called on are
_PREPOSITIONS: Final = frozenset({"عن", "الي", "علي", "في", "من"})
_STOPS: Final = frozenset({".", "؛", "!"})
_GLUED: Final = frozenset({"ب", "ل"})
_INVITES: Final = frozenset({"call"})  # with nothing but a name they invite, and nobody said anything


def read_clause(frame: Frame, cue: Cue, place: int, sentence: Sentence) -> Clause | None:
    """Return the clause of a finite reporting word or participle, None where nothing reportable follows."""
    limit = min(sentence.end, place + MAX_FRAME_TOKENS)
    after = place + 1
    while after < limit and frame.chart.dated[after]:
        after += 1
    subject: tuple[Party, ...] = ()
    addressee: Party | None = None
    if cue.form != "participle":
        reach = _own_preposition(frame, cue, after, limit)
        subject = tuple(find_parties(frame.chart, _past_marks(frame, after, reach), reach))
        subject = subject or unknown_head(frame, after, limit) or counted_people(frame, after, limit)
        if subject and (in_quotation(frame, subject[0]) or is_accusative(frame, subject[0])):
            subject = ()
        elif subject and is_addressee(frame, subject[0]):
            addressee, after, subject = subject[0], subject[0].end, ()
        elif subject and has_object(frame, cue, place, sentence, subject, limit):
            subject = ()
        elif subject:
            issuer = issuer_of(frame, subject[0], limit) if len(subject) == 1 else None
            last = with_construct(frame, cue, with_quality(frame, subject[-1], limit), limit)
            subject, after = issuer or ((*subject[:-1], last), last.end)
    scan = _Scan(frame, cue, place, subject, after, limit, addressee)
    scan.nominal = not subject and "person" in cue.frames and is_nominal(frame, place, sentence)
    clause = scan.run()
    if cue.id != "convey":
        return clause
    passed = passed_on(frame, clause, limit) if clause is not None else None
    return passed or passed_on_from_him(frame, cue, place, limit, subject)


def _own_preposition(frame: Frame, cue: Cue, place: int, limit: int) -> int:
    """Return the token of a verb's own preposition, before which its subject is named; else ``limit``.

    Whoever passes on *from* X, discloses *of* the plan. A preposition that stands there twice, or before a that-word,
    belongs to the subject first: the envoy *to* X called *to* …; so does one before a place.
    """
    own = cue.frames & _PREPOSITIONS
    if not own:
        return limit
    near = frame.words[place : min(limit, place + MAX_AGENCY_TOKENS)]
    first = next((number for number, word in enumerate(near) if word in own), 0)
    if cue.id == "convey":
        return place + first if first else limit
    if not first or near.count(near[first]) > 1 or not (markers()["complementizer"] | {":"}).isdisjoint(near):
        return limit
    if any(name.end > place + first for name in frame.chart.names_within(place, min(limit, place + first + 1))):
        return limit  # it ends a name: Ali
    behind = frame.chart.name_at(place + first + 1)
    return limit if behind is not None and behind.kind in {"place", "state"} else place + first


def _past_marks(frame: Frame, place: int, limit: int) -> int:
    marks = COMMAS | markers()["back-reference"]
    while place < limit and (frame.words[place] in marks or frame.chart.dated[place]):
        place += 1
    return place


class _Scan(Walk):
    """The walk from a reporting word over its subject, asides and adjuncts to the content."""

    def run(self) -> Clause | None:
        """Return the clause whose content opens first."""
        frame, limit, position = self.frame, self.limit, self.after
        openers = opening_words()
        while position < limit:
            marked = position in frame.opened
            opener = None
            if frame.words[position] in openers:
                opener = strong_opener(frame, self.cue, position, limit, aside=self.skipping)
                if opener is not None and self._of_aside(position, opener[1]):
                    position += 1
                    continue
            named = self._past_name(position) if marked else 0
            if named:
                position = named
                continue
            if opener is not None and not (marked and self._quotes(position)):
                return self._clause(position, opener[0], 0, opener[1])
            if marked and (position == self.after or self.adjunct) and self._short_quote(position):
                return self._clause(position, position, 0, "quote")
            said = self._saying(position) if position in frame.cues else None
            if said is not None:  # commented, …, saying:
                clause = self._clause(position, said[0], 0, said[1])
                return replace(clause, cue=frame.cues[position][0], place=position)
            step = self.past_aside(position)
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

    def _of_aside(self, position: int, opener: str) -> bool:
        """Return whether a that-word belongs to a verb told of the subject: X, who claims that A and that B, said that."""
        if opener != "ان":
            return False
        word = self.frame.tokens[position].surface
        if self.inner:
            self.inner, self.parted = False, True
            return True
        return self.parted and (word.startswith("و") or (self.cue.id == "say" and word.startswith("أ")))

    def _quotes(self, position: int) -> bool:
        """Return whether marks hold the verb's own preposition, or whom it is about: demanded of "the militias to …"."""
        if quotes_preposition(self.frame, self.cue, position, self.limit):
            return True
        if "person" not in self.cue.frames:
            return False
        party = find_party(self.frame.chart, position + 1, self.limit)
        return party is not None and party.definite and is_charged(self.frame, self.cue, party.end - 1, self.limit)

    def _past_name(self, position: int) -> int:
        """Return the token after marks that hold the name of a body or of where it was said, 0 for what was said."""
        quotation = self.frame.quotation_at(position)
        if quotation is None or quotation.close is None or quotation.close + 1 >= self.limit:
            return 0
        if entitled(self.frame, quotation):
            return quotation.close + 1
        goes_on = self.frame.words[quotation.close + 1] in COMMAS | markers()["preposition"]
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
        if after >= self.limit or self.frame.words[after] in {".", "!"}:
            return not self.adjunct or self.channel is not None
        if self.adjunct:
            return False
        if self.frame.tokens[after].kind is not WORD:
            return bool(self.subject)
        return self.frame.words[after] in marked("preposition", "adjunct")

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
        called = self.person or self._called_on(position, opener)
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
            called,
            self.addressee or self.heard,
            self.channel,
            (),
        )

    def _called_on(self, position: int, opener: str) -> Party | None:
        """Return the words between subject and preposition as whom a verb calls on, where no table knows them."""
        calls = "person" in self.cue.frames and opener not in STRONG_OPENERS
        if not calls or not (self.subject or self.cue.form == "participle"):
            return None
        first = past_phrase(self.frame, self.after, position)
        if not first < position <= first + MAX_UNKNOWN_TOKENS:
            return None
        tokens = self.frame.tokens[first:position]
        words = self.frame.words
        bare = marked("preposition", "manner", "adjunct", "relative", "in-manner")
        definite = words[first].startswith("ال") or words[position - 1].startswith("ال")
        plain = all(token.kind is WORD and token.folded not in bare for token in tokens)
        if not plain or not definite or self.frame.chart.dated[first] or self.frame.chart.names_within(first, position):
            return None
        glued = self.frame.document.parts[first][:1]
        if glued and glued[0].kind in {PartKind.PREPOSITION, PartKind.CONJUNCTION}:
            return None
        span = self.frame.document.span(first, position)
        return Party(first, position, span, words[first], "words", None, (), (), True)

    def _subject_may_stand(self) -> bool:
        """Return whether no one spoken to stands right behind the verb."""
        return self.addressee is None or self.addressee.first > self.after

    def _unknown(self, position: int, opener: str) -> tuple[Party, ...]:
        """Return the words between verb and opener as its subject where no table knows them."""
        if opener in {"object", "person"} or self.nominal:
            return ()
        if self.cue.plural:
            return ()  # a verb before its subject is singular: what stands behind "they both laid" is no subject
        if self.frame.words[self.place].startswith(TO_SAY):
            return ()  # went on to say, with sorrow
        if find_party(self.frame.chart, self.after, self.limit) is not None:
            return ()
        subject = unknown_subject(self.frame, self.after, position)
        if subject and is_adverb(self.frame, subject[0]):
            return ()
        if opener not in STRONG_OPENERS and subject and not stands_as_subject(self.frame, self.cue, subject[0]):
            return ()
        return subject

    def _weak_opener(self, position: int, *, bare: bool) -> tuple[int, int, str] | None:
        """Return the content's start, the cut and the opener when a preposition or a ``bare`` object opens it here."""
        folded, frames = self.frame.words[position], self.cue.frames
        if folded == "من" and self.cue.id == "request":
            return self._requested(position + 1)
        own = folded in frames and folded in markers()["preposition"] and position + 1 < self.limit
        if own and not (self.adjunct and self._in_place(position + 1)):
            twice = self.frame.words[position + 1] == folded and position + 2 < self.limit  # the name Ali before "on"
            return position + 1 + twice, 0, folded
        if self._joined_to_unknown(position):
            return position, 1, "ب"
        alone = folded == "ب" and "ب" in frames and position + 1 < self.limit
        if alone and self.frame.quotation_at(position + 1) is not None:
            return position + 1, 0, "ب"
        letter = folded[0]
        if letter in _GLUED and is_glued(self.frame, position, letter):
            if letter in frames and not (letter == "ل" and self.cue.id == "say"):
                return position, 1, letter
            if letter == "ل" and self.cue.form == "participle" and "object" in frames:
                return position, 1, "object"  # rejecting the deal, with its preposition
        token = self.frame.tokens[position]
        if "object" not in frames or token.kind is PUNCTUATION or not bare:
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
        self.unnamed = self.unnamed or (position == self.after and not self.subject and self._names_subject(position))
        if self.unnamed:
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

    def _in_place(self, position: int) -> bool:
        name = self.frame.chart.name_at(position)
        return name is not None and name.kind in {"place", "state"}

    def _requested(self, position: int) -> tuple[int, int, str] | None:
        """Return where what is asked of somebody starts, behind him."""
        parties = find_parties(self.frame.chart, position, self.limit)
        start = parties[-1].end if parties else position
        if start >= self.limit:
            return None
        if not parties:
            return start, 0, "من"
        self.person = parties[-1]
        that = self.frame.words[start] in markers()["complementizer"]
        return (start + 1, 0, "ان") if that and start + 1 < self.limit else (start, 0, "object")

    def _joined_to_unknown(self, position: int) -> bool:
        """Return whether "of" is joined to a word from which it is not cut, behind a verb that needs it."""
        folded = self.frame.words[position]
        if folded[0] != "ب" or "ب" not in self.cue.frames or "object" in self.cue.frames:
            return False
        behind = bool(self.subject) and position == self.after
        return behind and folded[1:] in word_counts() and not self.frame.chart.starts.get(position)

    def _tells_event(self, position: int) -> bool:
        """Return whether a noun that tells what happened stands here, which is no part of an adjunct before it."""
        folded = self.frame.words[position]
        return folded in markers()["event"] or (self.cue.id in OFFERS and folded in markers()["offered"])

    def _own_stand(self, position: int) -> bool:
        """Return whether the speaker's own support, refusal or call stands here, which is no part of an adjunct."""
        folded = self.frame.words[position]
        return folded.endswith(("ه", "ها", "هم")) and (folded in markers()["renewed"] or folded in act_words())

    def _tells_more(self, token: Token) -> bool:
        """Return whether a clause tells more of an indefinite subject: doctors who work there."""
        subject = self.subject[-1] if self.subject else None
        people = subject is not None and subject.kind in {"persons", "bodies"} and not subject.definite
        return people and token.folded.startswith("ي") and token.folded.endswith("ون")

    def _names_subject(self, position: int) -> bool:
        """Return whether a that-word or "of" follows the words behind the verb, so that they are its subject."""
        words = markers()
        if self.cue.form == "participle" or self.frame.words[position] in marked("event", "stance"):
            return False  # a participle has its subject before it
        beyond = position
        for place in range(position, min(self.limit, position + MAX_UNKNOWN_TOKENS + 2)):
            token = self.frame.tokens[place]
            beyond = max(beyond, past_phrase(self.frame, place, self.limit)) if place > position else position
            if place < beyond:
                continue
            if place > position and place in self.frame.cues:
                return False
            if token.folded in words["complementizer"]:
                noun = self.frame.words[place - 1]
                told = "ان" in self.cue.frames and (not token.folded.startswith("ب") or "object" not in self.cue.frames)
                return told and place > position and noun not in words["that-noun"]
            own = token.folded in {"عن", "علي", "الي"} and token.folded in self.cue.frames
            if place > position and (own or self._spoken_to(place)):
                self.subject = unknown_subject(self.frame, position, place)
                return True
            if token.folded == "من" and place > position:
                continue  # "X of the party of Y that"
            if token.kind is not WORD or token.folded in marked("preposition", "adjunct"):
                return False
        return False

    def _spoken_to(self, place: int) -> bool:
        """Return whether an outlet stands here as the one spoken to."""
        if not self.frame.words[place].startswith("ل"):
            return False
        party = find_party(self.frame.chart, place, self.limit)
        return party is not None and party.kind in {"body", "outlet"} and is_addressee(self.frame, party)

    def _saying(self, position: int) -> tuple[int, str] | None:
        """Return where the words said start behind "saying", with which the verb goes on here; None where it does not."""
        if position == self.after or position + 1 >= self.limit or not self.subject:
            return None
        cue, glued = self.frame.cues[position]
        if glued or cue.id != "say" or cue.form != "participle" or self.cue.form == "participle":
            return None
        if cue.feminine != self.cue.feminine:
            return None
        return strong_opener(self.frame, cue, position + 1, self.limit, aside=False)

    def _party(self, position: int) -> int:
        """Return the token after what stands here, -1 where the search ends; a party on the way is kept."""
        frame, folded = self.frame, self.frame.words[position]
        if folded in _STOPS:
            return -1
        if position > self.after:
            cue = CUES[folded]
            if cue is not None and (folded[0] == "و" or cue[0].id == "say"):
                return -1  # the next report opens before this one has
            if position in frame.cues and position + 1 < self.limit and frame.words[position + 1] in {"فيه", "فيها"}:
                return -1  # wrote a letter in which he makes clear that
        if self.skipping and not self.parted and tells_that(frame, position):
            self.inner = True
        if self.skipping and self.addressee is not None:
            return position + 1
        where = position > self.after and frame.words[position - 1] in _WHERE
        party = None if where else find_party(frame.chart, position, self.limit)
        if party is None:
            return position + 1
        if folded[0] == "ل" and is_addressee(frame, party):
            own = position == self.after and bool(self.subject) and not self.subject[-1].definite
            apposed = (self.skipping or own) and party.kind != "outlet"
            if (position > self.after or own) and self.subject and (apposed or not self._spoken_to(position)):
                return party.end  # it belongs to the words before it
            self.addressee = self.addressee or party
            return party.end
        if self.person is None and not self.skipping and "person" in self.cue.frames:
            several = position > self.after and self.subject and not self.subject[-1].definite
            if several and is_of_group(frame.chart, position):
                return find_parties(frame.chart, position, self.limit)[-1].end
            self.person = party
            return party.end
        return position + 1
