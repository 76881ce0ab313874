"""Who affirms that he goes on: X stressed the continuation of its activities, affirmed that his country goes on with."""

from typing import Final

from hudna.arabic.contacts.sides import read_sides
from hudna.arabic.pledges.bound import Found, Reading
from hudna.arabic.pledges.whose import Own, as_party, may_strike
from hudna.arabic.pledges.words import OWNERS, markers
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import find_cue
from hudna.model import Match, Party, Statement
from hudna.text import fold_word

MAX_CUE_REACH: Final = 16
_AFFIRMING: Final = frozenset({"affirm", "stress"})
_ANNOUNCING: Final = frozenset({"announce"})
_ONE_GOES_ON: Final = "مواصله"  # goes on with something; what goes on by itself needs an owner


def goes_on(reading: Reading) -> Found | None:
    """Return who binds himself to go on by words that begin with it: the speaker, or his state named behind it."""
    scene, told = reading.scene, reading.told
    if told is None or told.value.content[0].start != reading.token.start:
        return None
    one = reading.token.folded == _ONE_GOES_ON
    if not affirms(scene, told, reading.place, by=_AFFIRMING | _ANNOUNCING if one else _AFFIRMING):
        return None
    own = Own(scene, told)
    behind = scene.words[reading.place + 1] if reading.place + 1 < reading.limit else ""
    if behind in markers()["country"]:
        return ((own.state,) if own.state is not None else own.speakers), reading.place, None
    sides = read_sides(scene, reading.place + 1, reading.limit, places=True)[0]
    if sides:
        return (tuple(as_party(side) for side in sides), reading.place, None) if own.are(sides) else None
    able = one and all(may_strike(scene, each) or _leads(each) for each in own.speakers)
    owned = scene.tokens[reading.place + 1].surface.endswith(OWNERS)
    return (own.speakers, reading.place, None) if own.speakers and (able or owned) else None


def _leads(party: Party) -> bool:
    """Return whether words tell of several leaders: the two leaders of."""
    return fold_word(party.label.split(" ")[0]).removeprefix("ال") in markers()["leaders"]


def affirms(scene: Scene, told: Match[Statement], place: int, *, by: frozenset[str] = _AFFIRMING) -> bool:
    """Return whether the word by which a statement is reported, before a token of it, is one of affirming, or in ``by``."""
    if told.value.cue is None:
        return False
    near = scene.tokens[max(0, place - MAX_CUE_REACH) : place]
    token = next((token for token in reversed(near) if token.end == told.value.cue.end), None)
    cue = find_cue(token) if token is not None else None
    return cue is not None and cue[0].id in by
