"""What is hit: people, buildings, towns, as a noun phrase behind a word of force names them."""

from typing import Final

from hudna.arabic.clitics.words import word_counts
from hudna.arabic.incidents.counts import amount_at, amount_behind_and
from hudna.arabic.incidents.extents import end_of
from hudna.arabic.incidents.glued import clitics_before
from hudna.arabic.incidents.heads import bare, is_definite
from hudna.arabic.incidents.parties import OPENING, TO_THEM, Force, force_at, words_of
from hudna.arabic.incidents.qualifiers import is_accusative, is_apart, is_charged, is_closed
from hudna.arabic.incidents.verb_forms import is_purpose, is_verb_form
from hudna.arabic.incidents.words import Noun, Verb, amounts, any_of, homographs, losses, markers, words
from hudna.arabic.names.parties import find_party
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.model import WORD
from hudna.text import Memo

MAX_THING_TOKENS: Final = 8
MAX_NAMES: Final = 3
_MARKS_INSIDE: Final = frozenset({'"', "«", "#", "»", "”", "“"})
_CLOSING: Final = frozenset({'"', "»", "”", "'"})
_OF_THEM: Final = ("ها", "هم", "هما")
_BEFORE_THESE: Final = frozenset({"كل", "جميع", "بعض", "معظم", "مثل", "اغلب", "غالبيه", "احد", "احدي", "عدد"})


def past_epithets(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind what only qualifies a party: backed by Iran, loyal to X, in a state."""
    while place < limit:
        name = scene.chart.name_at(place + 1)
        if scene.words[place] in markers()["allies"]:
            place += 1
        elif scene.words[place] == "من" and place + 2 < limit and scene.words[place + 1] in markers()["make"]:
            place = _past_make(scene, place + 2, limit)  # four planes of the type X
        elif scene.words[place] == "في" and name is not None and name.kind in {"place", "state"}:
            place = name.end
        elif scene.words[place] in any_of("epithet", "loyal"):
            place += 1
            if place < limit and scene.words[place] in TO_THEM:
                place += 1
                continue
            by = place < limit and scene.words[place] == "من"
            if by or (place < limit and scene.words[place].startswith("ل")):
                found = find_party(scene.chart, place + by, limit)
                place = found.end if found is not None else place + 1
        else:
            return place
    return place


def _past_make(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind the name of a type of machine, in quotation marks or not."""
    if scene.words[place] not in OPENING:
        return place + 1
    closing = (at + 1 for at in range(place + 1, min(limit, place + MAX_NAMES + 2)) if scene.words[at] in _CLOSING)
    return next(closing, place)


def thing_at(scene: Scene, place: int, limit: int) -> Force | None:
    """Return what a noun phrase at a token names: people, a building, a town; None where none starts."""
    if place < limit and scene.words[place] in OPENING:
        place += 1
    if place >= limit:
        return None
    if len(scene.words[place]) == 1 and scene.tokens[place].kind is WORD:
        return None  # what a mark cuts off from its word: to "torture"
    if not _starts_thing(scene, place):
        place += 1
        this = place < limit and scene.words[place - 1] in markers()["demonstrative"]
        if not this or not _starts_thing(scene, place):
            return None
    force = force_at(scene, place, limit)
    if force is not None and (force.phrase is None or force.phrase.name is not None):
        return force
    end = place + 1
    if scene.chart.name_at(place) is None and scene.words[place] in markers()["title-of-man"]:
        end = _past_bare_names(scene, end, limit)
        if end > place + 1:
            return Force(place, end, words_of(scene, place, end), armed=False)
    if scene.words[place] in markers()["superlative"] and end < limit:
        end += scene.tokens[end].kind is WORD  # the most prominent leaders
    group = scene.words[place] in markers()["group"] and end + 1 < limit and scene.words[end] == "من"
    if group and _starts_thing(scene, end + 1):
        end += 2
    named = scene.chart.name_at(place)
    end = max(end, named.end) if named is not None else end
    closed = is_definite(scene, end - 1) or (named is not None and named.kind in {"place", "state", "body", "person"})
    while end < min(limit, place + MAX_THING_TOKENS) and _continues_thing(scene, end, limit):
        name = scene.chart.name_at(end)
        definite = name is not None or is_definite(scene, end)
        if scene.tokens[end].kind is WORD and (is_apart(scene, place, end) or (closed and not definite)):
            break
        closed = closed or definite
        end = name.end if name is not None else end + 1
    while end > place + 1 and scene.tokens[end - 1].kind is not WORD:
        end -= 1
    if end < limit and _is_suspect(scene, end):
        end += 1
    if scene.words[end - 1] in markers()["group"] and end + 1 < limit and scene.words[end] == "من":
        members = thing_at(scene, end + 1, limit)  # the houses of a number of citizens
        end = members.end if members is not None else end
    if end == place + 1 and end + 1 < limit and scene.words[place] in markers()["member"]:
        body = force_at(scene, end + 1, limit) if scene.words[end] == "في" else None
        end = body.end if body is not None and body.armed else end  # an activist in a movement
    end = end_of(scene, place, end, limit)
    return Force(place, end, words_of(scene, place, end), armed=False)


def counted_at(scene: Scene, place: int, limit: int) -> Force | None:
    """Return the things that a number at a token counts: 285 hideouts, a number of houses."""
    amount = amount_at(scene.tokens, place, limit)
    if amount is None or amount.end == amount.first or amount.end >= limit:
        return None
    of = scene.words[amount.end] == "من"
    thing = thing_at(scene, amount.end + of, limit)
    return Force(place, thing.end, words_of(scene, place, thing.end), armed=False) if thing is not None else None


def counted_force(scene: Scene, place: int, limit: int) -> Force | None:
    """Return an armed side that a number counts: dozens of settlers, two suicide bombers."""
    amount = amount_at(scene.tokens, place, limit)
    if amount is None or amount.end == place or amount.end >= limit:
        return None
    force = force_at(scene, amount.end + (scene.words[amount.end] == "من"), limit)
    if force is None or not force.armed or force.end >= limit or force.phrase is not None:
        return None
    return Force(place, force.end, words_of(scene, place, force.end), armed=True)


def _past_bare_names(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind a man's names of which no table knows anything: Mullah NAME NAME."""
    end = place
    while end < min(limit, place + MAX_NAMES):
        token = scene.tokens[end]
        word = token.folded
        stops = word in markers()["thing-stop"] or word in words() or word in losses() or is_verb_form(word)
        if token.kind is not WORD or stops or scene.chart.dated[end] or clitics_before(scene, end):
            break
        name = scene.chart.name_at(end)
        if name is not None and name.kind == "person":
            return name.end
        if name is not None or (word.startswith("ال") and word != "الله" and end == place):
            break
        end += 1
    return end


def _starts_thing(scene: Scene, place: int) -> bool:
    word = scene.words[place]
    free = scene.chart.name_at(place) is None
    if free and scene.tokens[place].kind is not WORD:
        return word == "#"
    if _STARTS_NONE[word] or scene.chart.dated[place]:
        return False
    if not free:
        return True
    if (
        place + 1 < len(scene.words)
        and scene.words[place + 1] in markers()["demonstrative"]
        and word not in _BEFORE_THESE
    ):
        return False  # these people complained of, written like a noun
    if (word[0] == "ب" and clitics_before(scene, place)) or word in any_of("for-act", "answer"):
        return False
    found = words().get(word)
    if found is None:
        return not (is_verb_form(word) or (word.startswith("لت") and is_purpose(word)))
    return isinstance(found, Noun) and (found.frame == "weapon" or found.id == "ambush")


def _starts_none(word: str) -> bool:
    """Return whether no noun phrase starts with a word: a preposition, a relative word, a word before a number."""
    stops = markers()["thing-stop"]
    if word in stops or word in markers()["epithet"] or word in speech_markers()["relative"]:
        return True
    if word[0] == "و" and word[1:] in stops and not word[1:].startswith("ا"):
        return True
    return word in amounts()["least"] or word in amounts()["about"]


_STARTS_NONE: Final = Memo(_starts_none)


def _continues_thing(scene: Scene, place: int, limit: int) -> bool:
    word = scene.words[place]
    if word in _MARKS_INSIDE:
        return place + 1 < limit and scene.tokens[place + 1].kind is WORD
    if scene.chart.dated[place] or scene.tokens[place].kind is not WORD:
        return False
    name = scene.chart.name_at(place)
    if name is not None:
        front = scene.chart.glued(name)
        return front in {"", "ل", "لل"}
    if _ENDS_THING[word] or is_charged(scene, place):
        return False
    if is_verb_form(word) and bare(scene.words[place - 1]) not in markers()["head-of-place"]:
        return False
    if word in homographs() and not is_definite(scene, place):
        return False
    if word in any_of("deed-adjective", "chemical", "air") and is_definite(scene, place) and _ends_place(scene, place):
        return False
    if amount_behind_and(scene.tokens, place, place + 1) is not None:
        return False
    if word.startswith("و") and clitics_before(scene, place):
        closed = word.startswith("وال") and not scene.tokens[place].surface.startswith("وآ")  # and vehicles
        return len(word) > 4 and not closed and word not in words() and _noun_like(scene, place)
    if word.startswith("ف") and word[1:] in words():
        return False
    if is_closed(scene, place - 1, place) or (
        word[0] == "ل" and word.endswith(_OF_THEM) and clitics_before(scene, place)
    ):
        return False
    return not (word.startswith("ب") and clitics_before(scene, place))


def _ends_thing(word: str) -> bool:
    """Return whether a noun phrase ends before a word: a preposition, a verb of force, a noun of loss, where it stands."""
    stops = any_of("thing-stop", "for-act", "situated")
    return word in stops or word in losses() or isinstance(words().get(word), Verb)


_ENDS_THING: Final = Memo(_ends_thing)


def _is_suspect(scene: Scene, place: int) -> bool:
    """Return whether a pronoun belongs to the word for a suspect before it."""
    return scene.words[place] in markers()["suspect-of"] and scene.words[place - 1] in markers()["suspect"]


def _ends_place(scene: Scene, place: int) -> bool:
    """Return whether the name of a place ends right before a token: what qualifies it there is the deed."""
    names = (scene.chart.name_at(first) for first in range(max(0, place - 4), place))
    return any(name is not None and name.end == place and name.kind in {"place", "state"} for name in names)


def _noun_like(scene: Scene, place: int) -> bool:
    """Return whether a joined word looks like a noun on a list of things: positions and vehicles."""
    return scene.words[place].endswith(("ات", "ين", "ه", "ع", "ل"))


def is_rigged(scene: Scene, place: int, limit: int) -> bool:
    """Return whether a vehicle is itself the bomb: a lorry, a motorcycle loaded with explosives."""
    return place < limit and scene.words[place] in markers()["rigged"]


def has_object(scene: Scene, force: Force | None, limit: int) -> bool:
    """Return whether a place or things stand right behind an armed side as the object of a verbal noun: X's targeting Y."""
    if force is None or not force.armed or force.end >= limit:
        return False
    name = scene.chart.name_at(force.end)
    if name is not None:
        return name.kind == "place" and name.first == force.end and not scene.chart.glued(name)
    named = scene.chart.name_at(force.end + 1) if force.end + 1 < limit else None
    if named is not None and scene.words[force.end] in markers()["head-of-place"]:
        return True
    word = scene.words[force.end]
    if is_accusative(scene, force.end) and not clitics_before(scene, force.end) and word_counts().get(word[:-1], 0):
        return True  # X's targeting of a centre
    hit = any_of("no-people", "human", "anyone", "crowd")
    nation = scene.chart.name_at(force.end - 1)
    closed = is_definite(scene, force.end - 1) or (nation is not None and nation.kind == "nationality")
    return closed and word in hit
