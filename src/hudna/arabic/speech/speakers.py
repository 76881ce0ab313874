"""Who a report's words are laid to: the subject beside the verb, the speaker before, the source that is named."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from hudna.arabic.names.parties import Party as Phrase
from hudna.arabic.names.parties import bare_words, find_parties, find_party
from hudna.arabic.names.reference import Meaning, Referents
from hudna.arabic.names.tables import heads
from hudna.arabic.speech.agreement import agrees, is_feminine, several_before, speaker_is_feminine
from hudna.arabic.speech.clause import STRONG_OPENERS, Clause
from hudna.arabic.speech.cue import Cue
from hudna.arabic.speech.cues import markers
from hudna.arabic.speech.frame import Frame
from hudna.arabic.speech.papers import COMES, issued_before, owner_of_remarks
from hudna.arabic.speech.subjects import (
    head_of_relative,
    past_opening,
    subject_after_that,
    subject_before,
    subject_of_was,
    unknown_before,
)
from hudna.model import Party, Sentence, SentenceKind
from hudna.text import fold

LATTER: Final = frozenset({"الاخير", "الاخيره"})
MAX_OPENING_TOKENS: Final = 8  # of a sentence, within which its subject begins
_SINGLE: Final = frozenset({"person", "office", "body"})
MAX_CARRIED: Final = 4  # reports back a dropped subject may reach
_BEFORE_VERB: Final = frozenset({"قد", "وقد", "لقد", "ثم", "كما", "لكن", "ولكن", "فيما", "بينما", "وكان", "وكانت"})
_PLURALS: Final = frozenset({"persons", "bodies"})
_PASS_ON: Final = frozenset({"outlet"})
_TAKEN_UP: Final = frozenset({"text", "source", "person", "persons", "outlet", "side"})
_AGENTS: Final = frozenset({"person", "office", "body", "source", "pair", "persons", "bodies", "state"})
_PUBLISHES: Final = _AGENTS | {"outlet"}
_GOVERNING: Final = frozenset({"في", "من", "الي", "علي", "عن", "مع", "ضد", "لدي", "بين", "نحو", "عبر", "تجاه", "حول"})
_STATEMENTS: Final = frozenset({"بيان", "رساله"})  # words by which the last speaker himself is taken up
_WHAT: Final = frozenset({"ما", "من"})  # to face what he called a plot, those who he says are
_SAME: Final = frozenset({"ذاته", "نفسه", "ذاتها", "نفسها"})


def party_of(meaning: Meaning) -> Party:
    """Return the record's party for whom a phrase means."""
    return Party(
        meaning.span,
        meaning.label,
        meaning.entity,
        implied=True if meaning.implied else None,
        candidates=meaning.candidates or None,
    )


def _each_once(meanings: Sequence[Meaning]) -> tuple[Party, ...]:
    """Return the parties of meanings; a man whom a second office means again is told once."""
    kept: list[Meaning] = []
    for meaning in meanings:
        if not (meaning.implied and any(meaning.label == other.label for other in kept)):
            kept.append(meaning)
    return tuple([party_of(meaning) for meaning in kept])


def carried(speakers: Sequence[Party]) -> tuple[Party, ...]:
    """Return the speakers of a report before, for one that leaves its subject out."""
    return tuple(Party(speaker.span, speaker.label, speaker.entity, speaker.side, True) for speaker in speakers)


class Speakers:
    """The speakers of a document's reports, carried from one to the next."""

    def __init__(self, frame: Frame, referents: Referents) -> None:
        self.frame = frame
        self.referents = referents
        self.told: list[tuple[Party, ...]] = []
        self.cues: list[Cue | None] = []

    @property
    def last(self) -> tuple[Party, ...]:
        """The speakers of the report before."""
        return self.told[-1] if self.told else ()

    def latter(self, place: int) -> tuple[Party, ...]:
        """Return the person named last before a token, whom "the latter" means; none where nobody is."""
        people = self.referents.people_before(place, 1)
        if not people:
            return ()
        meaning = self.referents.meaning(people[0].party)
        return carried([party_of(meaning)])

    def tell(self, speakers: tuple[Party, ...], cue: Cue | None = None) -> None:
        """Remember the speakers of a report and the verb that named them."""
        self.told.append(speakers)
        self.cues.append(cue)

    def _before(self, clause: Clause, sentence: Sentence) -> tuple[Party, ...]:
        """Return the speakers of the nearest report before whose verb agrees with this one."""
        cue = clause.cue
        if cue.plural and not cue.feminine:
            several = (
                who
                for who, other in zip(reversed(self.told), reversed(self.cues), strict=True)
                if len(who) > 1 or (other and other.plural) or self._are(who[0], _PLURALS)
            )
            found = carried(next(several, ()))
            return found or (carried(self.last) if self.last and len(self.told) == 1 else ())
        last = slice(None, -MAX_CARRIED - 1, -1)
        for who, other in zip(self.told[last], self.cues[last], strict=True):
            if len(who) == 1 and (other.feminine == cue.feminine if other else self._may_be(who[0], cue)):
                return carried(who)
        if not self.told or self._gender(self.last[0]) in {None, clause.cue.feminine}:
            return carried(self.last)
        found = self._of_gender(clause, sentence)
        return found or (carried(self.last) if clause.opener in STRONG_OPENERS else ())

    def _of_gender(self, clause: Clause, sentence: Sentence) -> tuple[Party, ...]:
        """Return the person or body of the sentence whose words tell that it agrees with a verb."""
        for start in range(sentence.first, clause.place):
            phrase = find_party(self.frame.chart, start, clause.place)
            if phrase is None or phrase.kind not in _SINGLE or not self._free(start, phrase, sentence):
                continue
            alone = start == 0 or not self.frame.words[start - 1].startswith("ال")
            if alone and is_feminine(self.frame, phrase) is clause.cue.feminine:
                return carried([party_of(self.referents.meaning(phrase))])
        return ()

    def _gender(self, speaker: Party) -> bool | None:
        """Return whether a speaker is feminine by what he is called or the verbs of his reports, None where unknown."""
        verbs = (cue for who, cue in zip(self.told, self.cues, strict=True) if cue and who[0].label == speaker.label)
        told = next((cue.feminine for cue in verbs if cue.form in {"perfect", "imperfect"} and not cue.plural), None)
        named = speaker_is_feminine(speaker)
        return told if named is None else named

    def _may_be(self, speaker: Party, cue: Cue) -> bool:
        """Return whether a verb in the singular does not disagree with a speaker."""
        feminine = speaker_is_feminine(speaker)
        return feminine is None or feminine == cue.feminine

    def of(
        self, clause: Clause, sentence: Sentence, told: Sequence[tuple[Party, ...]]
    ) -> tuple[tuple[Party, ...], str]:
        """Return a clause's speakers and how they were found; ``told`` are those of the sentence's reports so far."""
        if clause.subject and clause.subject[0].head.removeprefix("و") in LATTER:
            latter = self.latter(clause.place)
            if latter:
                return latter, "person named last, called the latter"
        if clause.subject:
            back = self.refers_back(clause.subject)
            if back:
                return back, "speaker of a report before, called by a bare noun"
            meanings = self.referents.meanings(clause.subject)
            return _each_once(meanings), meanings[0].rule
        if clause.cue.form == "participle" or clause.cue.own:
            if told and self._may_be(told[-1][0], clause.cue):
                return carried(told[-1]), "speaker of the report in the same sentence"
            nearest = self._nearest(clause, sentence) if told else ()
            if nearest or told:
                return nearest or carried(told[-1]), "speaker of the report in the same sentence"
            agent = self._agent(clause, sentence)
            if agent:
                return agent, "subject of the sentence"
            return carried(self.last), "speaker of the report before"
        if clause.cue.id in COMES and not self._glued(clause):
            issuer = self._agent(clause, sentence)  # published a statement in which it came that
            if issuer:
                return issuer, "subject of the sentence"
        if issued_before(self.frame, clause.cue, clause.place):
            issuer = self._agent(clause, sentence, _PUBLISHES)  # it has put out a tweet that says
            if issuer:
                return issuer, "subject of the sentence"
        if not self._glued(clause):
            phrases = owner_of_remarks(self.frame, clause.place, sentence)
            phrases = phrases or subject_after_that(self.frame, clause.place, sentence)
            phrases = phrases or subject_before(self.frame, clause.place, sentence)
            phrases = phrases or subject_of_was(self.frame, clause.place, sentence)
            phrases = phrases or head_of_relative(self.frame, clause.place, sentence)
            phrases = phrases or list(unknown_before(self.frame, clause.place, sentence))
            if phrases and not agrees(self.frame, phrases, clause.cue):
                phrases = []
            if not phrases and clause.cue.plural and self._in_it(clause):
                phrases = several_before(self.frame, clause.place, sentence)
            if phrases:
                meanings = self.referents.meanings(phrases)
                return tuple(party_of(meaning) for meaning in meanings), "subject before the verb"
        agent = () if told else self._opening_agent(sentence, clause.place, clause.cue)
        said_of = clause.cue.id == "say" and self.frame.words[clause.place - 1] in _WHAT
        if said_of and not self._glued(clause):
            agent = carried(self._agent(clause, sentence)) or agent
        if clause.cue.pronoun and self.frame.words[clause.place - 1] in markers()["what"]:
            agent = self._agent(clause, sentence) or agent  # to face what he called a plot
        if agent:
            return agent, "subject of the sentence"
        before = self._before(clause, sentence)
        if not before and clause.cue.plural:
            return self._agent(clause, sentence), "subject of the sentence"
        if not before:
            return self._agent_before(sentence), "subject of the sentence"
        return before, "speaker of the report before"

    def _in_it(self, clause: Clause) -> bool:
        """Return whether a verb says what remarks hold: in which they pointed to."""
        return self.frame.words[clause.place + 1] in markers()["back-reference"]

    def _nearest(self, clause: Clause, sentence: Sentence) -> tuple[Party, ...]:
        """Return the party named last before a participle in its sentence that it agrees with."""
        for place in range(clause.place - 1, sentence.first, -1):
            phrase = find_party(self.frame.chart, place, clause.place)
            if phrase is not None and phrase.kind in _AGENTS and self._free(place, phrase, sentence):
                meaning = self.referents.meaning(phrase)
                if agrees(self.frame, [phrase], clause.cue) and meaning.label:
                    return carried([party_of(meaning)])
        return ()

    def _agent_before(self, sentence: Sentence) -> tuple[Party, ...]:
        """Return the person whom the sentence before begins with, where nobody has spoken yet."""
        sentences = self.frame.document.sentences
        number = bisect_left(sentences, sentence.first, key=lambda each: each.first) - 1
        if number < 0 or sentences[number].kind is not SentenceKind.BODY:
            return ()
        earlier = sentences[number]
        for place in range(earlier.first, min(earlier.end, earlier.first + MAX_OPENING_TOKENS)):
            phrases = find_parties(self.frame.chart, place, earlier.end)
            if phrases and phrases[0].kind == "person" and self._free(place, phrases[0], earlier):
                return carried([party_of(meaning) for meaning in self.referents.meanings(phrases[:1])])
        return ()

    def _opening_agent(self, sentence: Sentence, end: int, cue: Cue) -> tuple[Party, ...]:
        """Return the party whom the sentence's first verb has as its subject, where this verb agrees with it."""
        start = past_opening(self.frame, sentence, end)
        place = start + 1
        first = self.frame.words[start]
        if first in _BEFORE_VERB and place < end:
            first = self.frame.words[place]
            place += 1
        if place >= end or first.startswith("ال") or self.frame.chart.name_at(start) is not None:
            return ()
        phrases = find_parties(self.frame.chart, place, end)
        if not phrases or phrases[0].span.start > self.frame.tokens[place].start:
            return ()
        agrees = first.endswith("ت") == cue.feminine and len(phrases) == 1
        if phrases[0].kind != "person" and not (agrees and phrases[0].kind in _PUBLISHES):
            return ()
        return carried([party_of(meaning) for meaning in self.referents.meanings(phrases[:1])])

    def via(self, phrases: Sequence[Phrase]) -> tuple[Party, ...]:
        """Return who passed words on: the agency or daily named before where a bare noun takes it up."""
        if not phrases:
            return ()
        return self.refers_back(phrases) or tuple([party_of(meaning) for meaning in self.referents.meanings(phrases)])

    def refers_back(self, subject: Sequence[Phrase]) -> tuple[Party, ...]:
        """Return the speaker whom a bare definite noun takes up again: the statement, the source, the spokesman."""
        phrase = subject[0]
        if len(subject) > 1 or phrase.name is not None or phrase.kind not in _TAKEN_UP or not phrase.definite:
            return ()
        if len(bare_words(self.frame.chart, phrase.first, phrase.end) - _SAME) > 1:
            return ()
        head = phrase.head.lstrip("و").removeprefix("ال")
        if phrase.kind == "text" and head in _STATEMENTS:
            issuers = (who for who in reversed(self.told) if not self._are(who[0], _PASS_ON))
            return carried(next(issuers, self.last))
        for speakers in reversed(self.told):
            if any(head in self._words(speaker) for speaker in speakers):
                return carried(speakers)
        return carried(self.last) if phrase.kind == "source" else ()

    def _are(self, speaker: Party, classes: frozenset[str]) -> bool:
        """Return whether a speaker is called by a noun of some classes: a plural of people, an agency."""
        first = fold(self.frame.document.article.words(speaker.span)).text.split()[:1]
        head = heads().get(first[0]) if first else None
        return head is not None and head["class"] in classes

    def _words(self, speaker: Party) -> set[str]:
        text = self.frame.document.article.words(speaker.span)
        return {word.removeprefix("ال") for word in fold(text).text.split()}

    def _glued(self, clause: Clause) -> bool:
        """Return whether a conjunction before the verb parts it from what stands before ("as for X, he" does not)."""
        folded = self.frame.words[clause.place]
        before = self.frame.tokens[max(0, clause.place - 8) : clause.place]
        if folded.startswith("ف") and any(token.folded in {"اما", "واما"} for token in before):
            return False
        cue = self.frame.cues.get(clause.place)
        return cue is not None and cue[1] > 0 and clause.place > 0

    def _agent(self, clause: Clause, sentence: Sentence, kinds: frozenset[str] = _AGENTS) -> tuple[Party, ...]:
        """Return the first party of the sentence that can speak."""
        governed = sentence.first  # where the last phrase behind a preposition ends
        for place in range(sentence.first, clause.place):
            phrases = find_parties(self.frame.chart, place, clause.place) if place >= governed else []
            if phrases and not self._free(place, phrases[0], sentence):
                governed = phrases[0].end
            elif phrases and phrases[0].kind in kinds:
                several = len(phrases) > 1 or phrases[0].kind in {"pair", "persons", "bodies"}
                if clause.cue.plural and not several:
                    continue
                chosen = phrases if clause.cue.plural else phrases[:1]
                return tuple(party_of(meaning) for meaning in self.referents.meanings(chosen))
        return ()

    def _free(self, place: int, phrase: Phrase, sentence: Sentence) -> bool:
        """Return whether a phrase is not governed by a preposition before it."""
        token = self.frame.tokens[place]
        if phrase.span.start > token.start and not token.folded.startswith(("و", "ف")):
            return False
        return place == sentence.first or self.frame.words[place - 1] not in _GOVERNING
