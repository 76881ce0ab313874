"""What a report does and whom it is about: by its reporting word, and by the first words of what was said."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from hudna.arabic.names.parties import Party as Phrase
from hudna.arabic.names.parties import find_parties
from hudna.arabic.names.tables import labels
from hudna.arabic.pledges.words import is_of
from hudna.arabic.speech.clause import Clause
from hudna.arabic.speech.content import Content
from hudna.arabic.speech.cues import act_words, event_words, far_act_words, markers
from hudna.arabic.speech.frame import Frame
from hudna.arabic.speech.speakers import Speakers, party_of
from hudna.model import Act, PartKind, Party
from hudna.text import Memo

ACT_WORDS: Final = 3
COMING_WORDS: Final = 4  # within which what is to come is told
FAR_WORDS: Final = 8
JUDGED_WORDS: Final = 40
MAX_ABOUT_TOKENS: Final = 10
MAX_ABOUT: Final = 3
MAX_CHARGE_TOKENS: Final = 14  # of what was said, within which whom it charges is named
TELLS: Final = frozenset(
    {"inform", "inform-2", "tell", "say", "address", "advise", "recommend"}
)  # to whom, not of whom
_THAT: Final = frozenset({"stress", "note", "support"})  # with a that-word they tell, and ask or praise nothing
_CLAUSES: Final = frozenset({"ان", "colon", "quote"})
_ONLY_REPORTS: Final = frozenset({Act.DESCRIBE, Act.ANNOUNCE})
_JUDGES: Final = frozenset({Act.ACCUSE, Act.CONDEMN, Act.THANK, Act.REJECT, Act.SUPPORT, Act.WELCOME})
_CHARGES: Final = frozenset({Act.ACCUSE, Act.CONDEMN})
_NAMES_IT: Final = frozenset({"describe"})  # cue words that call somebody something
_ENDS: Final = frozenset({"،", ",", ".", "؛", ":", '"', "«"})
_SHALL: Final = "س"
_WILL: Final = "سوف"
_ACTS: Final = frozenset({"person", "state", "body", "office", "side", "bodies", "persons", "pair"})
_IF: Final = frozenset({"اذا", "حال"})
_GLUED: Final = ("و", "ب", "ال", "وال", "بال", "لل", "ل")
_NOT: Final = frozenset({"لم", "ليس", "ليست"})
_ANY: Final = frozenset({"اي", "ايه"})
_YIELDS: Final = frozenset(
    {"نقبل", "تقبل", "يقبل", "نسمح", "تسمح", "يسمح", "نتنازل", "تتنازل", "يتنازل", "نتراجع", "تتراجع", "يتراجع"}
)
_UNJUST: Final = frozenset(
    {"مقبول", "مقبوله", "مبرر", "مبرره", "شرعي", "شرعيه", "قانوني", "قانونيه", "انساني", "انسانيه", "مسؤول", "مسووله"}
)
_OWN: Final = frozenset(
    {"بلاده", "بلادها", "بلادنا", "حكومته", "حكومتها", "حكومتنا", "نحن", "قواته", "قواتها", "قواتنا"}
)
_CALLED: Final = frozenset({"ارهابي", "ارهابيه", "ارهابيين"})
_IS_TO_BE: Final = frozenset({"سيتم", "ستتم", "سيكون", "ستكون"})


def act_of(frame: Frame, clause: Clause, content: Content) -> Act:
    """Return the act of the reporting word, or that of an early word of the content where it only reports."""
    that = frame.words[content.parts[0][0] - 1] in markers()["complementizer"]
    affirms = clause.cue.id == "affirm" and clause.cue.form == "imperfect"  # tells how things stand
    own = Act.DESCRIBE if affirms or (that and clause.cue.id in _THAT) else clause.cue.act
    if own not in _ONLY_REPORTS:
        return own
    first, end = content.parts[0]
    if _on_whom(frame, content):
        return Act.DEMAND
    acts = act_words()
    for place, word in enumerate(frame.words[first : min(end, first + ACT_WORDS)], first):
        if word[1:] in acts and _prefixed(frame, place):
            return acts[word[1:]]
        if word in acts and not _prefixed(frame, place):
            return acts[word]
    reach = JUDGED_WORDS if clause.cue.id in _NAMES_IT else FAR_WORDS  # what it is called stands last
    wide = frame.words[first : min(end, first + reach)]
    for place, word in enumerate(wide, first):
        act = _FAR_ACTS[word]
        if act is not None and not _is_undone(frame, place, act):
            return act
    act = _refusal(wide)
    if act is not None:
        return act
    if not _IF.isdisjoint(wide) and any(_answers(frame, place) for place in range(first, end)):
        return Act.THREATEN
    if own is Act.DESCRIBE:
        place = first
        soon = min(end, first + COMING_WORDS)
        while place < soon and not _is_future(frame, place):
            place += 1
        if place < soon:  # what a party will do it promises, what will happen somebody announces
            own_doing = place == first or wide[0] in _OWN or bool(_topic(frame, content))
            chosen = frame.words[place] not in _IS_TO_BE and not _befalls(frame, place)
            return Act.PROMISE if own_doing and chosen else Act.ANNOUNCE
    return own if event_words().isdisjoint(wide) else Act.ANNOUNCE


def _far_act_of(folded: str) -> Act | None:
    """Return the act that a word tells from further off, with or without the letters glued before it."""
    far = far_act_words()
    if folded in far:
        return far[folded]
    if not folded.startswith(_GLUED):
        return None
    for glued in _GLUED:
        if folded.startswith(glued) and folded[len(glued) :] in far:
            return far[folded[len(glued) :]]
    return None


_FAR_ACTS: Final = Memo(_far_act_of)


def _is_undone(frame: Frame, place: int, act: Act) -> bool:
    """Return whether a word of charging charges nobody: behind a negation, or as what cells and gunmen are called."""
    if act is not Act.ACCUSE or place == 0:
        return False
    before = frame.words[place - 1]
    return before in markers()["negation"] or (frame.words[place] in _CALLED and before in markers()["cell"])


def _refusal(words: Sequence[str]) -> Act | None:
    """Return what first words that say no do: we have got no request denies, we shall not accept rejects."""
    if words[0] in _NOT and not _ANY.isdisjoint(words[1:]):
        return Act.DENY
    if "لن" in words and any(one == "لن" and other in _YIELDS for one, other in pairwise(words)):
        return Act.REJECT
    unjust = "غير" in words and any(one == "غير" and other in _UNJUST for one, other in pairwise(words))
    return Act.CONDEMN if unjust else None


def _answers(frame: Frame, place: int) -> bool:
    """Return whether a verb tells what the speaker will do then: we shall answer, so we shall, it will answer."""
    if not frame.words[place].removeprefix("ف").startswith(_SHALL):
        return False
    stem = next((part.folded for part in frame.document.parts[place] if part.kind is PartKind.STEM), "")
    return _is_future(frame, place) and (stem.startswith("ن") or stem in {"ترد", "يرد"})


def _is_future(frame: Frame, place: int) -> bool:
    word = frame.words[place]
    if word == _WILL:
        return True
    return _SHALL in word[:2] and any(part.kind is PartKind.FUTURE for part in frame.document.parts[place])


def _befalls(frame: Frame, place: int) -> bool:
    """Return whether what a party will do is none of its choice: it will need, lose, face."""
    verb = place + (frame.words[place] == _WILL)
    parts = frame.document.parts[verb] if verb < len(frame.words) else ()
    stems = (part.folded for part in parts if part.kind is PartKind.STEM)
    return any(is_of(stem, "outcome") for stem in stems)


def _prefixed(frame: Frame, place: int) -> bool:
    parts = frame.document.parts[place]
    return bool(parts) and parts[0].kind in {PartKind.PREPOSITION, PartKind.CONJUNCTION}


def about_of(
    frame: Frame, speakers: Speakers, clause: Clause, content: Content, who: Sequence[Party], act: Act
) -> tuple[Party, ...]:
    """Return whom a report accuses, praises or asks: beside the verb, else those it judges or begins with.

    The speakers themselves are left out where what was said begins with them.
    """
    if clause.person is not None and clause.cue.id not in TELLS:
        phrases = find_parties(frame.chart, clause.person.first, max(clause.person.end, clause.content))
    elif clause.opener in _CLAUSES:
        phrases = _on_whom(frame, content) or _topic(frame, content)
        if not phrases and act in _CHARGES:
            phrases = _charged(frame, content)
    elif clause.cue.pronoun and clause.cue.id in _NAMES_IT:
        return ()  # whom the pronoun means stands before it
    elif clause.cue.act in _JUDGES or clause.cue.id in _NAMES_IT:
        phrases = _first_parties(frame, content)
    elif act in _CHARGES:
        phrases = _charged(frame, content)
    elif act is Act.DEMAND:
        phrases = _whose(frame, content)
    else:
        return ()
    meant = [party_of(each) for each in speakers.referents.meanings(phrases[:MAX_ABOUT])] if phrases else []
    if not meant and act in _CHARGES:
        meant = _by_adjective(frame, content)
    if not meant:
        return ()
    own = {speaker.label for speaker in who}
    return () if any(party.label in own for party in meant) else tuple(meant)


def _by_adjective(frame: Frame, content: Content) -> list[Party]:
    """Return the state whose adjective a charge names first: the Israeli aggression."""
    first, end = content.parts[0]
    for name in frame.chart.names_within(first, min(end, first + MAX_ABOUT_TOKENS)):
        code = (name.value.entity or "").removeprefix("nationality:").removesuffix("-adj")
        state = labels().get(f"state:{code}") if name.kind == "nationality" else None
        if state is not None and frame.words[name.first].startswith("ال"):
            return [Party(name.span, state.form, f"state:{code}", implied=True)]
    return []


def _on_whom(frame: Frame, content: Content) -> list[Phrase]:
    """Return the parties on whom it is to do something, where a clause opens with it: it is on all sides to …."""
    first, end = content.parts[0]
    if frame.words[first] != "علي":
        return []
    phrases = find_parties(frame.chart, first + 1, end)
    if not phrases or phrases[-1].end >= end or not phrases[0].definite:
        return []
    return phrases if frame.words[phrases[-1].end] == "ان" else []


def _topic(frame: Frame, content: Content) -> list[Phrase]:
    """Return the parties that what was said begins with, and goes on about."""
    first, end = content.parts[0]
    phrases = find_parties(frame.chart, first, end)
    if not phrases or phrases[-1].end >= end or phrases[0].span.start > frame.tokens[first].start:
        return []
    return phrases if all(phrase.definite and phrase.kind in _ACTS for phrase in phrases) else []


def _whose(frame: Frame, content: Content) -> list[Phrase]:
    """Return the party whose doing is asked for: the first noun stands in construct with it, the retreat of the army."""
    first, end = content.parts[0]
    if end - first < 2 or frame.words[first].startswith("ال"):
        return []
    phrases = find_parties(frame.chart, first + 1, end)
    if not phrases or phrases[0].span.start > frame.tokens[first + 1].start:
        return []
    return phrases if phrases[0].definite and phrases[0].kind in _ACTS else []


def _charged(frame: Frame, content: Content) -> list[Phrase]:
    """Return the named parties whom a charge means: not those who were shelled or killed."""
    phrases = _first_parties(frame, content, MAX_CHARGE_TOKENS)
    if not phrases or phrases[0].name is None or phrases[0].kind not in {"state", "body", "person"}:
        return []
    suffered = frame.words[phrases[0].first - 1] in markers()["event"]
    return [] if suffered else phrases


def _first_parties(frame: Frame, content: Content, reach: int = MAX_ABOUT_TOKENS) -> list[Phrase]:
    first, end = content.parts[0]
    for place in range(first, min(end, first + reach)):
        if frame.words[place] in _ENDS:
            return []
        phrases = find_parties(frame.chart, place, end)
        if phrases and phrases[0].kind not in {"nationality", "text", "place"} and phrases[0].definite:
            return phrases
    return []
