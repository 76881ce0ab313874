"""Nouns that report: "the call of X for …", "the charge of X that …"."""

from typing import Final

from hudna.arabic.names.parties import Party, find_parties, find_party
from hudna.arabic.speech.asides import past_phrase
from hudna.arabic.speech.clause import Clause
from hudna.arabic.speech.cue import Cue
from hudna.arabic.speech.cues import markers
from hudna.arabic.speech.frame import Frame
from hudna.arabic.speech.openers import is_glued
from hudna.arabic.speech.subjects import is_capital, subject_before
from hudna.model import WORD, Act, PartKind, Sentence
from hudna.text.letters import COMMAS

MAX_MAKER_TOKENS: Final = 8  # of whoever makes a charge
MAX_GIVER_TOKENS: Final = 14  # from a verb of directing to what it directs
_OVER: Final = frozenset({"بشان", "حول", "بخصوص"})
_SPEAKS: Final = frozenset({"person", "state", "body", "office", "persons", "bodies", "pair", "side"})
_BARE_OBJECT: Final = frozenset({"state", "person"})


def read_noun(frame: Frame, cue: Cue, place: int, sentence: Sentence) -> Clause | None:
    """Return the clause of a noun of saying: its speaker in construct with it, and what opens the content."""
    giver = _giver(frame, place, sentence)
    if giver:
        return _given(frame, cue, place, sentence, giver)
    first = place + 2 if place + 1 < sentence.end and frame.words[place + 1] == "من" else place + 1
    speakers = tuple(find_parties(frame.chart, first, _before_whom(frame, cue, first, sentence.end)))
    if not speakers or not all(_speaks(frame, party) for party in speakers):
        return None
    position = _past_days(frame, speakers[-1].end, sentence.end)
    if position >= sentence.end:
        return None
    opened = _opener(frame, cue, position, sentence.end, speakers[-1])
    if opened is None:
        return None
    content, cut, opener = opened
    person = find_party(frame.chart, position, sentence.end) if opener == "ل" and cue.id == "accuse" else None
    if person is not None and person.end < sentence.end and is_glued(frame, person.end, "ب"):
        content, cut, opener = person.end, 1, "ب"  # the charge of X to Y of having
    return Clause(cue, place, speakers, (place + 1, position), content, cut, opener, person, None, None, ())


def _giver(frame: Frame, place: int, sentence: Sentence) -> tuple[Party, ...]:
    """Return who directs, issues or exchanges what a noun of saying names: X directed a charge at …; none elsewhere."""
    gives = markers()["gives"]
    if frame.words[place].startswith("و"):
        return ()
    for verb in range(place - 1, max(sentence.first, place - MAX_GIVER_TOKENS) - 1, -1):
        word = frame.words[verb]
        if word in gives or (word.startswith(("و", "ف")) and word[1:] in gives):
            first = verb + 1
            while first < place and frame.chart.dated[first]:
                first += 1
            parties = tuple(find_parties(frame.chart, first, place))
            if not parties and first == place:
                parties = tuple(subject_before(frame, verb, sentence))
            behind = _past_days(frame, parties[-1].end, place + 1) if parties and parties[-1].first > verb else place
            spoken = parties and all(_speaks(frame, party) for party in parties)
            return parties if spoken and behind == place else ()
        if frame.tokens[verb].kind is not WORD and word not in COMMAS:
            return ()
    return ()


def _given(frame: Frame, cue: Cue, place: int, sentence: Sentence, giver: tuple[Party, ...]) -> Clause | None:
    """Return the clause of a noun of saying that somebody directs at somebody: a warning to X of …."""
    position = place + 1
    if position < sentence.end and _is_quality(frame, position):
        position += 1
    if position >= sentence.end:
        return None
    person = None
    if frame.words[position] == "الي" or (frame.words[position].startswith("ل") and "ل" in cue.frames):
        start = position + (frame.words[position] == "الي")
        person = find_party(frame.chart, start, sentence.end)
        if person is not None and person.end < sentence.end:
            opened = _behind_charge(frame, cue, person.end) or _opener(frame, cue, person.end, sentence.end, person)
            if opened is not None and (opened[2] != "ل" or cue.act is Act.DEMAND):
                return Clause(cue, place, giver, (place + 1, position), *opened, person, None, None, ())
        if "ل" not in cue.frames or cue.id == "accuse":
            return None  # a charge that nobody tells
        cut = 0 if start > position else 1
        opener = "ل" if cut else "الي"
        return Clause(cue, place, giver, (place + 1, position), start, cut, opener, person, None, None, ())
    opened = _behind_charge(frame, cue, position) or _opener(frame, cue, position, sentence.end, giver[-1])
    return Clause(cue, place, giver, (place + 1, position), *opened, None, None, None, ()) if opened else None


def _behind_charge(frame: Frame, cue: Cue, position: int) -> tuple[int, int, str] | None:
    """Return the opener behind a charge: of having done it, about it; None for any other noun."""
    if cue.id != "accuse":
        return None
    if frame.words[position] in _OVER and position + 1 < len(frame.words):
        return position + 1, 0, "ب"
    return (position, 1, "ب") if is_glued(frame, position, "ب") else None


def _is_quality(frame: Frame, place: int) -> bool:
    """Return whether an adjective goes with an indefinite noun before it: a sharp warning, sharp words of blame."""
    token = frame.tokens[place]
    ends = token.folded.endswith(("ا", "ه")) and not token.folded.startswith(("ال", "لل", "ب"))
    return token.kind is WORD and ends and not frame.chart.starts.get(place)


def _before_whom(frame: Frame, cue: Cue, first: int, limit: int) -> int:
    """Return the token of whom a charge or criticism is made to, where its maker's phrase ends; else ``limit``."""
    if "ل" not in cue.frames:
        return limit
    near = range(first + 1, min(limit, first + MAX_MAKER_TOKENS))
    return next((place for place in near if _is_whom(frame, place)), limit)


def _is_whom(frame: Frame, place: int) -> bool:
    name = frame.chart.name_at(place)
    return name is not None and name.kind in {"state", "person"} and frame.chart.glued(name) == "ل"


def _speaks(frame: Frame, party: Party) -> bool:
    """Return whether a phrase can stand in construct with a noun of saying as its speaker."""
    token = frame.tokens[party.first]
    glued = frame.document.article.words(token.span)[: party.span.start - token.start]
    return (party.kind in _SPEAKS or is_capital(party)) and party.definite and glued in {"", "و"}


def _past_days(frame: Frame, position: int, limit: int) -> int:
    """Return the token after days and marks behind the speaker."""
    while position < limit:
        beyond = past_phrase(frame, position, limit)
        if beyond == position and not (frame.chart.dated[position] or frame.words[position] in COMMAS):
            break
        position = max(beyond, position + 1)
    return position


def _opener(frame: Frame, cue: Cue, position: int, limit: int, speaker: Party) -> tuple[int, int, str] | None:
    """Return where the content starts, what is cut from its first word, and what opened it."""
    token = frame.tokens[position]
    if token.folded in markers()["complementizer"]:
        return (position + 1, 0, "ان") if "ان" in cue.frames and position + 1 < limit else None
    if token.folded in cue.frames and token.folded in markers()["preposition"]:
        return (position + 1, 0, token.folded) if position + 1 < limit else None
    parts = frame.document.parts[position]
    if parts and parts[0].kind is PartKind.PREPOSITION:
        letter = parts[0].folded
        return (position, 1, letter) if letter in cue.frames else None
    if "object" not in cue.frames or token.kind is not WORD or (parts[:1] and parts[0].kind is PartKind.CONJUNCTION):
        return None
    plain = token.folded not in markers()["adjunct"] | markers()["relative"] | {"في", "من", "عن", "علي", "الي", "ضد"}
    bare = not token.folded.startswith("ال") or (speaker.kind in _BARE_OBJECT and position == speaker.end)
    return (position, 0, "object") if plain and bare and position == speaker.end else None
