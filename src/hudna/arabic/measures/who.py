"""The parties of measures as they are read: sides, a pair resolved to those named together before, "for the" cut off."""

from collections.abc import Iterable, Sequence
from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.sides import nationality_sides
from hudna.arabic.contacts.sides import read_sides as read_any_sides
from hudna.arabic.incidents.heads import bare
from hudna.arabic.incidents.parties import OPENING, force_at
from hudna.arabic.incidents.verb_forms import is_verb_form
from hudna.arabic.incidents.words import actors
from hudna.arabic.incidents.words import markers as force_markers
from hudna.arabic.measures.general import general_side
from hudna.arabic.measures.words import markers
from hudna.arabic.names.groups import pair_of_states
from hudna.arabic.names.parties import find_party
from hudna.arabic.names.tables import duals, labels, pair_adjectives
from hudna.arabic.scene import OUTLETS, Scene, state_of
from hudna.model import ContactStatus, Participant, Party, Sentence
from hudna.model.frozen import replace
from hudna.text import fold_word

_STATES: Final = frozenset({"الدولتان", "الدولتين", "البلدان", "البلدين"})
_MET: Final = frozenset({ContactStatus.HELD, ContactStatus.UNDER_WAY})
_ON_THE_PART: Final = frozenset({"قبل", "جانب", "طرف"})


def read_sides(scene: Scene, place: int, limit: int, *, places: bool = True) -> tuple[list[Side], int]:
    """Return the sides that start at a token and the token after them; capitals stand for their governments."""
    found: list[Side] = []
    while True:
        sides, end = read_any_sides(scene, place, limit, places=places)
        sides, end = _named_behind(scene, sides, end, limit)
        for side in sides:
            found += _shared(scene, side) or [_whole(scene, side)]
        general = None if sides and found else _general(scene, place, limit) or _unnamed(scene, place, limit, sides)
        if general is not None:
            found.append(general)
            end = general.end
        if not (sides or general):
            return found, end
        end = _past_side(scene, end, limit)
        if end >= limit or not scene.words[end].startswith("و"):
            return found, end
        again = _named_again(scene, end, limit)
        if again is not None:
            place = again
            continue
        if scene.words[end] == "و" and scene.chart.name_at(end) is None:
            apart = end + 2 if end + 1 < limit and scene.words[end + 1] in OPENING else end + 1
            if apart < limit and scene.chart.name_at(apart) is not None:
                place = apart
                continue
            return found, end
        name = scene.chart.name_at(end)
        known = name is not None and scene.chart.glued(name) == "و"
        if not (
            known or _general(scene, end, limit) or _unnamed(scene, end, limit, ()) or _known_body(scene, end, limit)
        ):
            return found, end
        place = end


def _known_body(scene: Scene, place: int, limit: int) -> bool:
    """Return whether "and" with the article joins a body that needs no name: the rebels and the government."""
    return scene.words[place].startswith("وال") and bool(read_any_sides(scene, place, limit)[0])


def _past_side(scene: Scene, end: int, limit: int) -> int:
    """Return the token behind "on the one hand" where a side ends with it."""
    if end + 1 < limit and scene.words[end] == "من" and scene.words[end + 1] in markers()["hand"]:
        end += 2
        if end < limit and scene.words[end] in {"اخري", "ثانيه", "اولي"}:
            end += 1
    return end


def _named_again(scene: Scene, end: int, limit: int) -> int | None:
    """Return the token of the side that "and between", "and each of" or "then" joins; None for any other word."""
    folded = scene.words[end]
    if folded == "وبين":
        return end + 1
    if folded == "وكل" and end + 2 < limit and scene.words[end + 1] == "من":
        return end + 2
    return None


def _named_behind(scene: Scene, sides: Sequence[Side], end: int, limit: int) -> tuple[list[Side], int]:
    """Return sides whose last, an office, has its holder's name behind it: the president of South Sudan NAME."""
    name = scene.chart.name_at(end) if sides and end < limit else None
    if name is None or name.kind != "person" or scene.chart.glued(name):
        return list(sides), end
    last = sides[-1]
    if fold_word(last.who.label) in markers()["of-a-person"]:  # the administration of X
        span = last.who.span.until(name.span)
        whole = replace(last.who, span=span, label=scene.document.article.words(span))
        return [*sides[:-1], last._replace(end=name.end, who=whole)], name.end
    if last.level == "body" and (office := scene.chart.name_at(end - 1)) is not None and office.kind == "office":
        span = last.who.span.until(name.span)  # the administration of a president
        whole = replace(last.who, span=span, label=scene.document.article.words(span))
        return [*sides[:-1], last._replace(end=name.end, who=whole)], name.end
    if last.level not in {"office", "person"} or _judges(last.who.label):
        return list(sides), end
    who = Participant(last.who.span.until(name.span), name.value.label, name.value.entity)
    if last.who.span.start > name.span.start:
        who = Participant(name.span, name.value.label, name.value.entity)
    return [*sides[:-1], last._replace(end=name.end, level="person", who=who)], name.end


def _judges(label: str) -> bool:
    """Return whether a label is that of a court or a judge without a name, behind which stands whom it judges."""
    return fold_word(label.split(maxsplit=1)[0]) in markers()["court"] - {"القاضي"}


def _unnamed(scene: Scene, place: int, limit: int, sides: Sequence[Side]) -> Side | None:
    if sides or place >= limit:
        return None
    return general_side(scene, place, limit) or _armed(scene, place, limit)


def _armed(scene: Scene, place: int, limit: int) -> Side | None:
    """Return the armed people that start at a token, some of them counted or not: the gunmen, a number of fighters."""
    if place + 2 < limit and scene.words[place] in markers()["number-of"]:
        place += 2 if scene.words[place + 1] == "من" else 0
    if bare(scene.words[place]) not in actors()["armed"]:
        return None
    sides, _ = fighters_at(scene, place, limit)
    return _whole(scene, sides[0]) if sides else None


def _general(scene: Scene, place: int, limit: int) -> Side | None:
    """Return a plural with the article that stands for many as one side: the factions, the rebels."""
    if place >= limit:
        return None
    folded = scene.words[place]
    party = find_party(scene.chart, place, limit)
    if party is None or party.kind not in {"bodies", "persons"} or party.name is not None:
        return None
    if not folded.startswith(("ال", "وال", "لل")):
        return None
    who = Participant(party.span, scene.document.article.words(party.span))
    return _whole(scene, Side(party.first, party.end, party.kind, who))


def _shared(scene: Scene, side: Side) -> list[Side]:
    """Return the states of two nations that share one word: the Egyptian and Ethiopian authorities."""
    if side.level not in {"body", "bodies", "persons"}:
        return []
    names = [
        name
        for place in range(side.first + 1, min(side.end + 1, len(scene.tokens)))
        for name in scene.chart.starts.get(place, ())
        if name.kind == "nationality"
    ]
    joined = len(names) > 1 and all(scene.chart.glued(name) == "و" for name in names[1:])
    return nationality_sides(names) if joined else []


def _whole(scene: Scene, side: Side) -> Side:
    """Return a side with its full label: behind "for the" its article has lost its first letter in writing.

    What stands behind "from" belongs to a group with the article no more, nor does a land: the foreign forces, from Iraq.
    """
    who = side.who
    plain = who.entity is None and not who.implied and not _ends_in_name(scene, side)
    end = _phrase_end(who.label) if plain else len(who.label)
    if end < len(who.label):
        who = replace(who, label=who.label[:end], span=who.span._replace(end=who.span.start + end))
        side = side._replace(who=who)
    if who.entity is None and not who.implied and " من " in who.label and _comes_from(who.label):
        label = who.label[: who.label.index(" من ")]
        who = replace(who, label=label, span=who.span._replace(end=who.span.start + len(label)))
        side = side._replace(who=who)
    token = scene.tokens[side.first]
    before = who.span.start - token.start
    cut = before == len("لل") and token.surface.startswith("لل") and not who.label.startswith("ال")
    if who.entity is None and cut:
        return side._replace(who=replace(who, label=f"ال{who.label}"))
    if who.entity is not None or not who.label.startswith("ل"):
        return side
    if before < 1 or token.surface[before - 1 : before + 1] != "لل":
        return side
    return side._replace(who=replace(who, label=f"ا{who.label}"))


def _ends_in_name(scene: Scene, side: Side) -> bool:
    """Return whether a side ends with a name: a part of it may look like a verb."""
    names = (scene.chart.name_at(place) for place in range(side.first, side.end))
    administration = fold_word(side.who.label.split(" ")[0]) in markers()["of-a-person"]
    return any(
        name is not None and name.end == side.end and (name.end > name.first + 1 or administration) for name in names
    )


def _comes_from(label: str) -> bool:
    """Return whether "from" tells in a label where a group comes from, rather than of which it is."""
    behind = fold_word(label.split(" من ", 1)[1]).split()[:1]
    return label.startswith("ال") or not force_markers()["taken-ground"].isdisjoint(behind)


def _phrase_end(label: str) -> int:
    """Return where a noun phrase ends in its words: before a relative word or a verb of its own clause."""
    at = 0
    for number, word in enumerate(label.split(" ")):
        folded = fold_word(word)
        if number and (folded in markers()["relative"] or is_verb_form(folded)):
            return at - 1
        at += len(word) + 1
    return len(label)


def fighters_at(scene: Scene, place: int, limit: int) -> tuple[list[Side], int]:
    """Return the fighters that start at a token, by their words, and the token after them: the Kurdish fighters."""
    force = force_at(scene, place, limit)
    if force is None or not force.armed or force.phrase is not None or force.party.implied:
        return [], place
    named = _named_in_marks(scene, force.end, limit)
    if named is not None and force.end == place + 1:
        return [named], named.end
    party = force.party
    return [Side(place, force.end, "persons", Participant(party.span, party.label, party.entity))], force.end


def folk_at(scene: Scene, place: int, limit: int) -> tuple[list[Side], int]:
    """Return those without a name or a state that start at a token, by their words, and the token after: rebels, the Kurds."""
    force = force_at(scene, place, limit) if place < limit else None
    if force is not None and force.armed and force.phrase is not None and force.phrase.kind == "persons":
        party = force.party
        return [Side(place, force.end, "persons", Participant(party.span, party.label, party.entity))], force.end
    name = scene.chart.name_at(place) if place < limit else None
    if name is None or name.kind != "nationality" or state_of(name) is not None or scene.chart.glued(name):
        return [], place
    if not scene.words[place].startswith("ال") or scene.words[place].endswith(("ي", "ه")):
        return [], place
    span = name.value.span
    return [Side(place, name.end, "persons", Participant(span, scene.document.article.words(span)))], name.end


def _named_in_marks(scene: Scene, place: int, limit: int) -> Side | None:
    """Return the group whose name stands in quotation marks at a token: the fighters of "NAME"."""
    if place + 1 >= limit or scene.words[place] not in OPENING - {"#"}:
        return None
    sides, end = read_any_sides(scene, place + 1, limit)
    if not sides or sides[0].level not in {"body", "bodies"}:
        return None
    closed = end < limit and scene.words[end] in {'"', "»", "”"}
    return sides[0]._replace(end=end + 1 if closed else end)


def people_at(scene: Scene, place: int) -> Side:
    """Return the people that a plural with the article names, by that word: the wounded."""
    token = scene.tokens[place]
    return Side(place, place + 1, "persons", Participant(token.span, token.surface))


def is_pair(side: Side) -> bool:
    """Return whether a side only takes up two named before: the two sides."""
    return side.level == "pair" or names_pair(side.who.label)


def names_pair(label: str) -> bool:
    """Return whether a label only takes up two named before."""
    words = fold_word(label).split()
    if not 0 < len(words) < 3:
        return False
    both = words[0] in duals() and words[-1] in pair_adjectives()  # the two Korean leaders
    return both or words[0].removeprefix("و") in markers()["pair"] | {"كلا", "كلتا"}


def party_of(side: Side) -> Party:
    """Return a side as a party."""
    who = side.who
    return Party(who.span, who.label, who.entity, who.side, who.implied, who.candidates)


def parties_of(sides: Sequence[Side]) -> tuple[Party, ...]:
    """Return sides as parties, each once."""
    return distinct(map(party_of, sides)) if sides else ()


def on_the_part_of(scene: Scene, first: int, end: int) -> tuple[Party, ...]:
    """Return who is named behind an "on the part of" that stands between two tokens of a sentence."""
    sentence = scene.sentence_at(first)
    for place in range(first, min(sentence.end - 2, end)):
        if scene.words[place] in {".", "؛"}:
            break
        if scene.words[place] == "من" and scene.words[place + 1] in _ON_THE_PART:
            return parties_of(read_sides(scene, place + 2, sentence.end)[0])
    return ()


def states_of(sides: Sequence[Side]) -> tuple[Party, ...]:
    """Return the states whose forces or officials sides are, as implied parties."""
    found = []
    for side in sides:
        state = labels().get(f"state:{side.country}") if side.country and side.level != "state" else None
        if state is not None:
            found.append(Party(side.who.span, state.form, f"state:{side.country}", implied=True))
    return distinct(found)


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return parties, each once."""
    found: dict[str, Party] = {}
    for party in parties:
        if party.entity is not None or fold_word(party.label) not in markers()["nobody"]:
            found.setdefault(party.entity or party.label, party)
    return tuple(found.values())


def resolved(scene: Scene, sides: Sequence[Side], before: Sequence[Sequence[Party]]) -> tuple[Party, ...]:
    """Return sides as parties, a pair as the two that were named together last.

    ``before`` are the parties of the measures told before, the last one last.
    """
    if not any(is_pair(side) for side in sides):
        return parties_of(sides)
    pair = the_two(scene, sides[0].first, before)
    if not pair:
        found = tuple(party for party in parties_of(sides) if not reports(party))
        if len(found) > 1:
            return found
        span = scene.document.span(sides[0].first, sides[0].end)
        return (Party(span, scene.document.article.words(span)),)
    return distinct([*(party_of(side) for side in sides if not is_pair(side)), *pair])


def the_two(scene: Scene, place: int, before: Sequence[Sequence[Party]]) -> tuple[Party, ...]:
    """Return the two who were named together last before a token, none where nobody was."""
    near = scene.words[place : place + 3]
    states = next((keys for word in near if (keys := pair_of_states(word) or pair_adjectives().get(word))), None)
    if states is not None:
        span = scene.document.span(place, place + 1)
        return tuple(Party(span, labels()[key].form, key, implied=True) for key in states)
    pair = next((tuple(parties) for parties in reversed(before) if len(parties) == 2), None) or _met(scene, place)
    if pair is None:
        sides = nationality_sides(scene.states_before(place, 2))
        pair = parties_of(sides) if len(sides) == 2 else _two_near(scene, place)
    return tuple(replace(party, implied=True) for party in pair or ())


def the_two_met(scene: Scene, place: int) -> tuple[Party, ...]:
    """Return the two who met last before a token, or the only two states named right before it."""
    pair = _met(scene, place) or _two_near(scene, place) or ()
    if any(word in _STATES for word in scene.words[place : place + 2]):
        pair = tuple(_state_of_person(party) or party for party in pair)
    return tuple(replace(party, implied=True) for party in pair)


def _state_of_person(party: Party) -> Party | None:
    """Return the state that a person known by name holds office for."""
    row = labels().get(party.entity or "")
    state = labels().get(f"state:{row['country'].lower()}") if row is not None and row.kind == "person" else None
    return replace(party, label=state.form, entity=f"state:{state.id}") if state is not None else None


def _two_near(scene: Scene, place: int) -> tuple[Party, ...] | None:
    """Return the only two states that a sentence and the one before it name, themselves or by their people.

    The two movements, the two parties are the only two bodies named there.
    """
    sentence = scene.sentence_at(place)
    first = scene.document.sentences[max(0, sentence.index - 1)].first
    found: dict[str, Party] = {}
    bodies = not markers()["pair-bodies"].isdisjoint(scene.words[place : place + 2])
    for name in scene.document.names:
        if bodies and first <= name.first < place and name.kind == "body":
            party = Party(name.value.span, name.value.label, name.value.entity, implied=True)
            found.setdefault(party.entity or party.label, party)
        elif not bodies and first <= name.first < place and name.kind in {"state", "nationality", "person"}:
            row = labels().get(name.value.entity or "")
            key = f"state:{row['country'].lower()}" if row is not None and row.kind == "person" else state_of(name)
            if key is not None and key in labels():
                found.setdefault(key, Party(name.value.span, labels()[key].form, key, implied=True))
    return tuple(found.values()) if len(found) == 2 else None


def _met(scene: Scene, place: int) -> tuple[Party, ...] | None:
    """Return the two who took part in the last contact told before a token."""
    for match in scene.document.contacts[::-1]:
        people = match.value.participants
        if match.first < place and len(people) == 2 and not any(reports(as_party(who)) for who in people):
            return tuple(as_party(who) for who in people)
    return None


def those_who_met(scene: Scene, place: int, sentence: Sentence) -> tuple[Party, ...]:
    """Return who took part in the last contact told before a token, in its sentence or the one before; none else."""
    first = scene.document.sentences[max(0, sentence.index - 1)].first
    for match in scene.document.contacts[::-1]:
        if first <= match.first < place:
            people = [as_party(who) for who in match.value.participants]
            several = len(people) > 1 and not any(reports(party) for party in people)
            return tuple(replace(party, implied=True) for party in people) if several else ()
    return ()


def who_meet(scene: Scene, place: int, sentence: Sentence) -> tuple[Party, ...]:
    """Return who meets or has met, told last before a token in its sentence; nobody where the meeting is only planned."""
    for match in scene.document.contacts[::-1]:
        if sentence.first <= match.first < place:
            people = [as_party(who) for who in match.value.participants]
            several = len(people) > 1 and not any(reports(party) for party in people)
            return tuple(people) if several and match.value.status in _MET else ()
    return ()


def is_outlet(party: Party) -> bool:
    """Return whether a party is an outlet, which takes no stand by printing one."""
    row = labels().get(party.entity or "")
    if row is not None:
        return row["class"] in OUTLETS - {"company"}
    return fold_word(party.label) in markers()["paper"]


def reports(party: Party) -> bool:
    """Return whether a party only tells what others do: an outlet, an observatory."""
    row = labels().get(party.entity or "")
    if row is not None:
        return row["class"] in OUTLETS | {"monitor"}
    return not markers()["outlet"].isdisjoint(fold_word(party.label).split()[:1])


def as_party(who: Participant) -> Party:
    """Return who takes part in a contact as a party."""
    return Party(who.span, who.label, who.entity, who.side, who.implied, who.candidates)


def is_of_side(scene: Scene, place: int, end: int) -> bool:
    """Return whether an adjective of nationality belongs to a side told behind the definite ``end`` of a measure's words."""
    closed = scene.words[place - 2 - (scene.words[place - 2] in OPENING)].startswith("ال")
    sides = read_sides(scene, place - 1, place + 1)[0] if closed and place > end else []
    return bool(sides) and sides[0].first == place - 1 and sides[0].end > place
