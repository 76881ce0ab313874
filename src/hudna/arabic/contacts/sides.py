"""The sides of a contact: joined parties, and groups that stand for their members (the two presidents, the ministers of)."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from hudna.arabic.contacts.missions import FROM, find_travellers
from hudna.arabic.contacts.side import Side, country_of
from hudna.arabic.contacts.two import two_people, two_sides, two_states
from hudna.arabic.contacts.words import glued_to, markers, nouns, statuses, verbs
from hudna.arabic.names.beginnings import beginnings_of
from hudna.arabic.names.groups import pair_of_states
from hudna.arabic.names.parties import Party as Phrase
from hudna.arabic.names.parties import cut_at, find_parties, head_at, of_other_countries
from hudna.arabic.names.tables import capitals, labels
from hudna.arabic.scene import OUTLETS, Scene, state_of
from hudna.arabic.speech.cues import cue_forms
from hudna.model import WORD, Match, Name, Participant
from hudna.text import Memo, fold_word
from hudna.text.letters import COMMAS

MAX_GROUP_TOKENS: Final = 30
MAX_AHEAD_TOKENS: Final = 16
PAIR: Final = 2
_FROM: Final = "من"
_MARKS: Final = frozenset({"،", ",", "(", ")", '"', "«", "»", "-", "–"})
_GROUPS: Final = frozenset({"body", "bodies", "persons"})
_SIDES: Final = ("group", "two-people", "sent-by", "people", "own-office", "traveller", "own-people")
_LINKS: Final = frozenset({"من", "عن", "الي", "مع", "بين", "لم", "لن", "لا", "قد", "ان", "هو", "هي"})
_TWO_OF: Final = ("يرا", "يري")  # the two ministers, the two ambassadors of
_USABLE: Final = frozenset({"person", "office", "body", "state", "persons", "bodies", "side", "pair"})


def read_sides(scene: Scene, place: int, limit: int, *, places: bool = False) -> tuple[list[Side], int]:
    """Return the sides that start at a token, joined by "and", and the token after them; none where none starts.

    ``places`` lets a capital stand for its government.
    """
    if place >= limit or scene.words[place] in nouns():
        return [], place
    named = _NAMES_SIDES[scene.words[place]]
    if not named and not beginnings_of(scene.chart)[place]:
        return [], place
    group = _of_several(scene, place, limit) if named else _person_and_peers(scene, place, limit)
    if group is not None:
        return group
    owned = _owned_office(scene, place, limit) if named else None
    if owned is not None:
        return [owned], owned.end
    phrases = _phrases(scene, place, limit)
    found: list[Side] = []
    end = place
    for phrase in phrases:
        if not _usable(scene, phrase, places=places):
            break
        sides, end = _sides(scene, phrase, limit)
        if phrase.kind == "body" and end < limit and scene.words[end] in markers()["attendant"] and found:
            continue  # the delegation that comes along
        found += sides
        if end > phrase.end:
            more, end = _joined(scene, end, limit, places=places)
            return found + more, end
    sent = len(found) == 1 and found[0].level == "body" and end < limit and scene.words[end] in FROM  # a team of X's
    travellers = find_travellers(scene, place) if sent or not found else None
    return ([travellers], travellers.end) if travellers is not None else (found, end)


def _of_several(scene: Scene, place: int, limit: int) -> tuple[list[Side], int] | None:
    return (
        two_states(scene, place, limit)
        or _group(scene, place, limit)
        or two_people(scene, place, limit)
        or _sent_by_two(scene, place, limit)
        or _people(scene, place, limit)
    )


def _names_sides(word: str) -> bool:
    """Return whether a word names sides that are no party by themselves: a group, two people, envoys, its leader."""
    words = _side_words()
    return word in words or word[1:] in words or word[2:] in words or pair_of_states(word) is not None


@cache
def _side_words() -> frozenset[str]:
    return frozenset().union(*(markers()[name] for name in _SIDES))


_NAMES_SIDES: Final = Memo(_names_sides)


def _owned_office(scene: Scene, place: int, limit: int) -> Side | None:
    """Return the person named right behind an office with a pronoun: its leader X."""
    token, name = scene.tokens[place], scene.chart.name_at(place + 1) if place + 1 < limit else None
    if name is None or name.kind != "person" or scene.chart.glued(name):
        return None
    cut = 1 if token.folded[0] in "وبل" and token.folded not in markers()["own-office"] else 0
    if token.folded[cut:] not in markers()["own-office"]:
        return None
    span = token.span._replace(start=token.start + cut).until(name.value.span)
    return Side(place, name.end, "person", Participant(span, name.value.label, name.value.entity))


def _phrases(scene: Scene, place: int, limit: int) -> list[Phrase]:
    """Return the parties that start at a token: a group ends before the office that stands behind a name in it."""
    phrases = find_parties(scene.chart, place, limit)
    if phrases:
        phrases[-1] = _with_union(scene, _without_place(scene, _without_status(scene, phrases[-1])), limit)
    if not phrases or not _heads_group(scene, place, phrases[0]):
        return phrases
    group = phrases[0]
    head = head_at(scene.tokens[place])
    if group.kind == "person" and head is not None and group.end == _name_end(group):
        phrases[0] = group = group._replace(kind=head[0]["class"], name=None)  # the government of a person
    ended = group.first
    for inner in range(group.first + 1, group.end):
        name = scene.chart.name_at(inner)
        if name is None:
            continue
        if name.kind == "office" and (
            scene.chart.glued(name) == "ب" or (ended == inner and not scene.chart.glued(name))
        ):
            return find_parties(scene.chart, place, inner)
        ended = name.end
    if group.end - group.first == 1 and not group.definite and len(phrases) == 1:
        return [_with_task(scene, group, limit)]
    return phrases


def _without_status(scene: Scene, phrase: Phrase) -> Phrase:
    """Return a group without the adjective that tells when it meets: the next meeting of the ministers."""
    end = phrase.end
    while end > phrase.first + 1 and phrase.name is None and scene.words[end - 1] in statuses()["after"]:
        end -= 1
    return phrase if end == phrase.end else cut_at(scene.chart, phrase, end)


def _with_union(scene: Scene, phrase: Phrase, limit: int) -> Phrase:
    """Return a group of officials with the adjective of those whose they are: the Arab foreign ministers."""
    if phrase.kind != "office" or phrase.name is not None or phrase.end >= limit or not _is_group(scene, phrase):
        return phrase
    token = scene.tokens[phrase.end]
    joint = token.folded.startswith("ال") and token.folded in markers()["many-states"]
    return phrase._replace(end=phrase.end + 1, span=phrase.span.until(token.span)) if joint else phrase


def _name_end(phrase: Phrase) -> int:
    return phrase.name.end if phrase.name is not None else phrase.end


def _heads_group(scene: Scene, place: int, phrase: Phrase) -> bool:
    """Return whether a phrase begins with a common noun for a group of people, whatever name stands in it."""
    if phrase.name is None or phrase.name.first == place:
        return phrase.name is None and phrase.kind in _GROUPS
    head = head_at(scene.tokens[place])
    return head is not None and head[0]["class"] in _GROUPS


def _without_place(scene: Scene, phrase: Phrase) -> Phrase:
    """Return a party without the place or topic behind it: the opposition in Geneva meets there."""
    if phrase.name is not None or phrase.kind not in _GROUPS | {"office", "person"}:
        return phrase
    last = scene.chart.name_at(phrase.end - 1)
    if last is not None and last.kind in {"place", "state"} and not scene.chart.glued(last):
        inside = (name for name in scene.chart.names_within(phrase.first, last.first) if name.kind == "body")
        if any(name.end == last.first for name in inside):  # a delegation of the movement X left Cairo
            return cut_at(scene.chart, phrase, last.first)
    before = scene.chart.name_at(phrase.end - 2)
    if last is not None and last.kind == "place" and before is not None and before.kind == "nationality":
        return phrase._replace(end=last.first, span=phrase.span._replace(end=before.span.end))
    for place in range(phrase.end - 2, phrase.first, -1):
        name = scene.chart.name_at(place + 1)
        word = scene.words[place]
        placed = name is not None and name.kind in {"place", "state"} and name.end >= phrase.end
        placed = placed or scene.words[place + 1].removeprefix("ال") in markers()["building"]
        if word == "من" and placed and phrase.definite and phrase.kind in _GROUPS and place > phrase.first + 1:
            return cut_at(scene.chart, phrase, place)
        there = word in {"في", "الي"} and (placed or word == "الي") and (word == "في" or phrase.kind != "office")
        if there or (word == "علي" and phrase.kind != "office"):
            return cut_at(scene.chart, phrase, place)
    return phrase


def _with_task(scene: Scene, group: Phrase, limit: int) -> Phrase:
    """Return a committee or team with the task it is named for: a word in construct between two others."""
    task, what = group.end, group.end + 1
    if what >= limit or task in scene.chart.starts or what in scene.chart.starts:
        return group
    middle, last = scene.tokens[task], scene.tokens[what]
    known = middle.folded in verbs() or middle.folded in nouns() or head_at(middle) is not None
    joined = middle.kind is WORD and last.folded.startswith("ال") and not middle.folded.startswith("ال")
    if known or not joined or middle.folded in markers()["contrast"] or middle.folded in _LINKS:
        return group
    return group._replace(end=what + 1, span=group.span.until(last.span), definite=True)


def _joined(scene: Scene, place: int, limit: int, *, places: bool) -> tuple[list[Side], int]:
    if place < limit and scene.words[place].startswith("و") and glued(scene, place) == "و":
        return read_sides(scene, place, limit, places=places)
    return [], place


def glued(scene: Scene, place: int) -> str:
    """Return the clitics before the party that starts at a token, as folded."""
    name = scene.chart.name_at(place)
    if name is not None:
        return scene.chart.glued(name)
    head = head_at(scene.tokens[place])
    if head is None:
        word = scene.words[place]
        return word[0] if word[0] in "وب" and word[1:] in glued_to() else ""
    return scene.words[place][: head[1]]


def _usable(scene: Scene, phrase: Phrase, *, places: bool) -> bool:
    name = phrase.name
    if phrase.kind == "place":
        return places and name is not None and (name.value.entity or "").removeprefix("place:") in capitals()
    if phrase.kind not in _USABLE:
        return phrase.kind == "nationality" and scene.words[phrase.first].endswith(("ون", "ين", "يين", "وس", "اك"))
    if phrase.kind == "office" and scene.words[phrase.first].startswith("لل") and _is_group(scene, phrase):
        return False  # "for the ministers" of several states, whose names were not read
    if phrase.kind == "person" and fold_word(scene.document.article.words(phrase.span)) in cue_forms():
        return False
    if phrase.kind == "office" and not phrase.countries and phrase.end - phrase.first < 3 and _is_group(scene, phrase):
        return False
    if markers()["rank"].issuperset(scene.words[phrase.first : phrase.end]):
        return False
    if name is not None and name.kind == "body":
        entry = labels().get(name.value.entity or "")
        return entry is None or entry["class"] not in OUTLETS
    if phrase.kind in {"persons", "bodies"}:
        return bool(phrase.countries) or phrase.end - phrase.first > 1
    return phrase.kind != "body" or phrase.definite or phrase.end - phrase.first > 1


def is_group(scene: Scene, side: Side) -> bool:
    """Return whether a side is several people or bodies by its first word: ministers, leaders of."""
    words = markers()
    word = scene.words[side.first]
    return any(word[cut:] in words["group"] or word[cut:] in words["people"] for cut in range(3))


def _is_group(scene: Scene, phrase: Phrase) -> bool:
    word = scene.words[phrase.first][len(glued(scene, phrase.first)) :]
    return word in markers()["group"]


def _sent_by_two(scene: Scene, place: int, limit: int) -> tuple[list[Side], int] | None:
    """Return the bodies whose delegations or envoys are named by one word: the delegations of the government and the rebels."""
    word = scene.words[place]
    if word not in markers()["sent-by"] and word[1:] not in markers()["sent-by"]:
        return None
    phrases = find_parties(scene.chart, place + 1, limit)
    if len(phrases) < PAIR or any(phrase.kind not in {"body", "bodies", "state"} for phrase in phrases):
        return None
    sides = [side for phrase in phrases for side in _sides(scene, phrase, limit)[0]]
    return (sides, phrases[-1].end) if len(sides) == len(phrases) else None


def _people(scene: Scene, place: int, limit: int) -> tuple[list[Side], int] | None:
    """Return leaders and officials of a body as one side, by their words."""
    token = scene.tokens[place]
    cut = 1 if token.folded[0] in "وبل" and token.folded not in markers()["people"] else 0
    if token.folded[cut:] not in markers()["people"] or place + 1 >= limit:
        return None
    of = place + 1 + (scene.words[place + 1] == _FROM)
    phrases = find_parties(scene.chart, of, limit)
    of_bodies = bool(phrases) and phrases[0].kind in {"body", "bodies"} and phrases[0].end > place + 2
    if not phrases or not (phrases[0].definite or phrases[0].name is not None or of_bodies):
        return None
    end = _without_place(scene, phrases[0]).end
    span = scene.document.span(place, end)
    span = span._replace(start=span.start + cut)
    return [Side(place, end, "persons", Participant(span, scene.document.article.words(span)))], end


def _sides(scene: Scene, phrase: Phrase, limit: int) -> tuple[list[Side], int]:
    if phrase.kind == "pair" and phrase.name is None:
        word = scene.words[phrase.first]
        if word.lstrip("و").removeprefix("ب") in markers()["both"] and not phrase.countries:
            return two_sides(scene, phrase), phrase.end
        meanings = scene.referents.meanings([phrase])
        sides = [
            Side(phrase.first, phrase.end, "pair", Participant(m.span, m.label, m.entity, None, m.implied or None))
            for m in meanings
        ]
        return sides, phrase.end
    if phrase.kind == "nationality" and len(phrase.countries) > 1:
        names = [name for at in range(phrase.first, phrase.end) for name in scene.chart.starts.get(at, ())]
        return [_people_of(scene, name) for name in names if name.kind == "nationality"], phrase.end
    if phrase.kind == "office" or (phrase.kind == "person" and phrase.name is None):
        person, end = _person_ahead(scene, phrase, limit)
        if person is not None:
            span = phrase.span.until(person.span)
            who = Participant(span, person.value.label, person.value.entity)
            return [Side(phrase.first, end, "person", who)], end
    if phrase.kind == "office" and phrase.name is None and _is_group(scene, phrase):
        if len(phrase.countries) == PAIR and _dual(scene.words[phrase.first]):
            return _two_offices(scene, phrase), phrase.end
        who = Participant(phrase.span, scene.document.article.words(phrase.span))
        return [Side(phrase.first, phrase.end, "office", who)], phrase.end
    meaning = scene.referents.meaning(phrase)
    who = Participant(
        meaning.span, meaning.label, meaning.entity, None, meaning.implied or None, meaning.candidates or None
    )
    known = country_of(meaning.entity)
    if meaning.implied and known and phrase.countries and known not in phrase.countries:
        who = Participant(phrase.span, scene.document.article.words(phrase.span))
    elif phrase.kind == "office" and phrase.end - phrase.first == 1 and not meaning.implied:
        return [], phrase.end  # "the minister", and nobody to stand for
    country = phrase.countries[0] if phrase.countries else country_of(meaning.entity)
    return [Side(phrase.first, phrase.end, phrase.kind, who, country)], phrase.end


def _two_offices(scene: Scene, phrase: Phrase) -> list[Side]:
    """Return the two who hold one office in two countries: the Russian and the Turkish president."""
    sides = []
    for country in phrase.countries:
        single = phrase._replace(head=phrase.head[:-2], countries=(country,), definite=True)
        meaning = scene.referents.meaning(single)
        key = f"state:{country}"
        words = labels()[key].form if key in labels() else meaning.label
        label = meaning.label if meaning.implied else words
        who = Participant(phrase.span, label, meaning.entity if meaning.implied else key, None, True)
        sides.append(Side(phrase.first, phrase.end, "office", who, country))
    return sides


def _person_ahead(scene: Scene, phrase: Phrase, limit: int) -> tuple[Match[Name] | None, int]:
    """Return the person whom a long office is said of: the minister's aide for the affairs of …, NAME."""
    place = phrase.end
    while place < min(limit, phrase.end + MAX_AHEAD_TOKENS):
        token = scene.tokens[place]
        name = scene.chart.name_at(place)
        if token.folded in COMMAS and place + 2 < limit:
            return _named_behind_comma(scene, place + 1, limit) or (None, phrase.end)
        if scene.chart.dated[place] or token.kind is not WORD or token.folded in markers()["relative"]:
            break
        if name is not None:
            front = scene.chart.glued(name)
            if name.kind == "person":
                return (name, name.end) if not front else (None, phrase.end)
            if front not in {"", "ل", "و"} or (front == "و" and name.kind != "office"):
                break
            other = of_other_countries(scene.chart, phrase.first, place, name)
            if (front == "و" and (other or _is_group(scene, phrase))) or (name.kind == "office" and other):
                break  # X's president received Y's; the ministers and the secretary Z
            place = name.end
        elif token.folded in {"الي", "في"}:
            following = scene.words[place + 1] if place + 1 < limit else ""
            post = scene.chart.name_at(place + 1) if place + 1 < limit else None
            if post is not None and post.kind in {"state", "place", "body"}:
                place = post.end
                continue
            if following not in nouns() and not following.endswith("شوون"):
                break
            place += 2
        elif (
            token.folded in {"هذا", "البلد", "الخاص"}
            or (token.folded.startswith("وال") and head_at(token) is None)
            or token.folded.startswith(("لل", "ال"))
            or (head_at(token) is not None and not token.folded.startswith(("و", "ب")))
        ):
            place += 1
        else:
            break
    return None, phrase.end


def _named_behind_comma(scene: Scene, place: int, limit: int) -> tuple[Match[Name], int] | None:
    """Return the person named between two commas, who holds the office before them: the envoy to X, NAME, arrived."""
    name = scene.chart.name_at(place)
    if name is None or name.kind != "person" or scene.chart.glued(name):
        return None
    closed = name.end >= limit or scene.words[name.end] in COMMAS
    return (name, name.end) if closed else None


def _group(scene: Scene, place: int, limit: int) -> tuple[list[Side], int] | None:
    """Return the members of a group that starts at a token, named by person or by state; None where none does."""
    tokens = scene.tokens
    word = tokens[place].folded
    words = markers()
    if words["group"].isdisjoint((word, word[1:], word[2:])):
        return _person_and_peers(scene, place, limit)
    persons: list[Match[Name]] = []
    states: list[Match[Name]] = []
    end = position = place + 1
    while position < min(limit, place + MAX_GROUP_TOKENS) and not scene.chart.dated[position]:
        name = scene.chart.name_at(position)
        token = tokens[position]
        both = None if states or persons else two_states(scene, position, limit)
        if both is not None:
            return _at(both[0], place, both[1]), both[1]
        if name is not None and scene.chart.glued(name) not in {"", "و"}:
            break
        if name is not None and name.kind == "person":
            persons.append(name)
            position = end = name.end
        elif name is not None and name.kind in {"state", "nationality", "office", "body"}:
            if state_of(name) is not None:
                states.append(name)
            elif name.kind == "body":
                break
            position = end = name.end
        elif token.folded == "في" and position + 1 < limit and _states_follow(scene, position + 1):
            position += 1
        elif not states and token.folded[0] == "و" and _goes_on(token.folded[1:]):
            position = end = position + 1  # the ministers of irrigation and heads of intelligence of X and Y
        elif token.folded in words["inside"] or token.folded in words["both"] or token.folded == "الدول":
            position = end = position + 1
        elif token.folded in _MARKS:
            position += 1
        else:
            break
    if len(persons) > 1:
        last = persons[-1].end
        sides = [_named_side(name, "person") for name in persons]
        return [sides[0]._replace(first=place), *sides[1:]], last
    inner = [token.folded for token in tokens[place:end]]
    if not states and any(each in words["three"] for each in inner):
        states = scene.states_before(place, 3)
    elif not states and any(each in words["both"] for each in inner[1:]):
        states = scene.states_before(place, 2)
    if len(states) > 1 and not persons and "نظير" not in word:
        named = all(place < name.first < end for name in states)
        of_two = len(states) == 2 and word.endswith(_TWO_OF) and scene.chart.glued(states[1]) == "و"
        if named and not (_dual(word) or of_two) and all(name.kind == "nationality" for name in states):
            return None
        if not _dual(word) or not named or states[0].kind == "state":
            sides = [_state_side(name, implied=not named) for name in states]
            return _at(sides, place, end), end
    return None


def _states_follow(scene: Scene, place: int) -> bool:
    """Return whether a state, or "each of", stands at a token."""
    return state_at(scene, place) or scene.words[place] in {"كل", "كلا"}


def _goes_on(word: str) -> bool:
    """Return whether a word joined by "and" goes on with the offices of a group."""
    words = markers()
    return word in words["inside"] or word in words["group"] or word in words["traveller"]


def _at(sides: Sequence[Side], first: int, end: int) -> list[Side]:
    """Return the members of a group, each standing where the group stands."""
    return [side._replace(first=first, end=end) for side in sides]


def state_at(scene: Scene, place: int) -> bool:
    """Return whether a state is named at a token without a clitic."""
    name = scene.chart.name_at(place)
    return name is not None and name.kind == "state" and not scene.chart.glued(name)


def _dual(word: str) -> bool:
    return word.endswith(("ان", "ين"))


def _person_and_peers(scene: Scene, place: int, limit: int) -> tuple[list[Side], int] | None:
    """Return a person and the peers joined to them: the president X and his two counterparts, the Russian Y and the Turkish Z."""
    phrases = find_parties(scene.chart, place, limit)
    if not phrases or phrases[0].kind != "person" or phrases[0].end >= limit:
        return None
    after = phrases[-1].end
    if after >= limit or not any(scene.words[after][cut:] in {"نظيريه", "نظيريها", "نظرايه"} for cut in (0, 1)):
        return None
    peers = _group(scene, after, limit)
    if peers is None:
        return None
    first, _ = _sides(scene, phrases[0], limit)
    return first + peers[0], peers[1]


def _people_of(scene: Scene, name: Match[Name]) -> Side:
    span = name.value.span
    return Side(name.first, name.end, "nationality", Participant(span, scene.document.article.words(span)))


def _named_side(name: Match[Name], level: str) -> Side:
    who = Participant(name.value.span, name.value.label, name.value.entity)
    return Side(name.first, name.end, level, who)


def _state_side(name: Match[Name], *, implied: bool = False) -> Side:
    key = state_of(name)
    label = name.value.label if name.kind == "state" else labels()[key or ""].form
    who = Participant(name.value.span, label, key, None, implied or None)
    return Side(name.first, name.end, "state", who)


def nationality_sides(names: Sequence[Match[Name]]) -> list[Side]:
    """Return the states that adjectives in a row name: the Iranian-Turkish-Russian meeting."""
    return [_state_side(name) for name in names if state_of(name) is not None]
