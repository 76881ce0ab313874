"""One telling of a measure: its phrase, what governs it, what a relative clause or a verb behind it says."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.words import Tense
from hudna.arabic.contacts.words import nouns as contact_nouns
from hudna.arabic.measures.by_verb import read_verb_phrase, status_of_verb
from hudna.arabic.measures.chain import NO_ROW, Link, is_speaker, read_chain
from hudna.arabic.measures.convicts import sentenced
from hudna.arabic.measures.despite import attacked_despite
from hudna.arabic.measures.draft import Draft, Stand
from hudna.arabic.measures.drafting import make_draft, moves_armed, stopped
from hudna.arabic.measures.holders import holder_of
from hudna.arabic.measures.itself import by_itself, joined, owed, presumed_stand
from hudna.arabic.measures.phrase import Phrase, noun_at, read_phrase
from hudna.arabic.measures.relative import movers_behind, read_after
from hudna.arabic.measures.standing import of_chain
from hudna.arabic.measures.stands import SOUGHT, by_chain, make_stand
from hudna.arabic.measures.who import parties_of, read_sides, the_two
from hudna.arabic.measures.words import Noun, Verb, markers, nouns
from hudna.arabic.names.tables import labels
from hudna.arabic.scene import Scene
from hudna.model import (
    WORD,
    Match,
    MeasureKind,
    MeasureStatus,
    Party,
    Sentence,
    SentenceKind,
    Statement,
)
from hudna.model.frozen import replace
from hudna.text import fold_word

MAX_PRONOUN: Final = 3
_PLURAL: Final = frozenset({"وا", "ون"})
_WITH_THEM: Final = frozenset({"معه", "معها", "معهم"})
MAX_TOPIC: Final = 12
_CLAUSE: Final = frozenset({"ان", "بان", "وان", "لكن", "بينما", "فيما"})
MIN_AGREEING: Final = 2
MAX_VERB_REACH: Final = 10
MAX_ASKED: Final = 10
MAX_SENTENCED: Final = 12
MAX_HOSPITAL: Final = 8
MAX_TERMS: Final = 12
MAX_COUNCIL: Final = 6
MAX_APPOINTED: Final = 18
_STOPS: Final = frozenset({".", "؛", ":", "،"})
_RULINGS: Final = frozenset({"ruling", "verdict", "referral", "warrant"})
_ACCORD: Final = Noun("accord", MeasureKind.AGREEMENT, {}, "", "", definite=True, owner="")
_HITS: Final = frozenset({"boycott-state", "court-orders", "rule"})  # verbs whose object is named in their frame
_RESOLVED: Final = frozenset({"declare", "decide"})
_TO_DO: Final = frozenset({"ان", "بان", "وان"})
_LATER: Final = frozenset(
    {MeasureStatus.BROKEN, MeasureStatus.ACCEPTED, MeasureStatus.IMPLEMENTED, MeasureStatus.IN_EFFECT}
)
_DEPARTURES: Final = frozenset({"leave-place", "leave-land"})
_DEMANDS: Final = frozenset({"disarm", "stop-act"})
_ENACTED: Final = frozenset({MeasureStatus.ADOPTED, MeasureStatus.VETOED, MeasureStatus.SIGNED})
_WISHED: Final = frozenset({MeasureStatus.CALLED_FOR, MeasureStatus.REJECTED})
_NOT_THERE: Final = frozenset(
    {MeasureStatus.CALLED_FOR, MeasureStatus.REJECTED, MeasureStatus.PROPOSED, MeasureStatus.DENIED}
)
_PENDING: Final = frozenset(
    {MeasureStatus.SUSPENDED, MeasureStatus.STALLED, MeasureStatus.DRAFTED, MeasureStatus.UNDER_NEGOTIATION}
)
_PUT_FORWARD: Final = frozenset({MeasureStatus.PROPOSED, MeasureStatus.DRAFTED})
_TEXTS: Final = frozenset({MeasureKind.AGREEMENT, MeasureKind.DOCUMENT, MeasureKind.RESOLUTION})


def read_telling(scene: Scene, place: int, sentence: Sentence, before: Sequence[Draft]) -> list[Draft]:
    """Return what the noun at a token tells: one draft, two where a resolution and what it orders are told at once."""
    phrase = read_phrase(scene, place, sentence.end)
    if phrase is None:
        return []
    if phrase.noun.id == "resolution" and not _of_council(scene, phrase, sentence):
        return []
    if phrase.noun.id == "withdrawal" and (
        _from_accord(scene, phrase, sentence.end) or _told_of_accord(scene, phrase, before)
    ):
        return _left(scene, phrase, sentence, before)
    if _to_hospital(scene, phrase, sentence.end):
        return []
    if phrase.kind is MeasureKind.MECHANISM and is_speaker(scene, phrase.first):
        return []  # not set up, but announcing something itself
    if _general(scene, phrase, sentence.end) or _appoints(scene, phrase, sentence.end):
        return []
    phrase.new = phrase.new or (place > sentence.first and scene.words[place - 1] in {"او", "ولا"})
    phrase.with_ += _bound_by_terms(scene, phrase, sentence.end)
    if phrase.noun.id in _RULINGS - {"referral"} and not phrase.people:
        phrase.people += sentenced(scene, phrase.core - 1, min(sentence.end, phrase.core + MAX_SENTENCED))
    phrase.with_ += _with_them(scene, phrase, sentence)
    token = scene.tokens[place]
    told = scene.told_in(token.end - 1, token.field)
    if phrase.pair is not None:
        phrase.named = the_two(scene, phrase.pair, [draft.parties for draft in before])
    stands = _stands(scene, phrase, sentence, told, before)
    if phrase.noun.id == "plan" and phrase.inner is None and not _of_several(phrase, stands):
        stands = []  # whose plan it is tells nothing of what it is for
    if phrase.noun.id == "probe":
        stands = [stand for stand in stands if stand.status in _WISHED]  # who looks into a crime sets up no mechanism
    if phrase.noun.id != "draft-resolution":
        stands = [stand for stand in stands if "<knock-down>" not in stand.rule]
    elif any(stand.status in _PUT_FORWARD and not stand.by for stand in stands):
        movers = movers_behind(scene, phrase, sentence)
        stands = [replace(each, by=each.by or movers) if each.status in _PUT_FORWARD else each for each in stands]
    if phrase.noun.id in SOUGHT:
        stands = [stand for stand in stands if not _reached(stand)]
    if phrase.noun.id in _DEMANDS:
        stands = [stand for stand in stands if _asked_of(stand)]
    if phrase.noun.id in _DEPARTURES:
        stands = [stand for stand in stands if stand.status in _WISHED | {MeasureStatus.ACCEPTED, MeasureStatus.AGREED}]
    if phrase.noun.id == "coalition":
        stands = [stand for stand in stands if stand.status is not MeasureStatus.AGREED or "<exist>" not in stand.rule]
    if phrase.noun.id == "law":
        basis = _is_basis(scene, phrase, sentence)
        stands = [
            each for each in stands if each.status in _ENACTED and (not basis or each.rule.startswith(phrase.rule))
        ]
    kinds = [phrase.kind]
    if phrase.inner is not None and phrase.noun.kind is MeasureKind.RESOLUTION:
        kinds = [phrase.noun.kind, phrase.inner.kind]
    return [make_draft(scene, phrase, kind, _of_kind(phrase, kind, stands), sentence) for kind in kinds]


def _of_council(scene: Scene, phrase: Phrase, sentence: Sentence) -> bool:
    """Return whether a decision that asks for something is one of a council, where only its asking tells what it is."""
    if phrase.core >= sentence.end or scene.words[phrase.core] not in markers()["asks"]:
        return True
    near = scene.tokens[max(sentence.first, phrase.first - MAX_COUNCIL) : phrase.core]
    words = markers()["council"]
    return any(token.folded in words or token.folded.removeprefix("و") in words for token in near)


def _is_basis(scene: Scene, phrase: Phrase, sentence: Sentence) -> bool:
    """Return whether a law is only what somebody acts by: barred the site on the basis of a law."""
    near = scene.words[max(sentence.first, phrase.first - 2) : phrase.first]
    return not markers()["basis"].isdisjoint(near)


def _asked_of(stand: Stand) -> bool:
    """Return whether a standing of what is asked of a side is a stand: its own promise of it is no measure."""
    if stand.status in {MeasureStatus.UNDER_NEGOTIATION, MeasureStatus.IN_EFFECT, MeasureStatus.EXTENDED}:
        return False
    return stand.status is not MeasureStatus.CALLED_FOR or bool(stand.by or stand.of)


def _reached(stand: Stand) -> bool:
    """Return whether a standing takes what is only sought for reached: broken, or the way to it opened."""
    return stand.status is MeasureStatus.BROKEN or (
        stand.status is MeasureStatus.AGREED and stand.rule.startswith("<set-up>")
    )


def _to_hospital(scene: Scene, phrase: Phrase, limit: int) -> bool:
    """Return whether hurt people are only taken to hospital: no arrangement takes them out of a place."""
    if phrase.noun.kind is not MeasureKind.EVACUATION or not scene.words[phrase.first].endswith("نقل"):
        return False
    near = scene.words[phrase.core : min(limit, phrase.core + MAX_HOSPITAL)]
    return not markers()["hospital"].isdisjoint(near) and "من" not in near


def _general(scene: Scene, phrase: Phrase, limit: int) -> bool:
    """Return whether a noun means no agreement in particular: agreeing that something is needed, international accords."""
    start = phrase.core + (phrase.core < limit and scene.words[phrase.core] in markers()["wide"])  # broad agreement
    words = scene.words[start : min(limit, start + 2)]
    if phrase.noun.id == "accord" and words[:1] == ["بان"]:
        return True
    if phrase.noun.id == "accord" and words[:1] == ["علي"]:
        return not markers()["opinion"].isdisjoint(words[1:])
    return phrase.noun.id == "accords" and words[:1] == ["الدوليه"]


def _appoints(scene: Scene, phrase: Phrase, limit: int) -> bool:
    """Return whether a decree or a decision names somebody to an office or takes him out of it: that is no measure.

    A resolution of a council that orders more than that stays one.
    """
    if phrase.noun.kind is not MeasureKind.RESOLUTION or phrase.inner is not None or phrase.noun.id in _RULINGS:
        return False
    words = markers()
    for place in range(phrase.first + 1, min(limit, phrase.first + MAX_APPOINTED)):
        word = scene.words[place]
        if word in words["appoints"]:
            return True
        if word in _STOPS or word in words["voting"]:
            return False
    return False


def _of_several(phrase: Phrase, stands: Sequence[Stand]) -> bool:
    """Return whether several have to do with a plan: it is between them, or one made it and another judges it."""
    takers = {party.entity or party.label for stand in stands for party in stand.by}
    return bool(phrase.with_) or len(phrase.parties) > 1 or len(takers) > 1


def _bound_by_terms(scene: Scene, phrase: Phrase, limit: int) -> list[Side]:
    """Return the armed group that the terms of an agreement without two sides bind: an accord that provides for its leaving."""
    if phrase.noun.kind is MeasureKind.RESOLUTION and phrase.end + 1 < limit:
        asks = scene.words[phrase.end] in markers()["asks"]
        return read_sides(scene, phrase.end + 1, limit)[0][:1] if asks else []
    if phrase.noun.id != "accord" or phrase.with_ or phrase.parties or phrase.end + 1 >= limit:
        return []
    if scene.words[phrase.end] not in markers()["provides"]:
        return []
    for place in range(phrase.end + 1, min(limit, phrase.end + MAX_TERMS)):
        name = scene.chart.name_at(place)
        row = labels().get(name.value.entity or "") if name is not None else None
        if row is not None and row.kind == "body" and row["class"] == "armed_group":
            return read_sides(scene, place, limit)[0][:1]
    return []


def _with_them(scene: Scene, phrase: Phrase, sentence: Sentence) -> list[Side]:
    """Return the state or body that a pronoun behind "with" takes up: leaving the union, and an agreement with it."""
    if phrase.noun.kind is not MeasureKind.AGREEMENT or phrase.with_ or phrase.parties:
        return []
    reach = scene.tokens[phrase.core : min(sentence.end, phrase.end + MAX_PRONOUN)]
    if not any(token.folded in _WITH_THEM for token in reach):
        return []
    for place in range(phrase.first - 1, sentence.first, -1):
        name = scene.chart.name_at(place)
        if name is not None and name.kind in {"state", "body"} and name.first == place:
            return read_sides(scene, place, name.end)[0][:1]
    return []


def _of_kind(phrase: Phrase, kind: MeasureKind, stands: Sequence[Stand]) -> list[Stand]:
    """Return standings as they hold of a kind: what becomes of a draft leaves what it would order proposed."""
    if kind is MeasureKind.RESOLUTION:
        kept = [stand for stand in stands if not stand.rule.startswith("<despite>")]
        return [stopped(stand) for stand in kept] if phrase.noun.id == "draft-resolution" else kept
    if phrase.noun.kind is MeasureKind.RESOLUTION:
        stands = [_asked_for(stand) for stand in stands]
    if phrase.noun.id != "draft-resolution":
        return list(stands)
    by = parties_of(phrase.parties)  # who holds up the draft need not be who put it forward
    return [
        replace(stand, status=MeasureStatus.PROPOSED, by=by) if stand.status in _PENDING else stand for stand in stands
    ]


def _asked_for(stand: Stand) -> Stand:
    """Return a standing of what a resolution orders: whoever adopts the resolution calls for it."""
    return replace(stand, status=MeasureStatus.CALLED_FOR) if stand.status is MeasureStatus.ADOPTED else stand


def read_verb(scene: Scene, place: int, sentence: Sentence, before: Sequence[Draft]) -> list[Draft]:
    """Return what a verb tells by itself: released, withdrew, agreed on."""
    found = read_verb_phrase(scene, place, sentence)
    if found is None:
        return []
    phrase, verb = found
    token = scene.tokens[place]
    if token.folded in nouns() and any(link.negated for link in read_chain(scene, place, verb.kind, sentence)):
        return []  # the noun of the same letters: X does not intend the withdrawal of its forces
    told = scene.told_in(token.start, token.field)
    status = status_of_verb(scene, place, verb, sentence)
    if status is None:
        return _wanted(scene, phrase, verb, sentence, told, before)
    row = NO_ROW._replace(id=verb.id, form="verb", tense=verb.tense, group="pact", conjunction=verb.conjunction)
    link = Link(place, row, 0, False)
    end = max(phrase.core, min(place + MAX_VERB_REACH, sentence.end))
    if verb.id == "expel-envoys":
        end = min(end, phrase.core - 1)  # the envoys' own word
    elif verb.id in _HITS and phrase.people and phrase.people[0].first > place + 1:
        end = min(end, phrase.people[0].first)  # whom it hits is never who does it: X expels the ambassador
    by, here = holder_of(scene, link, end, sentence, told, [draft.parties for draft in before])
    dual = token.folded.endswith("ا") and len(by) == 1 and not by[0].label.endswith(("ان", "ين"))
    if verb.kind is MeasureKind.AGREEMENT and verb.several and (dual or not here) and len(by) < MIN_AGREEING:
        two = the_two(scene, place, [draft.parties for draft in before]) if token.folded[-2:] not in _PLURAL else ()
        by = two or (() if dual else by)
    if verb.id == "consent" and len(by) < MIN_AGREEING:
        return []
    if verb.id == "agree-on" and len(by) < MIN_AGREEING and not _several(by, verb):
        return []
    if (verb.id == "withdraw" and not moves_armed(phrase, by)) or (verb.id in {"halt", "redeploy"} and not by):
        return []
    if verb.id == "depart" or (verb.id == "sentence" and not here):
        by = ()
    if verb.kind is MeasureKind.AGREEMENT and told is not None and not by and token.folded.endswith("نا"):
        by = the_two(scene, place, ()) or told.value.speakers
    stand = make_stand(scene, phrase, status, by, link, sentence, told, sure=here and bool(by), rule=f"<{verb.id}>")
    return [make_draft(scene, phrase, verb.kind, [stand], sentence)]


def _wanted(
    scene: Scene, phrase: Phrase, verb: Verb, sentence: Sentence, told: Match[Statement] | None, before: Sequence[Draft]
) -> list[Draft]:
    """Return what somebody wants to be done, told by a verb behind "that": he called on them to stop the attack."""
    place = phrase.first
    untold = verb.kind in {MeasureKind.AGREEMENT, MeasureKind.RESOLUTION} and not verb.objects
    if verb.tense is not Tense.IMPERFECT or untold or verb.id == "cast-veto":
        return []
    if place <= sentence.first or scene.words[place - 1] not in _TO_DO:
        return []
    links = read_chain(scene, place, verb.kind, sentence)
    standing = of_chain(scene, links, verb.kind, sentence, told)
    if standing is None or standing.status is not MeasureStatus.CALLED_FOR:
        return []
    stand = by_chain(scene, phrase, links, standing, sentence, told, before)
    return [make_draft(scene, phrase, verb.kind, [replace(stand, sure=False)], sentence)]


def _several(by: tuple[Party, ...], verb: Verb) -> bool:
    """Return whether one party stands for several that agree: the factions, the two sides."""
    words = markers()["several"]
    return verb.several or any(
        " و" in party.label
        or party.label.startswith(("ال", "ا"))
        or not words.isdisjoint(fold_word(party.label).split()[:1])
        for party in by
    )


def _from_accord(scene: Scene, phrase: Phrase, limit: int) -> bool:
    """Return whether what is left is an agreement rather than a place."""
    for place in range(phrase.core, min(phrase.end + 3, limit - 1)):
        if scene.words[place] == "من":
            found = noun_at(scene, place + 1, limit)
            quoted = scene.words[place + 1] in {'"', "«", "“"} and place + 2 < limit
            if scene.words[place + (2 if quoted else 1)] == "النووي":
                return True
            name = scene.chart.name_at(place + 1)
            if name is not None and name.kind == "body":
                return True  # a union or a council is left by a vote, not by troops
            # walked out of a meeting, a race or a government
            met = scene.words[place + 1] in contact_nouns() or scene.words[place + 1] in markers()["race"]
            return met or (found is not None and found[0].kind in _TEXTS)
    return False


def _left(scene: Scene, phrase: Phrase, sentence: Sentence, before: Sequence[Draft]) -> list[Draft]:
    """Return the end for somebody of the agreement told before, where he is told to have left it: X declared its withdrawal."""
    if not any(draft.phrase.noun.kind is MeasureKind.AGREEMENT for draft in before):
        return []
    token = scene.tokens[phrase.first]
    told = scene.told_in(token.end - 1, token.field)
    links = read_chain(scene, phrase.first, phrase.kind, sentence)
    if not links or links[-1].row.id not in _RESOLVED or links[-1].negated or links[-1].row.tense is Tense.FUTURE:
        return []
    by, _ = holder_of(scene, links[-1], phrase.first, sentence, told, [draft.parties for draft in before])
    accord = Phrase(_ACCORD, phrase.first, phrase.first + 1, phrase.first + 1)
    rule = f"<{links[-1].row.id}> <leave> <accord>"
    stand = make_stand(scene, accord, MeasureStatus.ENDED, by, links[-1], sentence, told, sure=False, rule=rule)
    return [make_draft(scene, accord, MeasureKind.AGREEMENT, [stand], sentence)]


def _told_of_accord(scene: Scene, phrase: Phrase, before: Sequence[Draft]) -> bool:
    """Return whether a withdrawal from nowhere is that from the agreement which somebody was told to leave before."""
    if phrase.place is not None or phrase.people or not phrase.noun.definite:
        return False
    if scene.words[phrase.core] in {"منه", "منها"}:
        return any(draft.phrase.noun.kind is MeasureKind.AGREEMENT for draft in before)
    return any("<leave>" in stand.rule for draft in before for stand in draft.stands)


def _asked(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a measure stands in a question, a headline's aside."""
    if scene.words[sentence.end - 1] in {"؟", "?"} and sentence.kind is not SentenceKind.TITLE:
        return True
    for at in range(place - 1, max(sentence.first, place - MAX_ASKED) - 1, -1):
        if scene.words[at] in {"هل", "وهل"}:
            return True
        if scene.words[at] in {".", "؟", "!", "؛", "،", "ان"}:
            return False
    return False


def _stands(
    scene: Scene, phrase: Phrase, sentence: Sentence, told: Match[Statement] | None, before: Sequence[Draft]
) -> list[Stand]:
    found: list[Stand] = []
    if _asked(scene, phrase.first, sentence):
        return []  # who asks says nothing of it
    links = read_chain(scene, phrase.first, phrase.kind, sentence)
    if links and links[0].row.id == "vote" and phrase.noun.kind is MeasureKind.CEASEFIRE:
        return []  # a vote on it is one on its resolution
    standing = of_chain(
        scene, links, phrase.kind, sentence, told, wrapped=phrase.noun.id == "accord" and phrase.inner is not None
    )
    if standing is not None:
        found.append(by_chain(scene, phrase, links, standing, sentence, told, before))
    elif not links:
        as_before = joined(scene, phrase, sentence, before)
        if as_before is not None:
            found.append(as_before)
    after = read_after(scene, phrase, sentence)
    if after is not None and not _told_twice(found, after) and not _only_described(phrase, found, after):
        status, link, by = after
        of: tuple[Party, ...] = ()
        if status is MeasureStatus.BROKEN:
            of, by = by or _topic(scene, link, sentence), told.value.speakers if told is not None else ()
        found.append(
            make_stand(
                scene, phrase, status, by, link, sentence, told, sure=True, of=of, rule=f"{phrase.rule} <{link.row.id}>"
            )
        )
    breach = _breach(scene, phrase, sentence, told)
    if not found and all(link.row.id == "bring-about" for link in links):
        found += by_itself(scene, phrase, sentence, told)
    if not found:
        found += owed(scene, phrase, links[-1].place if links else phrase.first, sentence, told)
    if not found:
        found += presumed_stand(scene, phrase, sentence, told)
    if found and _taken_up_by(found):
        found += presumed_stand(scene, phrase, sentence, told) if phrase.noun.id == "resolution" else []
    if breach is not None:
        found = [*(stand for stand in found if stand.status is not MeasureStatus.IN_EFFECT), breach]
    denial = _denial(scene, phrase, sentence) if found else None
    return [*found, denial] if denial is not None else found


def _taken_up_by(stands: Sequence[Stand]) -> bool:
    """Return whether standings are of a resolution that has been adopted: X broke it, X keeps to it."""
    return all(stand.status in _LATER for stand in stands)


def _told_twice(found: Sequence[Stand], after: tuple[MeasureStatus, Link, tuple[Party, ...]]) -> bool:
    """Return whether a verb behind a truce only says again that it was broken: X disregarded the truce, which it broke."""
    status, _, by = after
    return status is MeasureStatus.BROKEN and not by and any(stand.status is status and stand.of for stand in found)


def _only_described(
    phrase: Phrase, found: Sequence[Stand], after: tuple[MeasureStatus, Link, tuple[Party, ...]]
) -> bool:
    """Return whether a verb behind a measure that is not there yet says what it is to be: asked for a truce that lasts."""
    status, link, _ = after
    to_be = status is MeasureStatus.IN_EFFECT and link.row.tense is Tense.IMPERFECT and not phrase.noun.definite
    return to_be and any(stand.status in _NOT_THERE for stand in found)


def _topic(scene: Scene, link: Link, sentence: Sentence) -> tuple[Party, ...]:
    """Return who a sentence is about where a verb behind the truce leaves its subject out: X mocks the truce which it broke."""
    for first in range(link.place - 1, max(sentence.first, link.place - MAX_TOPIC) - 1, -1):
        before = scene.words[first - 1] if first > sentence.first else ""
        if first > sentence.first and before not in _CLAUSE and scene.tokens[first - 1].kind is WORD:
            continue
        sides = read_sides(scene, first, link.place)[0]
        if sides:
            return parties_of(sides[:1])
    return ()


def _breach(scene: Scene, phrase: Phrase, sentence: Sentence, told: Match[Statement] | None) -> Stand | None:
    """Return the breach of a truce that force used despite it is told as."""
    found = (
        attacked_despite(scene, phrase.first, sentence)
        if phrase.kind is MeasureKind.CEASEFIRE and phrase.noun.id != "plan"
        else None
    )
    if found is None:
        return None
    link = Link(found[0], NO_ROW, 0, negated=False)
    by = told.value.speakers if told is not None else ()
    rule = f"<despite> {phrase.rule}"
    status, of = MeasureStatus.BROKEN, parties_of(found[1])
    return make_stand(scene, phrase, status, by, link, sentence, told, sure=False, of=of, rule=rule)


def _denial(scene: Scene, phrase: Phrase, sentence: Sentence) -> Stand | None:
    """Return the stand of who denies in the same breath what is told: a truce was reached, while X denied this."""
    words = markers()
    for place in range(phrase.end, sentence.end - 1):
        if scene.words[place] not in words["denied"]:
            continue
        sides, end = read_sides(scene, place + 1, sentence.end)
        if not sides or end >= sentence.end or scene.words[end] not in words["this"]:
            return None
        link = Link(place, NO_ROW, 0, negated=False)
        rule = f"{phrase.rule} <deny>"
        status = MeasureStatus.DENIED
        return make_stand(scene, phrase, status, parties_of(sides), link, sentence, None, sure=False, rule=rule)
    return None
