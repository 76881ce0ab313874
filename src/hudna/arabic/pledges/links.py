"""Where what is pledged begins: behind a preposition, behind "that", or right behind who pledges it."""

from typing import Final

from hudna.arabic.pledges.what import QUOTES, STOPS
from hudna.arabic.pledges.words import markers
from hudna.arabic.scene import Scene
from hudna.model import WORD, PartKind
from hudna.text.letters import COMMAS

MAX_LINK_REACH: Final = 9
MAX_ACT_REACH: Final = 18  # so far off only an act can be what is pledged
MAX_RELATIVE_REACH: Final = 16
_TO_ACT: Final = frozenset({"resolve", "intend"})
_BY: Final = frozenset({"بحسب", "حسب", "وفق", "وفقا", "حسبما", "كما"})
_FAR: Final = frozenset({"subject"})
_RELATIVES: Final = frozenset({"الذي", "التي", "الذين"})
_BY_SAYING: Final = "بالقول"
TO_DO: Final = "علي"
_THAT: Final = frozenset({"بان", "بانه", "بانها", "ان", "بانهم", "بانهما", "انه", "انها", "بالا", "الا"})
_TO_AN_ACT: Final = frozenset({"we", "joint", "consent"})
_OF_AN_ACT: Final = frozenset({"subject", "owned", "affirmed", "resolved", "participle", "oneself", "given"})
THREATENS: Final = "threatens"  # what stands right behind it is whom or what it threatens
_WHAT_IS_THERE: Final = frozenset({"هذه", "هذا", "ذلك", "تلك", "معظم", "كثير", "بعض", "كل", "جميع"})
_SECURITY: Final = "امن"
_OF_WORLD: Final = frozenset({"العالمي", "الدولي", "القومي", "الوطني", "الاقليمي", "والاستقرار", "والسلم", "المنطقه"})
_AT_ONCE: Final = frozenset({"warn", "goes-on", "postpones"})
_GIVEN: Final = frozenset({"object", "grace", "granting", "hours"})


def link(scene: Scene, place: int, limit: int, frame: str) -> int | None:
    """Return the token that begins what is pledged from a token on, None where nothing is."""
    if frame in _AT_ONCE:
        return place
    if frame == "vow":
        return place + (scene.words[place] == TO_DO or scene.words[place] in _THAT)  # found before who swears
    if frame in _TO_ACT:
        while place < limit - 1 and scene.chart.dated[place]:
            place += 1  # decided on Friday to
        word = scene.words[place]
        return place if is_act(scene, place) or (word[0] == "ل" and word[1:] in markers()["act"]) else None
    place = _behind_source(scene, _behind_relative(scene, place, limit), limit)
    for start in range(place, min(place + MAX_ACT_REACH, limit - 1)):
        word = scene.words[start]
        if start >= place + MAX_LINK_REACH and not (frame in _FAR and _by_an_act(scene, start)):
            if word in STOPS or start in scene.frame.cues:
                return None
            continue
        if word in STOPS or word == _BY_SAYING or start in scene.frame.cues:
            return None  # what somebody else, or he himself, says of it
        if frame == "noun" and word in COMMAS and not _behind_bi(scene, start + 1):
            return None
        if frame in _TO_AN_ACT and word == TO_DO:
            act = start + 1 + (scene.words[start + 1] in QUOTES)
            if frame != "joint" or names_what_to_do(scene, act):
                return act
        if frame == "noun" and start == place and scene.words[start].startswith("ال") and is_act(scene, start):
            return start
        if frame in _OF_AN_ACT and all(word in QUOTES for word in scene.words[place:start]):
            act = start + (word == TO_DO)
            if is_act(scene, act):
                return act
        if word[0] == "ب" and word[1:] in markers()["hostile"]:
            return start
        if frame in _GIVEN and word != "في" and scene.chart.name_at(start) is None:
            return start
        if frame not in {"joint", "consent"} and (
            word in _THAT
            or (_behind_bi(scene, start) and not _clitic_name(scene, start) and not _names(scene, start - 1))
        ):
            return start + 1 if word in _THAT else start
        if frame == "state":
            return None
    return None


def _behind_source(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind words between commas that say who tells it: agreed, according to a statement, to."""
    if place + 1 >= limit or scene.words[place] not in COMMAS or scene.words[place + 1] not in _BY:
        return place
    reach = range(place + 2, min(place + MAX_RELATIVE_REACH, limit - 1))
    return next((at + 1 for at in reach if scene.words[at] in COMMAS), place)


def _by_an_act(scene: Scene, place: int) -> bool:
    """Return whether an act stands behind the preposition glued to it."""
    return _behind_bi(scene, place) and scene.words[place][1:].removeprefix("ال") in markers()["act"]


def _behind_relative(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind a relative clause that says more of who pledges: X, whom Y opposes, pledged."""
    place += scene.words[place] in COMMAS and scene.words[place + 1] in _RELATIVES
    if scene.words[place] not in _RELATIVES:
        return place
    reach = range(place, min(place + MAX_RELATIVE_REACH, limit - 1))
    comma = next((at for at in reach if scene.words[at] in COMMAS), None)
    return comma + 1 if comma is not None and _behind_bi(scene, comma + 1) else place


def endangers(scene: Scene, place: int) -> bool:
    """Return whether a verb at a token has for its object what is endangered: the chances of, the security of the world."""
    if place + 2 >= len(scene.tokens):
        return False
    word = scene.words[place + 1].removeprefix("ال")
    return word in markers()["endangered"] or (word == _SECURITY and scene.words[place + 2] in _OF_WORLD)


def is_act(scene: Scene, place: int) -> bool:
    """Return whether a word names an act that people bind themselves to: going on, the co-operation."""
    return scene.words[place].removeprefix("ال") in markers()["act"]


def is_opinion(scene: Scene, place: int) -> bool:
    """Return whether what people agree on is a view of things rather than an act to come."""
    return scene.words[place] in markers()["opinion"]


def names_what_to_do(scene: Scene, place: int) -> bool:
    """Return whether a word may name what is to be done: a noun without the article, or one of an act."""
    token = scene.tokens[place]
    if token.folded in _WHAT_IS_THERE:
        return False  # on these matters, on most of them
    return token.kind is WORD and (not token.folded.startswith("ال") or is_act(scene, place))


def is_linked(scene: Scene, place: int) -> bool:
    """Return whether a word stands behind a preposition, a quotation mark or a colon, or tells of force."""
    word = scene.words[place]
    return _behind_bi(scene, place) or scene.words[place - 1] in QUOTES | STOPS or word[1:] in markers()["hostile"]


def _behind_bi(scene: Scene, place: int) -> bool:
    """Return whether a word stands behind the preposition glued to it, rather than begins with its letter."""
    parts = scene.document.parts[place]
    if scene.words[place] in markers()["adverbial"]:
        return False  # because of, with regard to
    alone = scene.words[place] == "ب"
    return alone or (bool(parts) and parts[0].kind is PartKind.PREPOSITION and parts[0].folded == "ب")


def _names(scene: Scene, place: int) -> bool:
    """Return whether a word says by what name somebody goes: those whom it called."""
    return scene.words[place] in markers()["naming"]


def _clitic_name(scene: Scene, place: int) -> bool:
    name = scene.chart.name_at(place)
    return name is not None and not scene.chart.glued(name)
