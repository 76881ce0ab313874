"""What the present tense sets for a day to come: on Sunday X visits the town, Y opens the conference tomorrow."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from hudna.arabic.pledges.behind import not_visited, sides_behind
from hudna.arabic.pledges.dated import end_before_due, scheduled
from hudna.arabic.pledges.draft import Draft
from hudna.arabic.pledges.events import read_event, runs
from hudna.arabic.pledges.relatives import RELATIVES
from hudna.arabic.pledges.what import QUOTES, STOPS, due_near, end_of_what, limit_of
from hudna.arabic.pledges.whose import Own, as_party, sides_before
from hudna.arabic.pledges.words import OWNERS, is_of, markers
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import find_cue
from hudna.model import Act, Document, Match, Mode, Sentence, SentenceKind, Statement, TimeMention, TimeType
from hudna.model.frozen import replace
from hudna.text.letters import COMMAS

RULE: Final = "<imperfect> <day to come>"
ANNOUNCED_RULE: Final = "<announced act> <day to come>"
MAX_ACT_REACH: Final = 18
MAX_VERB_REACH: Final = 16
MAX_DAY_REACH: Final = 6  # the day of what stands further off is that of something else
MAX_CUE_REACH: Final = 16
MAX_THINKING_REACH: Final = 6
MIN_STEM_LETTERS: Final = 3
_PERSONS: Final = frozenset({"ي", "ت"})
EVERY_WORDS: Final = 2
_OF_EVERY: Final = ("من", "كل")
_ANNOUNCING: Final = frozenset({"announce", "disclose"})
_THAT: Final = frozenset({"ان", "بان"})
_NOT_SET: Final = RELATIVES | {"لا", "لم", "لن", "قد", "ان", "ما", "كان", "كانت", "هل"}
_OPENERS: Final = STOPS | COMMAS | QUOTES | {"حيث", "ثم", "كما", "فيما", "بينما", "و"}
_DAYS: Final = frozenset({TimeType.DATE, TimeType.TIME})


def days_to_come(document: Document) -> Sequence[Match[TimeMention]]:
    """Return the days of an article that lie after its publication: only beside one does the present tense set anything."""
    published = document.published.latest
    if published is None:
        return ()
    return [
        date
        for date in document.dates
        if date.value.type in _DAYS
        and date.value.earliest is not None
        and date.value.latest is not None
        and date.value.earliest > published
    ]


def read_coming(scene: Scene, dates: Sequence[Match[TimeMention]]) -> Iterator[Draft]:
    """Yield what verbs in the present tense set for days to come, by whom they name."""
    sentences = scene.document.sentences
    for date in dates:
        sentence = sentences[bisect_right(sentences, date.first, key=lambda each: each.first) - 1]
        if sentence.kind is SentenceKind.LITTER:
            continue
        verb = _verb_before(scene, date.first, sentence)
        draft = _coming(scene, verb, sentence, date) if verb is not None else _announced(scene, sentence, date)
        if draft is not None:
            yield draft


def _announced(scene: Scene, sentence: Sentence, date: Match[TimeMention]) -> Draft | None:
    """Return an act that somebody announces for a day: announced the halting of its flights from Thursday on."""
    told = scene.told_in(scene.tokens[date.first].start, scene.tokens[date.first].field)
    if told is None or told.value.act is not Act.ANNOUNCE or told.value.mode is Mode.ATTITUDE:
        return None
    start = told.value.content[0].start
    reach = range(date.first - 1, max(sentence.first, date.first - MAX_ACT_REACH) - 1, -1)
    first = next((at for at in reach if scene.tokens[at].start <= start < scene.tokens[at].end), None)
    if first is None or not _is_own_act(scene, first) or not _announces(scene, told, first):
        return None
    who = Own(scene, told).speakers
    end = end_of_what(scene, first, limit_of(scene, first, sentence))
    due = due_near(scene, first, end, sentence, sentence.end)
    if not who or end == first or due is None or due.first != date.first:
        return None
    return replace(scheduled(scene, first, end, who, told, date, ANNOUNCED_RULE), end=max(end, date.end))


def _announces(scene: Scene, told: Match[Statement], place: int) -> bool:
    """Return whether the word of a statement before a token is one of announcing, and of what has been announced."""
    cue = told.value.cue
    near = scene.tokens[max(0, place - MAX_CUE_REACH) : place] if cue is not None else ()
    token = next((t for t in near if cue is not None and t.end == cue.end and t.field is cue.field), None)
    found = find_cue(token) if token is not None else None
    if token is None or found is None or found[0].id not in _ANNOUNCING:
        return False
    return token.i == 0 or scene.words[token.i - 1] not in _THAT


def _is_own_act(scene: Scene, place: int) -> bool:
    """Return whether a noun of an act begins what is announced, no election: the sending of, its holding of."""
    word = scene.words[place].removeprefix("ب").removeprefix("ل") if place else ""
    act = markers()["act"] | markers()["undertaken"]
    stands = {
        scene.words[place],
        word,
        *(each.removesuffix(owner) for owner in OWNERS for each in (scene.words[place],)),
    }
    return not act.isdisjoint(stands) and scene.words[place + 1] not in markers()["vote"]


def _verb_before(scene: Scene, place: int, sentence: Sentence) -> int | None:
    """Return the verb of coming, opening, sending that the clause of a day begins with."""
    for verb in range(place - 1, max(sentence.first, place - MAX_VERB_REACH) - 1, -1):
        if scene.words[verb] in STOPS or verb in scene.frame.cues:
            return None
        if _is_coming(scene.words[verb]) or runs(scene.words[verb]):
            return verb
    return None


def _is_coming(word: str) -> bool:
    bare = word.removeprefix("و")
    return bare[:1] in _PERSONS and len(bare) > MIN_STEM_LETTERS and (is_of(bare, "deed") or is_of(bare, "coming"))


def _coming(scene: Scene, verb: int, sentence: Sentence, date: Match[TimeMention]) -> Draft | None:
    opens = verb == sentence.first or scene.words[verb][0] == "و" or scene.words[verb - 1] in _OPENERS
    near = scene.words[max(sentence.first, verb - MAX_THINKING_REACH) : verb]
    if tuple(scene.words[date.end : date.end + EVERY_WORDS]) == _OF_EVERY:
        return None  # on the fifth of May of every year
    if scene.words[max(verb - 1, 0)] in _NOT_SET or not markers()["vote"].isdisjoint(scene.words[verb : date.end]):
        return None
    if not markers()["thinking"].isdisjoint(near) or not markers()["expected"].isdisjoint(near):
        return None
    sides = not_visited(scene, verb, sides_behind(scene, verb + 1, sentence)) if opens else []
    behind = max((side.end for side in sides), default=verb)
    event = read_event(scene, verb, sentence, date) if opens and not sides else None
    if event is not None or not _is_coming(scene.words[verb]):
        return event
    sides = sides or sides_before(scene, verb, sentence)
    if date.first - behind > MAX_DAY_REACH:
        return None
    end = end_before_due(scene, verb, sentence, date)
    if not sides or end is None:
        return None
    told = scene.told_in(scene.tokens[verb].start, scene.tokens[verb].field)
    who = tuple(as_party(side) for side in sides)
    return replace(scheduled(scene, verb, end, who, told, date, RULE), end=max(end, date.end))
