"""What the records of a document share: its names by place, its dates, who spoke last, which sides were named together."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

from hudna.arabic.names.people_named import NamedPerson
from hudna.arabic.names.reference import referents_of
from hudna.arabic.names.tables import capitals, labels
from hudna.arabic.scene.words import markers
from hudna.arabic.speech.cues import CUES
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.arabic.speech.frame import frame_of
from hudna.lexicon import Trigger
from hudna.model import (
    WORD,
    Document,
    Match,
    Name,
    Party,
    Sentence,
    SentenceKind,
    Span,
    Statement,
    TimeMention,
)
from hudna.text import fold
from hudna.text.letters import COMMAS, DASHES

_ENDS: Final = frozenset({".", "؛", ";", ":", "!", "؟", "?", "...", "…"})
OUTLETS: Final = frozenset({"newspaper", "broadcaster", "agency", "company"})
_CONJUNCTIONS: Final = frozenset({"بعد", "قبل", "منذ", "عقب"})  # before "that" they open a clause
_AND_BETWEEN: Final = "وبين"  # written like: and he made clear
MAX_SINCE_REACH: Final = 6
_STRETCH: Final = 1000  # characters; more than most statements have


def _may_part(folded: str) -> bool:
    if folded in _ENDS or folded in _CONJUNCTIONS or folded in markers()["stop"]:
        return True
    cue = CUES[folded] if folded[0] in "وف" else None
    return cue is not None and cue[1] > 0 and cue[0].form != "participle"


_PARTING: Final = Trigger(_may_part)


def scene_of(document: Document) -> "Scene":
    """Return the scene of a document, made once while its statements stay the same."""
    made: Scene | None = document.shared.get("scene")
    if made is None or made.document.statements is not document.statements or made.tokens is not document.tokens:
        made = document.shared["scene"] = Scene(document)
    made.document = document  # a later stage sees the contacts and measures that the ones before it added
    return made


def sentences_with(document: Document, trigger: Trigger) -> list[tuple[Sentence, list[int]]]:
    """Return the sentences that hold a trigger's words, litter left out, with the places of these words."""
    found: list[tuple[Sentence, list[int]]] = []
    inside: list[int] = []
    sentences = iter(document.sentences)
    end = 0
    for place in trigger.places(document):
        if place >= end:
            while place >= end:
                sentence = next(sentences)
                end = sentence.end
            inside = []
            if sentence.kind is not SentenceKind.LITTER:
                found.append((sentence, inside))
        inside.append(place)
    return found


class Scene:
    """A document laid out for the reading of acts, after its names, dates and statements."""

    # What is worked out when first asked for is kept beside its property: the compiler of the rooms that read works out
    # a `cached_property` anew each time.
    __slots__ = (
        "_cues",
        "_known_contents",
        "_known_date_starts",
        "_known_dates",
        "_known_entities",
        "_known_first_named",
        "_known_inside_names",
        "_known_mentions",
        "_known_named",
        "_known_people",
        "_known_runs",
        "_known_statement_by_cue",
        "_known_statement_by_id",
        "_known_statement_places",
        "_mentioned",
        "_parting",
        "chart",
        "document",
        "forces",
        "frame",
        "referents",
        "tokens",
        "words",
    )

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.referents = referents_of(document)
        self.chart = self.referents.chart
        self.frame = frame_of(document, self.chart)  # what the clauses of speech share
        self.words = self.frame.words
        self._cues = [match.first for match in document.statements]
        self.forces: dict[tuple[int, int], Any] = {}  # parties that use force, by token and limit, those asked for
        self._parting: dict[int, list[int]] = {}  # what parts clauses, by the first token of each sentence asked for
        self._mentioned: dict[str, tuple[Sequence[Match[Name]], Sequence[str]]] = {}
        self._known_contents: dict[tuple[str, int], list[tuple[int, int, Match[Statement]]]] | None = None
        self._known_date_starts: list[int] | None = None
        self._known_dates: dict[Span, Match[TimeMention]] | None = None
        self._known_entities: frozenset[str | None] | None = None
        self._known_first_named: dict[str, Match[Name]] | None = None
        self._known_inside_names: bytearray | None = None
        self._known_mentions: dict[str, list[NamedPerson]] | None = None
        self._known_named: dict[str, tuple[list[Match[Name]], list[int]]] | None = None
        self._known_people: frozenset[str] | None = None
        self._known_runs: dict[int, list[list[Match[Name]]]] | None = None
        self._known_statement_by_cue: dict[tuple[str, int], Match[Statement]] | None = None
        self._known_statement_by_id: dict[str, Statement] | None = None
        self._known_statement_places: dict[str, int] | None = None

    def sentence_at(self, place: int) -> Sentence:
        """Return the sentence that holds a token."""
        sentences = self.document.sentences
        return sentences[bisect_right(sentences, place, key=lambda sentence: sentence.first) - 1]

    def clause(self, place: int, sentence: Sentence) -> tuple[int, int]:
        """Return the tokens of the clause around a token: between full stops, joiners and reporting words."""
        parting = self._parting.get(sentence.first)
        if parting is None:
            may = _PARTING.within(self.document, sentence.first, sentence.end)
            parting = self._parting[sentence.first] = [each for each in may if self._parts(each, sentence)]
        before, behind = bisect_left(parting, place), bisect_right(parting, place)
        first = parting[before - 1] + 1 if before else sentence.first
        return first, parting[behind] if behind < len(parting) else sentence.end

    def _parts(self, place: int, sentence: Sentence) -> bool:
        word = self.words[place]
        if self.tokens[place].kind is not WORD:
            return word in _ENDS
        if word in markers()["stop"]:
            return True
        if word in _CONJUNCTIONS and place + 1 < sentence.end and self.words[place + 1] == "ان":
            return True
        if word[0] not in "وف" or self.chart.name_at(place) is not None or place == sentence.first:
            return False
        found = CUES[word]
        if found is None or found[1] == 0 or found[0].form == "participle":
            return False
        return word != _AND_BETWEEN or bool(self.statements_from(place))

    def date_near(self, first: int, end: int, clause: tuple[int, int], reach: int) -> Match[TimeMention] | None:
        """Return the day nearest to tokens ``first`` to ``end`` inside a clause, at most ``reach`` tokens away.

        Where the clause itself tells none, the day that "when" opens it behind is its day: in May, when X met Y.
        """
        best: tuple[int, Match[TimeMention]] | None = None
        told = self.told_in(self.tokens[first].start, self.tokens[first].field)
        number = bisect_left(self._date_starts, clause[0])
        for date in self.document.dates[number : bisect_left(self._date_starts, clause[1])]:
            if date.end > clause[1] or not self._may_date(date, first, told):
                continue
            away = max(0, date.first - end, first - date.end)
            if away <= reach and (best is None or away < best[0]):
                best = (away, date)
        if best is None and first - clause[0] <= reach and self.words[clause[0] - 1] in markers()["when"]:
            when = self._day_before(clause[0] - 1)
            return when if when is not None and when.value.latest and self._may_date(when, first, told) else None
        return best[1] if best else None

    def _may_date(self, date: Match[TimeMention], first: int, told: Match[Statement] | None) -> bool:
        """Return whether a time may tell the day of what begins at a token and is told in a statement, or in none."""
        if told is not None and not any(part.contains(date.value.span) for part in told.value.content):
            return False
        if date.kind not in {"date", "time"} or (date.value.earliest is None and date.value.latest is None):
            return False
        return not self._only_begins(date, first)

    def _day_before(self, place: int) -> Match[TimeMention] | None:
        """Return the time that ends right before a token, a comma aside."""
        end = place - (self.words[place - 1] in COMMAS)
        number = bisect_left(self._date_starts, end) - 1
        date = self.document.dates[number] if number >= 0 else None
        return date if date is not None and date.end == end else None

    def _only_begins(self, date: Match[TimeMention], first: int) -> bool:
        """Return whether a day only begins a stretch of time, or dates what began it: since 2011, since he took power in 2011."""
        since = markers()["since"]
        lower = date.first - MAX_SINCE_REACH
        for place in range(date.first, max(first if first < date.first else 0, lower) - 1, -1):
            folded = self.words[place]
            if folded in COMMAS:
                return False
            if folded in since:
                return True
        return self.words[max(0, date.first - 1)] in since

    def dates_between(self, first: int, end: int) -> Sequence[Match[TimeMention]]:
        """Return the times that begin between two tokens, in the order of the text."""
        starts = self._date_starts
        return self.document.dates[bisect_left(starts, first) : bisect_left(starts, end)]

    def date_at(self, span: Span) -> Match[TimeMention] | None:
        """Return the date that stands on a span."""
        if self._known_dates is None:
            self._known_dates = {}
            for date in self.document.dates:
                self._known_dates.setdefault(date.value.span, date)
        return self._known_dates.get(span)

    def told_in(self, start: int, field: str) -> Match[Statement] | None:
        """Return the innermost statement whose content holds a character."""
        # Only contents that begin or go on in the same stretch of the text: an article may hold thousands.
        for first, end, match in self._contents.get((field, start // _STRETCH), ()):
            if first <= start < end:
                return match
        return None

    @property
    def _contents(self) -> dict[tuple[str, int], list[tuple[int, int, Match[Statement]]]]:
        """The contents of statements by field and each stretch of characters that they touch, the shortest first."""
        if self._known_contents is None:
            self._known_contents = self._find_contents()
        return self._known_contents

    def _find_contents(self) -> dict[tuple[str, int], list[tuple[int, int, Match[Statement]]]]:
        found: defaultdict[tuple[str, int], list[tuple[int, int, Match[Statement]]]] = defaultdict(list)
        parts = [(*part, match) for match in self.document.statements for part in match.value.content]
        parts.sort(key=lambda part: part[1] - part[0])
        for start, end, field, match in parts:
            for stretch in range(start // _STRETCH, end // _STRETCH + 1):
                found[field, stretch].append((start, end, match))
        return found

    @property
    def _date_starts(self) -> list[int]:
        if self._known_date_starts is None:
            self._known_date_starts = self._find_date_starts()
        return self._known_date_starts

    def _find_date_starts(self) -> list[int]:
        return [date.first for date in self.document.dates]

    def statements_from(self, place: int) -> Sequence[Match[Statement]]:
        """Return the statements that begin at a token."""
        return self.document.statements[bisect_left(self._cues, place) : bisect_right(self._cues, place)]

    @property
    def statement_by_cue(self) -> dict[tuple[str, int], Match[Statement]]:
        """The first statement by the character that its word begins at."""
        if self._known_statement_by_cue is None:
            self._known_statement_by_cue = self._find_statement_by_cue()
        return self._known_statement_by_cue

    def _find_statement_by_cue(self) -> dict[tuple[str, int], Match[Statement]]:
        found: dict[tuple[str, int], Match[Statement]] = {}
        for match in self.document.statements:
            cue = match.value.cue
            if cue is not None:
                found.setdefault((cue.field, cue.start), match)
        return found

    def speaker_before(self, place: int, sentence: Sentence, *, reach: int = 1) -> tuple[int, Sequence[Party]]:
        """Return the last speaker reported before a token, not more than ``reach`` sentences back, with the cue's place."""
        number = bisect_right(self._cues, place) - 1
        while number >= 0:
            match = self.document.statements[number]
            earliest = self.document.sentences[max(0, sentence.index - reach)].first
            if match.first < earliest:
                break
            if match.first < place:
                return match.first, match.value.speakers
            number -= 1
        return -1, ()

    def from_negation(self, place: int, reach: int) -> int:
        """Return the nearest negation within so many words before a token, so that what it turns is shown with it.

        The token itself where none stands there, in its field and with no mark between.
        """
        for at in range(place - 1, max(-1, place - 1 - reach), -1):
            token = self.tokens[at]
            if token.kind is not WORD or token.field is not self.tokens[place].field:
                break
            if token.folded in speech_markers()["negation"]:
                return at
        return place

    @property
    def entities(self) -> frozenset[str | None]:
        """What the names of the document stand for."""
        if self._known_entities is None:
            self._known_entities = self._find_entities()
        return self._known_entities

    def _find_entities(self) -> frozenset[str | None]:
        return frozenset(name.value.entity for name in self.document.names)

    @property
    def mentions(self) -> dict[str, list[NamedPerson]]:
        """The mentions of people with their offices, by the label of the person."""
        if self._known_mentions is None:
            self._known_mentions = self._find_mentions()
        return self._known_mentions

    def _find_mentions(self) -> dict[str, list[NamedPerson]]:
        found: defaultdict[str, list[NamedPerson]] = defaultdict(list)
        for person in self.referents.people:
            found[person.name.value.label].append(person)
        return found

    def named_with(self, label: str) -> Sequence[Match[Name]]:
        """Return the names that stand inside the mentions of a person, each of a kind and entity once."""
        return self._told_with(label)[0]

    def written_with(self, label: str) -> Sequence[str]:
        """Return the mentions of a person with their offices, folded, each once."""
        return self._told_with(label)[1]

    def _told_with(self, label: str) -> tuple[Sequence[Match[Name]], Sequence[str]]:
        told = self._mentioned.get(label)
        if told is None:
            spans = [person.party.span for person in self.mentions.get(label, ())]
            names = {(name.kind, name.value.entity): name for span in spans for name in self.names_within(span)}
            texts = dict.fromkeys(self.document.article.words(span) for span in spans)
            told = self._mentioned[label] = (*names.values(),), [fold(text).text for text in texts]
        return told

    @property
    def inside_names(self) -> bytearray:
        """By token whether it goes on a name that begins before it."""
        if self._known_inside_names is None:
            self._known_inside_names = self._find_inside_names()
        return self._known_inside_names

    def _find_inside_names(self) -> bytearray:
        found = bytearray(len(self.tokens) + 1)
        for name in self.document.names:
            inside = name.end - name.first - 1
            if inside > 0:
                found[name.end - inside : name.end] = b"\1" * inside
        return found

    def names_within(self, span: Span) -> list[Match[Name]]:
        """Return the names that lie inside a span."""
        names, starts = self._named[span.field]
        inside = names[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        return [name for name in inside if span.contains(name.value.span)]

    @property
    def _named(self) -> dict[str, tuple[list[Match[Name]], list[int]]]:
        """The names of each field in order, with where they start."""
        if self._known_named is None:
            self._known_named = self._find_named()
        return self._known_named

    def _find_named(self) -> dict[str, tuple[list[Match[Name]], list[int]]]:
        by_field: defaultdict[str, list[Match[Name]]] = defaultdict(list)
        for name in self.document.names:
            by_field[name.value.span.field].append(name)
        found: defaultdict[str, tuple[list[Match[Name]], list[int]]] = defaultdict(lambda: ([], []))
        for field, names in by_field.items():
            names.sort(key=lambda name: name.value.span.start)
            found[field] = names, [name.value.span.start for name in names]
        return found

    @property
    def statement_by_id(self) -> dict[str, Statement]:
        """The statements by their id."""
        if self._known_statement_by_id is None:
            self._known_statement_by_id = self._find_statement_by_id()
        return self._known_statement_by_id

    def _find_statement_by_id(self) -> dict[str, Statement]:
        return {match.value.id: match.value for match in self.document.statements}

    @property
    def statement_places(self) -> dict[str, int]:
        """The places of the statements in their order, by id."""
        if self._known_statement_places is None:
            self._known_statement_places = self._find_statement_places()
        return self._known_statement_places

    def _find_statement_places(self) -> dict[str, int]:
        return {match.value.id: place for place, match in enumerate(self.document.statements)}

    def is_person(self, party: Party) -> bool:
        """Return whether a party is a person the tables or the article name."""
        if party.entity is not None:
            return party.entity.startswith("person:")
        return party.label in self._people

    @property
    def _people(self) -> frozenset[str]:
        if self._known_people is None:
            self._known_people = self._find_people()
        return self._known_people

    def _find_people(self) -> frozenset[str]:
        return frozenset(name.value.label for name in self.document.names if name.kind == "person")

    def may_meet(self, party: Party) -> bool:
        """Return whether a speaker is one who can take part in a contact: a person, a state or its capital, a body but no outlet."""
        if self.is_person(party):
            return True
        row = labels().get(party.entity or "")
        if row is not None and row.kind == "place":
            return row.id in capitals()
        return row is not None and row.kind in {"state", "body"} and row["class"] not in OUTLETS

    def states_before(self, place: int, count: int) -> list[Match[Name]]:
        """Return the ``count`` states last named together before a token, by their names or adjectives."""
        runs = self._runs.get(count, [])
        number = bisect_left(runs, place, key=lambda run: run[-1].first)
        return runs[number - 1] if number else []

    @property
    def first_named(self) -> dict[str, Match[Name]]:
        """The first name of each entity, that of a state its adjective as well."""
        if self._known_first_named is None:
            self._known_first_named = self._find_first_named()
        return self._known_first_named

    def _find_first_named(self) -> dict[str, Match[Name]]:
        found: dict[str, Match[Name]] = {}
        for name in self.document.names:
            for key in (name.value.entity, state_of(name)):
                if key is not None:
                    found.setdefault(key, name)
        return found

    @property
    def _runs(self) -> dict[int, list[list[Match[Name]]]]:
        """The states named together, in the order of the text, by their number."""
        if self._known_runs is None:
            self._known_runs = self._find_runs()
        return self._known_runs

    def _find_runs(self) -> dict[int, list[list[Match[Name]]]]:
        runs: list[list[Match[Name]]] = []
        end = -1
        for name in self.document.names:
            if name.kind not in {"state", "nationality"} or name.first < end:
                continue
            joined = self.chart.glued(name) == "و" and name.first == end
            dashed = name.first == end + 1 and self.words[end] in COMMAS | DASHES
            if runs and (joined or dashed):
                runs[-1].append(name)
            else:
                runs.append([name])
            end = name.end
        distinct: defaultdict[int, list[list[Match[Name]]]] = defaultdict(list)
        for run in runs:
            if len(run) > 1 and len({state_of(name) for name in run} - {None}) == len(run):
                distinct[len(run)].append(run)
        return distinct


def state_of(name: Match[Name]) -> str | None:
    """Return the key of the state that a name or adjective names, None where it names none."""
    entity = name.value.entity or ""
    if name.kind == "state":
        return entity
    key = "state:" + entity.removeprefix("nationality:").removesuffix("-adj")
    return key if name.kind == "nationality" and key in labels() else None
