"""Who did it, told beside a loss or a verbal noun: at the hands of, by the fire of, in construct, they went on to."""

from typing import Final

from hudna.arabic.incidents.around import IN_IT, force_before, subject_before
from hudna.arabic.incidents.glued import clitics_before
from hudna.arabic.incidents.heads import leads_operations
from hudna.arabic.incidents.parties import OPENING, Force, force_at, state_party
from hudna.arabic.incidents.things import counted_force
from hudna.arabic.incidents.words import Verb, any_of, markers, words
from hudna.arabic.scene import Scene, state_of
from hudna.model import WORD, Act, Party, Sentence

SLACK: Final = 7
MAX_OPENER: Final = 12
_ANSWERED: Final = frozenset({"رد", "ردت"})
_OPENS: Final = frozenset({"ان", "وان", "بان", "،", ":"})
_CAUSING: Final = frozenset({"cause", "cause-2"})
_ON_HIM: Final = frozenset({"عليه", "عليها", "عليهم", "عليهما"})
_ANNOUNCING: Final = frozenset({Act.ANNOUNCE, Act.DESCRIBE})


def killer_at(scene: Scene, place: int, limit: int) -> Force | None:
    """Return who stands in construct with a verbal noun whose victims follow behind "of": the police's killing of X."""
    force = force_at(scene, place, limit) or counted_force(scene, place, limit)
    if force is None or not force.armed or force.end >= limit:
        return None
    name = scene.chart.name_at(force.end)
    of = scene.chart.glued(name) if name is not None else scene.words[force.end][: clitics_before(scene, force.end)]
    return force if of in {"ل", "لل"} else None


def is_by(scene: Scene, place: int) -> bool:
    """Return whether a word is the second of "at the hands of" or of "by": who did it stands behind it."""
    word, before = scene.words[place], scene.words[place - 1]
    return (
        word in markers()["by-hands"]
        or (word in markers()["hands"] and before == "علي")
        or (word in markers()["part"] and before == "من")
    )


def doer_behind(scene: Scene, place: int, limit: int) -> Party | None:
    """Return who did it where "at the hands of" or "by" tells it soon behind a loss."""
    end = min(limit, place + SLACK) - 1
    if any_of("fire", "by-hands", "hands", "part").isdisjoint(scene.words[place:end]):
        return None
    for where in range(place, end):
        shot = scene.words[where] in markers()["fire"]
        if not shot and not is_by(scene, where):
            continue
        behind = where + 1 if not shot else _fired(scene, where + 1, limit)
        force = force_at(scene, behind, limit)
        if force is not None:
            return force.party
        name = scene.chart.name_at(where + 1)
        return state_party(scene, name) if shot and name is not None and state_of(name) is not None else None
    return None


def _fired(scene: Scene, place: int, limit: int) -> int:
    """Return where who fired a bullet stands: right behind it, or behind the verb whose object it is: which X fired."""
    for where in range(place, min(limit - 1, place + SLACK)):
        verb = words().get(scene.words[where])
        if isinstance(verb, Verb):
            shot = verb.id == "launch" and bool(verb.owner)
            return where + 1 + (shot and scene.words[where + 1] in _ON_HIM) if shot else place
    return place


def causer_before(scene: Scene, place: int, sentence: Sentence) -> Party | None:
    """Return the armed side that is said to have caused a loss: the group caused the death of 800 people."""
    for where in range(place - 1, max(sentence.first, place - SLACK) - 1, -1):
        verb = words().get(scene.words[where])
        if not isinstance(verb, Verb) or verb.id not in _CAUSING:
            continue
        force = force_at(scene, where + 1, place)
        return force.party if force is not None and force.armed and force.end == place - 1 else None
    return None


def doer_before(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return who carried out what a verbal noun names: X went on to kidnap, X succeeded in killing."""
    place -= is_joined(scene, place)
    glued = clitics_before(scene, place)
    place -= place > sentence.first + 1 and scene.words[place - 1] in OPENING  # went on to "a heavy shelling"
    if not (glued or scene.words[place - 1] in {"من", "علي", "في", "عبر", "الي"}):
        return None
    for where in range(place - 1, max(sentence.first, place - 2 * SLACK) - 1, -1):
        word = scene.words[where]
        if word not in markers()["did"] and not (word[0] == "و" and word[1:] in markers()["did"]):
            continue
        if scene.words[place - 1] == "في" and scene.words[where] not in markers()["joined-in"]:
            continue
        if scene.words[place - 1] == "علي" and word.removeprefix("و") in _ANSWERED:
            continue  # who answers an attack did not make it
        behind = where + 1 + (scene.words[where + 1] in IN_IT)
        found = (
            force_at(scene, behind, place) or force_before(scene, where, sentence) or _opener(scene, where, sentence)
        )
        if found is not None and scene.words[found.first] in markers()["kin"]:
            return None  # a wife who tortures: a crime between private people
        if found is not None and word in markers()["admitting"] and not leads_operations(found.party):
            return None  # a man who admits that he killed
        by = subject_before(scene, where, sentence) if found is None and scene.words[where][0] == "و" else None
        return Force(where, where + 1, by, armed=True) if by is not None else found
    return None


def is_led_to(scene: Scene, place: int) -> bool:
    """Return whether a preposition before a verbal noun may lead to it from a verb of doing: took part in, resorted to."""
    before = scene.words[place - 1 - (place > 1 and scene.words[place - 1] in OPENING)]
    return before in {"في", "الي", "علي"}


def _opener(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return who a clause opens with, far before its verb: that the forces taking part in X managed to."""
    for first in range(place - 1, max(sentence.first, place - MAX_OPENER) - 1, -1):
        if first > sentence.first and scene.words[first - 1] not in _OPENS:
            continue
        found = force_at(scene, first, place)
        return found if found is not None and found.armed else None
    return None


def leads_it(scene: Scene, thing: Force, limit: int) -> bool:
    """Return whether a person stands in construct with an attack that is on somebody else: X's attack on the town."""
    name = scene.chart.name_at(thing.first)
    if name is None or name.kind != "person":
        return False
    end = thing.end
    while end < limit and scene.words[end].startswith("ال") and scene.chart.name_at(end) is None:
        end += 1
    hit = scene.chart.name_at(end + 1) if end + 1 < limit and scene.words[end] in {"علي", "ضد"} else None
    return hit is not None and hit.kind in {"place", "state", "body"}


def is_told_done(scene: Scene, place: int) -> bool:
    """Return whether what a verbal noun names is told as done: it was done, somebody announced it."""
    done = place > 0 and scene.words[place - 1 - is_joined(scene, place)] in markers()["got-done"]
    return done or _announced(scene, place)


def is_joined(scene: Scene, place: int) -> bool:
    """Return whether "and" joins a verbal noun to one right before it: the finding and destruction of."""
    if place < 2 or scene.words[place][0] != "و" or not clitics_before(scene, place):
        return False
    before = scene.tokens[place - 1]
    return before.kind is WORD and not before.folded.startswith("ال") and scene.chart.name_at(place - 1) is None


def _announced(scene: Scene, place: int) -> bool:
    """Return whether what somebody announces begins with a verbal noun: the police announced the arrest of X."""
    place -= place > 0 and scene.words[place - 1] in markers()["doing"]  # the carrying out of raids
    told = scene.told_in(scene.tokens[place].start, scene.tokens[place].field)
    if told is None or told.value.act not in _ANNOUNCING:
        return False
    return any(part.start <= scene.tokens[place].start < part.start + 3 for part in told.value.content)
