"""What a speaker tells of an undertaking that is his to hold: the operation will go on, the evacuation will begin."""

from typing import Final

from hudna.arabic.names.tables import labels
from hudna.arabic.pledges.draft import Draft
from hudna.arabic.pledges.going_on import affirms
from hudna.arabic.pledges.what import QUOTES, STOPS, condition_near, due_near, end_of_what, span_of
from hudna.arabic.pledges.whose import Own, may_strike
from hudna.arabic.pledges.words import OWNERS, is_of, markers
from hudna.arabic.scene import Scene
from hudna.model import Act, Manner, Match, Mode, Name, PledgeKind, Sentence, Span, Statement
from hudna.text.letters import COMMAS

MAX_HEAD_REACH: Final = 12
_THAT: Final = frozenset({"ان", "بان", "وان", "وبان", "فان"})
_OWNERS: Final = (*OWNERS, "نا")
_NOT_TOLD: Final = frozenset(
    {Act.WARN, Act.ACCUSE, Act.CONDEMN, Act.DEMAND, Act.PROPOSE, Act.ASK, Act.DENY, Act.CONCEDE}
)
_SIDES: Final = frozenset({"person", "body", "state", "nationality"})
_ANY_PERSON: Final = frozenset("يت")


def read_held(
    scene: Scene,
    place: int,
    verb: int,
    own: Own,
    told: Match[Statement],
    sentence: Sentence,
    limit: int,
    *,
    never: bool,
) -> Draft | None:
    """Return a promise that an undertaking will go on, begin or take place, by a speaker who may hold it.

    Its subject stands before the verb, right behind "that", and names nobody else.
    """
    stem = scene.words[verb] if verb > place else scene.words[verb].lstrip("وف")[1:]
    if stem[:1] not in _ANY_PERSON or not is_of(stem, "ends" if never else "goes"):
        return None
    value = told.value
    if value.mode is Mode.ATTITUDE or not _is_told(told, scene, place) or not _may_hold(scene, own):
        return None
    head = _head(scene, place, sentence, own)
    if head is None:
        return None
    end = end_of_what(scene, head, limit)
    if end <= verb:
        return None
    return Draft(
        kind=PledgeKind.PROMISE,
        who=own.speakers,
        first=place,
        end=end,
        what=span_of(scene, head, end),
        trigger=scene.tokens[verb].span,
        date=due_near(scene, verb, end, sentence, limit),
        condition=condition_near(scene, place, end, sentence, limit),
        told=value.id,
        hedges=value.hedges,
        rule="<undertaking> <future>",
    )


def _is_told(told: Match[Statement], scene: Scene, place: int) -> bool:
    """Return whether a statement tells what is: a demand does not, but who stresses "that it will" affirms it."""
    act = told.value.act
    return act not in _NOT_TOLD or (act is Act.DEMAND and affirms(scene, told, place))


def _may_hold(scene: Scene, own: Own) -> bool:
    """Return whether a speaker may have undertakings of his own: he speaks for a state or a body, and can act."""
    if not own.speakers or not all(may_strike(scene, party) for party in own.speakers):
        return False
    bodies = all((row := labels().get(party.entity or "")) is not None and row.kind == "body" for party in own.speakers)
    return bool(own.countries) or bodies or own.leads_some()


def _head(scene: Scene, place: int, sentence: Sentence, own: Own) -> int | None:
    """Return the noun of the undertaking that is the subject before a verb, right behind "that" or where words begin."""
    start = own.told.value.content[0]
    for at in range(place - 1, max(sentence.first, place - MAX_HEAD_REACH) - 1, -1):
        token = scene.tokens[at]
        if token.folded in STOPS | COMMAS or (at in scene.frame.cues and token.folded not in markers()["held"]):
            return None
        before = scene.words[at - 1] if at > sentence.first else ""
        opens = own.told.value.manner is Manner.DIRECT and token.field is start.field and token.start == start.start
        if opens or before in _THAT or (before in QUOTES and at > 1 and scene.words[at - 2] in _THAT):
            its_own = bool(own.countries) and own.has(at + 1, place)
            held = _is_undertaking(token.folded) and _names_nobody_else(scene, at, place, own)
            return at if its_own or held else None
    return None


def _is_undertaking(word: str) -> bool:
    held = markers()["held"]
    if word in held or word.removeprefix("ال") in held:
        return True
    return any(word.endswith(owner) and _stands_owned(word.removesuffix(owner)) for owner in _OWNERS)


def _stands_owned(word: str) -> bool:
    """Return whether a noun before a pronoun is an undertaking: his campaign, our efforts."""
    owned = markers()["held"] | markers()["held-own"]
    return word in owned or (word.endswith("ت") and word[:-1] + "ه" in owned)


def _names_nobody_else(scene: Scene, head: int, place: int, own: Own) -> bool:
    """Return whether no side but the speaker's own is named in a subject; a land or town only tells where."""
    span = Span(scene.tokens[head].start, scene.tokens[place - 1].end, scene.tokens[head].field)
    return all(_fits(scene, name, head, own) for name in scene.names_within(span))


def _fits(scene: Scene, name: Match[Name], head: int, own: Own) -> bool:
    if name.kind not in _SIDES or own.owns(name):
        return True
    inside = name.value.span.start > scene.tokens[name.first].start and scene.words[name.first][0] == "ب"
    return name.first > head and (inside or scene.words[name.first - 1] in markers()["where"])
