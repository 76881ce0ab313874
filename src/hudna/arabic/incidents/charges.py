"""Who blames whom, as a sentence tells it: X holds Y responsible, X charged Y with being behind it, the involvement of Y in it."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from hudna.arabic.incidents.around import force_before
from hudna.arabic.incidents.parties import Force, force_at, state_party
from hudna.arabic.incidents.words import Noun, any_of, markers, words
from hudna.arabic.scene import Scene, state_of
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.model import Act, Party, Sentence
from hudna.text.letters import COMMAS

MAX_BLAME: Final = 18
MAX_LAID: Final = 9
MAX_NAMES: Final = 4
MAX_LINK: Final = 6
MAX_IF: Final = 8
MAX_DEED: Final = 4
_AT_LEAST: Final = 2
_AGAINST: Final = frozenset({"الي", "ل", "ضد"})
_OF: Final = frozenset({"عن", "في"})
_TELLING: Final = frozenset({Act.ACCUSE, Act.AGREE, Act.ANNOUNCE, Act.CONCEDE, Act.DESCRIBE, Act.SUPPORT, Act.WARN})
_ENDS: Final = COMMAS | {".", "؛", '"', "»"}
_IS: Final = frozenset({"هي", "هو", "كانت", "كان", "تقف", "يقف", "وقفت", "وقف"})


class Charge(NamedTuple):
    """Who blames whom; what for is told from the token ``first`` on."""

    accusers: tuple[Party, ...]
    accused: Party
    first: int


@cache
def blames() -> frozenset[str]:
    """Return the words by which somebody is blamed for a deed."""
    return any_of("responsible", "laid-to", "charging", "involvement", "involved", "finger", "behind")


def charges_in(scene: Scene, sentence: Sentence) -> Iterator[Charge]:
    """Yield the charges of a sentence in the order of their words."""
    for place in range(sentence.first, sentence.end - 1):
        for classes, read in _READERS:
            if scene.words[place] not in any_of(*classes):
                continue
            charge = read(scene, place, sentence)
            if charge is not None:
                yield charge
                break


def _held_responsible(scene: Scene, place: int, sentence: Sentence) -> Charge | None:
    """Return the charge of "X holds Y responsible": the first side behind the verb that is not its subject."""
    low = max(sentence.first, place - MAX_BLAME)
    verb = next((at for at in range(place - 1, low - 1, -1) if scene.words[at] in markers()["holding"]), None)
    first = party_at(scene, verb + 1, place) if verb is not None else None
    if verb is None or first is None:
        return None
    second = party_at(scene, first.end, place)
    if second is not None:
        return Charge((first.party,), second.party, place + 1)
    before = force_before(scene, verb, sentence)
    accusers = (before.party,) if before is not None else _speakers(scene, place)[:1]
    return Charge(accusers, first.party, place + 1) if accusers else None


def _laid_to(scene: Scene, place: int, sentence: Sentence) -> Charge | None:
    """Return the charge of "which X laid to Y"."""
    accuser = party_at(scene, place + 1, sentence.end)
    if accuser is None:
        return None
    for at in range(accuser.end, min(sentence.end - 1, accuser.end + MAX_LAID)):
        glued = scene.words[at][0] == "ل" and (accused := _glued_to(scene, at, sentence)) is not None
        if glued or scene.words[at] == "الي":
            accused = accused if glued else party_at(scene, at + 1, sentence.end)
            return Charge((accuser.party,), accused.party, accuser.end) if accused is not None else None
    return None


def _charged(scene: Scene, place: int, sentence: Sentence) -> Charge | None:
    """Return the charge of "X charged Y with it", "the charges of X against Y": who makes it, whom it is made against."""
    if scene.words[place].removeprefix("و").removeprefix("ال").startswith("اتهام"):
        return _charges_against(scene, place, sentence)
    at = place + 1
    first = party_at(scene, at, sentence.end)
    if first is None:
        return None
    second = party_at(scene, _past_manner(scene, first.end, sentence.end), sentence.end)
    accused = second or first
    link = _link(scene, accused.end, sentence)
    if link is None:
        return None
    if second is not None:
        return Charge((first.party,), second.party, link)
    before = force_before(scene, place, sentence) or _taken_up(scene, place, sentence)
    accusers = (before.party,) if before is not None else _speakers(scene, accused.first)
    return Charge(accusers, accused.party, link) if accusers else None


def _charges_against(scene: Scene, place: int, sentence: Sentence) -> Charge | None:
    """Return the charge of a verbal noun: the charges of X against Y, the British charges against Y."""
    at, accuser = place + 1, None
    name = scene.chart.name_at(at)
    if name is not None and name.kind == "nationality" and state_of(name) is not None:
        accuser, at = state_party(scene, name), name.end
    elif scene.words[at] not in _AGAINST and scene.words[at][0] != "ل":
        side = party_at(scene, at, sentence.end)
        accuser, at = (side.party, side.end) if side is not None else (None, at)
    if accuser is None or at >= sentence.end - 1:
        return None
    accused = party_at(scene, at + 1, sentence.end) if scene.words[at] in _AGAINST else _glued_to(scene, at, sentence)
    link = _link(scene, accused.end, sentence) if accused is not None else None
    return Charge((accuser,), accused.party, link) if accused is not None and link is not None else None


def _in_construct(scene: Scene, place: int, sentence: Sentence) -> Charge | None:
    """Return the charge of "the involvement of Y in it", made by whoever says so."""
    accused = party_at(scene, place + 1, sentence.end)
    if accused is None or accused.end >= sentence.end:
        return None
    if not _is_of(scene, accused.end) or _is_open(scene, place, sentence):
        return None
    accusers = _speakers(scene, accused.first)
    return Charge(accusers, accused.party, accused.end) if accusers else None


def _said_of(scene: Scene, place: int, sentence: Sentence) -> Charge | None:
    """Return the charge of "Y is behind it", "Y is responsible for it", made by whoever says so."""
    if scene.words[place] in markers()["involved"] and not _is_of(scene, place + 1):
        return None
    end = place
    while end > sentence.first + 1 and scene.words[end - 1] in _IS:
        end -= 1
    low = max(sentence.first, end - MAX_NAMES)
    accused = next(
        (side for first in range(low, end) if (side := party_at(scene, first, end)) is not None and side.end == end),
        None,
    )
    if accused is None or scene.words[accused.first - 1] in markers()["behind"]:
        return None
    if _is_open(scene, accused.first, sentence):
        return None
    accusers = _speakers(scene, accused.first)
    return Charge(accusers, accused.party, place + 1) if accusers else None


def _pointed_at(scene: Scene, place: int, sentence: Sentence) -> Charge | None:
    """Return the charge of "X pointed the finger at Y"."""
    if not scene.words[place + 1].startswith("الاتهام") or _is_open(scene, place, sentence):
        return None
    at = place + _AT_LEAST
    if at >= sentence.end:
        return None
    toward = scene.words[at] in markers()["towards"]
    accused = party_at(scene, at + 1, sentence.end) if toward else _glued_to(scene, at, sentence)
    if accused is None:
        return None
    low = max(sentence.first, place - MAX_BLAME)
    verb = next((v for v in range(place - 1, low - 1, -1) if scene.words[v] in markers()["pointing"]), None)
    if verb is None:
        return None
    accuser = party_at(scene, verb + 1, place) or force_before(scene, verb, sentence)
    accusers = (accuser.party,) if accuser is not None else _speakers(scene, place)
    return Charge(accusers, accused.party, accused.end) if accusers else None


def _link(scene: Scene, place: int, sentence: Sentence) -> int | None:
    """Return where what somebody is charged with begins: behind "with being behind", at "with shelling"."""
    for at in range(place, min(sentence.end, place + MAX_LINK)):
        word = scene.words[at]
        if word in markers()["behind-it"]:
            linked = at + 1 < sentence.end and (scene.words[at + 1] in markers()["behind"] or _is_of(scene, at + 1))
            return at + 1 if linked else None
        if word in markers()["doing-it"]:
            return at
        noun = words().get(word)
        if isinstance(noun, Noun) and noun.front == "ب":
            return at
        if word in COMMAS | {"."}:
            return None
    return None


def _is_of(scene: Scene, place: int) -> bool:
    """Return whether "in", "for" or "behind", bare or with a pronoun, stands at a token."""
    word = scene.words[place]
    return word in _OF or word in any_of("behind", "behind-him")


def _is_open(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether what is said is denied, asked, or true only if: if Y is proved to be behind it."""
    before = scene.words[max(sentence.first, place - MAX_IF) : place]
    near = before[-MAX_NAMES:]
    return not any_of("if", "in-case", "hearsay").isdisjoint(before) or not any_of("not", "denying").isdisjoint(near)


def _speakers(scene: Scene, place: int) -> tuple[Party, ...]:
    """Return who says what stands at a token as what is so: nobody where it is denied, asked or what others say."""
    token = scene.tokens[place]
    told = scene.told_in(token.end - 1, token.field)
    if told is None or told.value.act not in _TELLING:
        return ()
    return tuple(told.value.speakers)


def _past_manner(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind an adverb between two sides: Britain formally charged Russia."""
    return place + (place < limit and scene.words[place] in markers()["adverb"])


def _taken_up(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return whom a relative word right before a verb of charging takes up: London, which charges Moscow."""
    if scene.words[place - 1] not in speech_markers()["relative"]:
        return None
    end = place - 1 - (scene.words[place - 2] in COMMAS)
    low = max(sentence.first, end - MAX_NAMES)
    sides = (side for first in range(low, end) if (side := party_at(scene, first, end)) is not None)
    return next((side for side in sides if side.end == end), None)


def _glued_to(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return the side that "to" or "against" is glued to."""
    name = scene.chart.name_at(place)
    if name is not None and scene.chart.glued(name) not in {"ل", "لل"}:
        return None
    return party_at(scene, place, sentence.end) if scene.words[place][0] == "ل" else None


def is_deed(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a word for a deed told before stands at a token, behind words that tell nothing of their own: the attack, it.

    Where a clause ends there, the deed is left out.
    """
    if place >= sentence.end or scene.words[place] in _ENDS:
        return True
    for word in scene.words[place : min(sentence.end, place + MAX_DEED)]:
        noun = words().get(word)
        if isinstance(noun, Noun) and not noun.front:
            return noun.definite
        if word in any_of("incident-word", "doing-it", "behind-him"):
            return True
        if word not in any_of("empty-deed", "demonstrative", "behind", "attempt") | _OF:
            return False
    return False


def party_at(scene: Scene, place: int, limit: int) -> Force | None:
    """Return the side, person, state or capital that starts at a token, capitals joined by "and" as one."""
    while place < limit and scene.words[place] in {"#", '"', "،"}:
        place += 1
    force = force_at(scene, place, limit)
    if force is not None:
        return force
    end, name = place, scene.chart.name_at(place) if place < limit else None
    if name is None or name.kind not in {"place", "state", "person"}:
        return None
    first = name
    while name is not None and name.kind == first.kind and end < limit:
        end = name.end
        name = scene.chart.name_at(end) if end < limit and scene.words[end][0] == "و" else None
    whole = end == first.end
    span = first.value.span if whole else scene.document.span(place, end)
    label = first.value.label if whole else scene.document.article.words(span)
    return Force(place, end, Party(span, label, first.value.entity if whole else None), armed=True)


def told_words(scene: Scene, place: int, sentence: Sentence) -> Sequence[str]:
    """Return the words at and behind a token, by which what it tells of is known again."""
    return scene.words[place : min(sentence.end, place + 2 * MAX_LINK)]


_READERS: Final[tuple[tuple[tuple[str, ...], Callable[[Scene, int, Sentence], Charge | None]], ...]] = (
    (("responsible",), _held_responsible),
    (("laid-to",), _laid_to),
    (("charging",), _charged),
    (("involvement",), _in_construct),
    (("involved", "behind"), _said_of),
    (("finger",), _pointed_at),
)
