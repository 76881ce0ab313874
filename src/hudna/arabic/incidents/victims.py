"""The people a loss tells of: how many, who they are, behind the word of loss or before it."""

from typing import Final

from hudna.arabic.incidents.around import force_before
from hudna.arabic.incidents.counts import Amount, amount_at, amount_behind_and
from hudna.arabic.incidents.glued import clitics_before
from hudna.arabic.incidents.parties import OPENING, Force, force_at, words_of
from hudna.arabic.incidents.qualifiers import is_nation_as_object
from hudna.arabic.incidents.things import thing_at
from hudna.arabic.incidents.words import Verb, amounts, any_of, losses, markers, words
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import CUES
from hudna.model import WORD, Sentence
from hudna.model.frozen import replace
from hudna.text.letters import COMMAS

_BEHIND_PASSIVE: Final = frozenset({"،", ".", "»"})
_SUBJECT_OPENS: Final = COMMAS | {"«", '"', ":"}
_RELATIVE: Final = frozenset({"الذي", "التي", "الذين"})
_THAT_HE: Final = frozenset({"انه", "انها", "انني", "اني"})
_QUOTES: Final = OPENING - {"#"}
_THEIRS: Final = ("ه", "ها", "هم", "هما")
MAX_BACK: Final = 12
MAX_NEAR: Final = 6
MIN_SAID: Final = 3  # "X said that", before what befell him


def victims_at(scene: Scene, place: int, limit: int) -> tuple[Amount, Force | None, int] | None:
    """Return how many people a phrase at a token counts, who they are, and the token after it."""
    tokens = scene.tokens
    if place + 1 < limit and tokens[place].folded in _QUOTES:
        place += 1
    amount = amount_at(tokens, place, limit)
    if amount is not None:
        if amount.end < limit and tokens[amount.end].folded == "%":
            return None
        thing = thing_at(scene, amount.end, limit) if amount.end < limit and not _is_reason(scene, amount.end) else None
        end = thing.end if thing is not None else amount.end
        if thing is None and amount.end < limit and tokens[amount.end].folded == "من":
            thing = thing_at(scene, amount.end + 1, limit)
            end = thing.end if thing is not None else amount.end
        return at_least(scene, amount, end, limit), thing, end
    if place < limit and tokens[place].folded.removeprefix("ب").removeprefix("ل") in amounts()["one"]:
        thing = thing_at(scene, place + 1, limit)
        return (Amount(place, place + 1, 1, 1), thing, thing.end) if thing is not None else None
    thing = thing_at(scene, place, limit)
    if thing is None:
        return None
    least, most = _number_of(scene, thing)
    if least is not None and least == most:
        more, end, surely = _joined(scene, thing, limit)
        if more:
            thing = Force(thing.first, end, words_of(scene, thing.first, end), thing.armed, thing.phrase)
            least, most = least + more, most + more if surely else None
    return Amount(place, place, least, most), thing, thing.end


def _joined(scene: Scene, thing: Force, limit: int) -> tuple[int, int, bool]:
    """Return how many people "and" joins to those of a phrase, where they end, and whether no more may be meant.

    An officer and two soldiers are three; a man and his family at least two.
    """
    more, end, place, surely = 0, thing.end, thing.first + 1, True
    while place < limit:
        word = scene.words[place]
        behind = word[1:] if word[0] == "و" and scene.tokens[place].kind is WORD else ""
        number = amount_behind_and(scene.tokens, place, limit) if behind else None
        if behind.removesuffix("ان").removesuffix("ين") in losses():
            break  # one dead and two wounded
        if behind in amounts()["dual"] or behind in amounts()["single"]:
            more, place = more + (2 if behind in amounts()["dual"] else 1), place + 1
        elif number is not None and number.least is not None and _counts_people(scene, number.end, limit):
            more, place = more + number.least, number.end + 1
        elif behind in markers()["kin"]:
            more, place = more + 1, place + 1
        elif place < thing.end:
            place += 1
            continue
        else:
            surely = not behind.endswith(_THEIRS)  # and their children
            break
        end = max(end, place)
    return more, end, surely


def _counts_people(scene: Scene, place: int, limit: int) -> bool:
    place += place + 1 < limit and scene.words[place] == "من"
    people = any_of("anyone", "fighter", "human")
    return place < limit and (scene.words[place] in people or scene.words[place] in amounts()["single"])


def _is_reason(scene: Scene, place: int) -> bool:
    """Return whether "for" is glued to a word behind a number: arrested 10 for their links."""
    return scene.words[place][0] == "ل" and clitics_before(scene, place) > 0 and scene.chart.name_at(place) is None


def victims_behind(scene: Scene, start: int, place: int, limit: int) -> tuple[Amount, Force | None, int] | None:
    """Return the victims behind a verb; none where its means were skipped: by the fire of X, X is who shot."""
    if any(scene.words[between] in markers()["fire"] for between in range(place + 1, start)):
        return None
    return victims_at(scene, start, limit)


def _number_of(scene: Scene, thing: Force) -> tuple[int | None, int | None]:
    """Return how many people a phrase without a number is: one for a single person, two for a dual."""
    word = scene.words[thing.first]
    cut = clitics_before(scene, thing.first)
    word = word[cut:] if cut < len(word) else word
    if thing.phrase is not None and thing.phrase.name is not None and thing.phrase.name.kind == "person":
        return 1, 1
    if word in amounts()["single"] or (thing.phrase is not None and thing.phrase.kind in {"person", "office"}):
        return 1, 1
    if word in amounts()["dual"]:
        return 2, 2
    if is_nation_as_object(scene, thing.first):
        return 1, 1
    named = [name for place in range(thing.first, thing.end) if (name := scene.chart.name_at(place)) is not None]
    if named and named[0].kind in {"person", "office"} and named[0].first <= thing.first + 1:
        return 1, 1
    return None, None


def at_least(scene: Scene, amount: Amount, end: int, limit: int) -> Amount:
    """Return an amount with its upper bound open where "at least" stands behind it."""
    if amount.least is None:
        return amount
    for place in range(amount.end, min(limit, end + 3)):
        if scene.words[place] in amounts()["at-least"]:
            return amount._replace(most=None)
    return amount


def victims_before(scene: Scene, place: int, sentence: Sentence) -> tuple[Amount, Force | None] | None:
    """Return the people named right before a verb: that five soldiers were killed, the man who was killed."""
    after = scene.words[min(place + 1, sentence.end - 1)]
    if scene.words[place - 1] in _RELATIVE and after in markers()["resumed"]:
        return None  # the wound that he was dealt
    counted = counted_before(scene, place, sentence)
    if counted is not None:
        return counted
    force = force_before(scene, place, sentence)
    verb = words().get(scene.words[place])
    if force is not None and isinstance(verb, Verb) and verb.several and _is_one_body(force):
        force = None  # they were killed: not the movement, but its members named before
    if force is None and _passive(scene, place, sentence):
        force = opening(scene, place, sentence)
    if force is None:
        force = _right_before(scene, place, sentence)
    return (Amount(force.first, force.first, *_number_of(scene, force)), force) if force is not None else None


def _is_one_body(force: Force) -> bool:
    return force.phrase is not None and force.phrase.kind == "body" and force.phrase.name is not None


def counted_before(scene: Scene, place: int, sentence: Sentence) -> tuple[Amount, Force | None] | None:
    """Return the people that a number counts where a clause opens, if nothing else stands between them and the verb."""
    tokens = scene.tokens
    gap = markers()["counted-gap"] | COMMAS
    for first in range(max(sentence.first, place - MAX_BACK), place):
        before = tokens[first - 1].folded
        if first > sentence.first and before not in _SUBJECT_OPENS and before not in markers()["that-one"]:
            continue
        amount = amount_at(tokens, first, place)
        if amount is None:
            continue
        if amount.end < place and tokens[amount.end].folded in markers()["years"]:
            continue  # an age
        of = amount.end < place and tokens[amount.end].folded == "من"
        thing = thing_at(scene, amount.end + of, place) if amount.end < place else None
        end = thing.end if thing is not None else amount.end
        while end < place and tokens[end].folded in gap - COMMAS:
            end += 1
        aside = tokens[min(end, place - 1)].folded == "،" and tokens[place - 1].folded == "،"
        aside = aside or tokens[min(end, place - 1)].folded in markers()["among-them"]
        if aside or all(tokens[p].folded in gap or scene.chart.dated[p] for p in range(end, place)):
            return at_least(scene, amount, end, place), thing
    return None


def _right_before(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return who or what stands right before a verb or its relative: that X was killed, the man who was killed."""
    tokens = scene.tokens
    relative = place > sentence.first and tokens[place - 1].folded in _RELATIVE
    if not relative and (place == sentence.first or tokens[place - 1].kind is not WORD):
        return None
    for first in range(place - 1 - relative, max(sentence.first, place - MAX_NEAR) - 1, -1):
        thing = force_at(scene, first, place) or thing_at(scene, first, place)
        if thing is None or thing.end != place - relative:
            continue
        if relative or first == sentence.first or tokens[first - 1].folded in {"ان", "بان", "وان"}:
            return _whole_name(scene, thing, sentence)
    return None


def _whole_name(scene: Scene, thing: Force, sentence: Sentence) -> Force:
    """Return a person with the title and first names in front, where only a last name that no table knows was found."""
    first = thing.first
    while first > max(sentence.first, thing.first - MAX_NEAR) and _is_bare_name(scene, first):
        first -= 1
    if first == thing.first:
        return thing
    whole = thing_at(scene, first, thing.end)
    return whole if whole is not None and whole.end == thing.end else thing


def _is_bare_name(scene: Scene, place: int) -> bool:
    """Return whether a word may be a later part of a person's name: it has no article, and the word before it may go on."""
    word, before = scene.tokens[place], scene.tokens[place - 1]
    if word.kind is not WORD or before.kind is not WORD or word.folded.startswith("ال"):
        return False
    stops = before.folded in markers()["thing-stop"] or isinstance(words().get(before.folded), Verb)
    return not stops and scene.chart.name_at(place) is None and not clitics_before(scene, place - 1)


def _passive(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether nobody can be the object of a verb: a preposition, a joined verb or a day follows it."""
    if place + 1 >= sentence.end:
        return True
    word = scene.words[place + 1]
    joined = word.startswith("و") and word in words()
    return (
        word in _BEHIND_PASSIVE
        or word in markers()["behind-passive"]
        or joined
        or bool(scene.chart.dated[place + 1])
        or (word.startswith("ب") and clitics_before(scene, place + 1) > 0)
    )


def opening(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return who a clause opens with, far before its verb: that X, the head of the office, was killed."""
    if scene.words[place].startswith("و") or scene.words[place - 1] in {"وقد", "وكان"}:
        return None
    if place > sentence.first and scene.words[place - 1] in _THAT_HE:
        return _of_himself(scene, place)
    for first in range(place - 1, max(sentence.first, place - 16) - 1, -1):
        before = scene.words[first - 1] if first > sentence.first else "ان"
        if before in {"ان", "وكان", "وكانت", "كان", "كانت", "بان"} or (
            before in {"«", '"'} and first > sentence.first + 1
        ):
            if first in scene.frame.cues:
                return None  # X said that
            found = thing_at(scene, first, place) or force_at(scene, first, place)
            near = found is not None and (found.end >= place - 1 or scene.tokens[found.end].kind is not WORD)
            return found if near else None
        if scene.words[first] in {".", ":", "؛"}:
            return None
    return None


def _of_himself(scene: Scene, place: int) -> Force | None:
    """Return who says what befell him: X said that he was tortured."""
    token = scene.tokens[place]
    told = scene.told_in(token.start, token.field)
    if told is None and place >= MIN_SAID and CUES[scene.words[place - MIN_SAID]] is not None:
        man = thing_at(scene, place - MIN_SAID + 1, place - 1)  # a man of whose name no table knows
        return man if man is not None and man.end == place - 1 else None
    opens = told is not None and any(part.start == token.start for part in told.value.content)
    speakers = told.value.speakers if told is not None and opens else ()
    if len(speakers) != 1 or not (speakers[0].entity is None or scene.is_person(speakers[0])):
        return None
    return Force(place, place, replace(speakers[0], implied=True), armed=False)
