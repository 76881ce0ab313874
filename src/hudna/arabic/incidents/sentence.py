"""The incidents of one sentence: deeds in the order of the text, each with the losses told beside it."""

import itertools
from collections.abc import Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from hudna.arabic.incidents.breaches import read_breaches, read_cases
from hudna.arabic.incidents.by_noun import read_noun
from hudna.arabic.incidents.by_verb import read_verb
from hudna.arabic.incidents.counts import integer_at
from hudna.arabic.incidents.doers import doer_before
from hudna.arabic.incidents.doubt import is_fact, is_verb
from hudna.arabic.incidents.draft import MAX_PIECE_TOKENS, Draft, Loss
from hudna.arabic.incidents.eliminating import eliminates, read_eliminated
from hudna.arabic.incidents.ground import read_fall, read_taking
from hudna.arabic.incidents.heads import is_foe, is_of_gender, is_one_body
from hudna.arabic.incidents.merge import alike as is_same_party
from hudna.arabic.incidents.obstruction import read_obstruction
from hudna.arabic.incidents.owners import owner_before
from hudna.arabic.incidents.struck import read_struck, read_struck_by
from hudna.arabic.incidents.tallies import counted_losses
from hudna.arabic.incidents.tolls import lost_to, read_done, read_loss
from hudna.arabic.incidents.verbless import read_verbless, verbless
from hudna.arabic.incidents.vessels import read_vessel
from hudna.arabic.incidents.weapons import AGAINST, read_clearing, read_interception
from hudna.arabic.incidents.where import day_of, is_land, place_near
from hudna.arabic.incidents.words import Noun, Tense, Verb, homographs, losses, markers, words
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.lexicon import Trigger
from hudna.model import IncidentKind, Sentence, Toll, TollOutcome
from hudna.model.frozen import replace
from hudna.text import fold_word

_FROM: Final = "عن"
_LOSS_FRAMES: Final = frozenset(
    {"kill", "catch", "hurt", "perish", "death", "fall", "flee", "wound", "dead", "slay", "seize"}
)
_LOSS_KIND: Final = {
    TollOutcome.CAPTURED: IncidentKind.ABDUCTION_OR_ARREST,
    TollOutcome.DISPLACED: IncidentKind.OTHER,
}
_WITH_ARRESTS: Final = ("raid", "storm", "operation", "campaign", "clash", "invasion", "battle", "fighting")
_DONE: Final = frozenset({"hit", "strike", "light", "take", "take-on"})
_ADVANCES: Final = frozenset({"<advance>", "<advance-2>"})
_FROM_AFAR: Final = frozenset({IncidentKind.AIR_STRIKE, IncidentKind.SHELLING, IncidentKind.CHEMICAL})
MAX_GAP: Final = 30
MAX_BREATH: Final = 3
_PEACEFUL: Final = Trigger(among=lambda: markers()["peaceful"])
_ACCIDENTS: Final = Trigger(among=lambda: markers()["accident"])
MAX_WAR: Final = 6
MAX_SHOT: Final = 2
MANY_DEAD: Final = 1000
_FIRST: Final = attrgetter("first")

_TAKES: Final = frozenset({"stop", "kidnap", "kidnap-2"})  # people, whoever they work for


def read_sentence(scene: Scene, sentence: Sentence, places: Sequence[int]) -> list[Draft]:
    """Return the incidents told in a sentence, those that only refer back among them."""
    if _PEACEFUL.within(scene.document, sentence.first, sentence.end) or _is_accident(scene, sentence):
        return []
    deeds: list[Draft] = []
    lost: list[Loss] = []
    taken: set[int] = set()
    for place in places:
        folded = scene.words[place]
        word = words().get(folded)
        if (
            place in taken
            or scene.chart.name_at(place) is not None
            or scene.chart.dated[place]
            or _in_name(scene, place)
        ):
            continue
        if is_foe(scene, place):
            continue
        if word is None and folded in verbless():
            held = read_verbless(scene, place, sentence) if not _is_told_of(deeds, place) else None
            deeds += [held] if held is not None else []
            continue
        if word is None:
            loss = counted_losses(scene, place, sentence.end)
            if loss is not None and not any(each.first <= loss.first < each.end for each in lost):
                lost.append(loss)
            continue
        verb = homographs().get(folded)
        if verb is not None and is_verb(scene, place, sentence):
            word = verb
        told = scene.told_in(scene.tokens[place].start, scene.tokens[place].field)
        if not is_fact(scene, place, word, sentence, told):
            if isinstance(word, Verb) and word.frame in {"light", "suffer"}:
                taken |= _object_of(scene, place, places)
            continue
        if word.frame in _LOSS_FRAMES and place > sentence.first and scene.words[place - 1] in markers()["attempt"]:
            continue
        if word.id == "stop" and place + 1 < sentence.end and scene.words[place + 1] == _FROM:
            continue  # suspended from their duties
        cases = read_cases(scene, place, word, sentence) if isinstance(word, Noun) else None
        if cases is not None:
            deeds.append(cases)
            continue
        ship = read_vessel(scene, place, word, sentence) if isinstance(word, Verb) else None
        if ship is not None:
            deeds.append(ship)
            continue
        bars = word.frame in {"bar", "catch"} and word.id not in _TAKES
        held = read_obstruction(scene, place, word, sentence, deeds[-1] if deeds else None) if bars else None
        if held is not None:
            deeds.append(held)
            continue
        if word.frame == "bar":
            continue
        hit = _hit_by_weapon(scene, place, word, sentence) if word.frame in {"wound", "kill"} else None
        if hit is not None:
            deeds += hit.deeds
            lost += hit.losses
            taken |= hit.taken
            continue
        if word.frame in _LOSS_FRAMES and not _is_fall_of_weapon(scene, place, word):
            away = eliminates(scene, place, word, sentence)
            loss = (
                read_eliminated(scene, place, word, sentence)
                if away
                else read_loss(scene, place, word, sentence.end, sentence)
            )
            if isinstance(word, Noun) and word.frame in {"slay", "catch"}:
                by = doer_before(scene, place, sentence)
                loss = read_done(scene, place, word, sentence.end, by) if by is not None else loss
            if isinstance(word, Noun) and word.frame == "seize" and loss is not None and loss.actor is None:
                by = doer_before(scene, place, sentence)
                owner = owner_before(scene, place, sentence) if word.owner else None
                loss = loss._replace(actor=by.party if by is not None else owner)
            if loss is not None:
                lost.append(loss)
                taken |= {p for p in places if loss.first < p < loss.end and _belongs(scene, p)}
                if loss.outcome is TollOutcome.KILLED_OR_WOUNDED:
                    taken.add(loss.first + 1)
            continue
        if deeds and isinstance(word, Noun) and word.id == "destruction" and not word.owner:
            continue  # what a raid left: killed seven and destroyed a school
        if isinstance(word, Noun) and word.frame == "suffer":
            word = Verb(word.id, word.kind, "suffer", Tense.PERFECT, word.cut, False, False, "")
        if isinstance(word, Verb):
            found, used = read_verb(scene, place, word, sentence)
            last = deeds[-1] if deeds and not _is_of_another(scene, deeds[-1].first, place) else None
            joined = bool(word.cut) or (scene.words[place - 1] in markers()["joining"] and place > sentence.first)
            read = (_inherits(_unless_repelled(scene, place, draft), last, word, joined=joined) for draft in found)
            deeds += [_of_the_same(scene, draft, deeds[-1] if deeds else None) for draft in read]
        else:
            found, used = _read_noun(scene, place, word, sentence)
            last = deeds[-1] if deeds else None
            deeds += [_of_the_same(scene, _unless_repelled(scene, place, draft), last) for draft in found]
        taken |= used
    if not deeds and lost and _is_mishap(scene, sentence):
        return []
    return _with_losses(scene, sentence, _without_headway(deeds), lost)


def _is_told_of(deeds: Sequence[Draft], place: int) -> bool:
    """Return whether a token is among the words of a deed read before."""
    return any(first <= place < end for deed in deeds for first, end in deed.pieces)


def _without_headway(deeds: list[Draft]) -> list[Draft]:
    """Return the deeds of a sentence without the headway that only tells by what ground it took: advanced, and took X."""
    takers = [deed.actor for deed in deeds if deed.kind is IncidentKind.TERRITORY_TAKEN and deed.actor is not None]
    if not takers:
        return deeds
    return [
        deed
        for deed in deeds
        if deed.rule not in _ADVANCES
        or deed.actor is None
        or not any(is_same_party(deed.actor, taker) for taker in takers)
    ]


class Hit(NamedTuple):
    """What a weapon or a deed that is the subject of a verb did: the deed and the people it cost."""

    deeds: list[Draft]
    losses: list[Loss]
    taken: set[int]


def _hit_by_weapon(scene: Scene, place: int, word: Verb | Noun, sentence: Sentence) -> Hit | None:
    """Return what a rocket, a bomb or a raid did that is the subject of "hit" or "killed"."""
    if not isinstance(word, Verb) or word.owner or word.tense is not Tense.PERFECT:
        return None
    limit = scene.clause(place, sentence)[1]
    found = read_struck(scene, place, limit, sentence)
    if found is None and word.frame == "wound":
        found = read_struck_by(scene, place, word, limit, sentence)
    if found is None:
        return None
    deeds, taken = found
    lost = [loss for deed in deeds if (loss := lost_to(scene, place, word, deed.target, limit)) is not None]
    if word.frame == "kill" and not lost:
        return None
    return Hit(deeds, lost, taken)


def _is_mishap(scene: Scene, sentence: Sentence) -> bool:
    """Return whether losses of which no deed is told come of a fire, a storm, a crash."""
    tokens = scene.tokens[sentence.first : sentence.end]
    words_ = markers()
    return any(token.folded in words_["mishap"] for token in tokens) or any(
        one.folded in words_["crash"] and other.folded in words_["aircraft"]
        for one, other in itertools.pairwise(tokens)
    )


def _is_accident(scene: Scene, sentence: Sentence) -> bool:
    """Return whether a sentence tells of an accident on a road or a railway."""
    places = _ACCIDENTS.within(scene.document, sentence.first, sentence.end - 1)
    return any(scene.words[place + 1] in markers()["traffic"] for place in places)


def _read_noun(scene: Scene, place: int, noun: Noun, sentence: Sentence) -> tuple[list[Draft], set[int]]:
    if noun.frame == "breach":
        breaches = read_breaches(scene, place, noun, sentence)
        return [breaches] if breaches is not None else [], set()
    if noun.frame in {"tally", "weapon", "catch"} or (noun.id == "ambush" and _is_post(scene, place, sentence)):
        return [], set()
    if noun.frame == "operation" and place + 1 < sentence.end:
        behind = words().get(scene.words[place + 1])
        if isinstance(behind, Noun) and behind.frame == "act":
            return [], set()  # a campaign of shelling
    if noun.frame == "clear":
        done = Verb(noun.id, noun.kind, "clear", Tense.PERFECT, noun.cut, False, False, noun.owner)
        return read_clearing(scene, place, done, scene.clause(place, sentence)[1], sentence, noun=True)
    if noun.frame == "down":
        return read_interception(scene, place, noun, sentence)
    if noun.frame in {"take", "take-on"}:
        taking = read_taking(scene, place, noun, sentence)
        return [taking] if taking is not None else [], set()
    read = read_fall if noun.frame == "fall" else read_noun
    draft, used = read(scene, place, noun, sentence)
    return [draft] if draft is not None else [], used


def _is_post(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether the word for an ambush is that for a checkpoint: an attack on one, one of the police, 200 of them."""
    behind = scene.words[place + 1] if place + 1 < sentence.end else ""
    manned = behind in markers()["patrols"] or not markers()["police"].isdisjoint({behind, "ال" + behind[2:]})
    counted = place > sentence.first and integer_at(scene.tokens, place - 1, place) is not None
    return manned or counted or scene.words[place - 1] in AGAINST


def _unless_repelled(scene: Scene, place: int, draft: Draft) -> Draft:
    """Return a deed without the actor who is told to have repelled it."""
    if draft.actor is None:
        return draft
    for token in reversed(scene.tokens[max(0, place - MAX_GAP) : place]):
        if token.start <= draft.actor.span.start:
            break
        if token.folded in markers()["repel"]:
            return replace(draft, actor=None)
    return draft


def _is_of_another(scene: Scene, first: int, end: int) -> bool:
    """Return whether a relative word stands between two deeds: who did the second is whom it takes up."""
    return not speech_markers()["relative"].isdisjoint(scene.words[first:end])


def _inherits(draft: Draft, last: Draft | None, verb: Verb, *, joined: bool) -> Draft:
    """Return a deed joined by "and", "also" or "then" with the actor of the deed before it, whom its clause leaves out."""
    if draft.actor is not None and draft.actor.implied and verb.id == "target" and last is not None:
        return replace(draft, kind=last.kind) if last.actor is not None else draft
    if draft.actor is not None or not joined or last is None or last.actor is None:
        return draft
    if not verb.cut and (verb.frame not in _DONE or verb.several):
        return draft
    if not verb.cut and not verb.feminine and not is_of_gender(last.actor, feminine=False):
        return draft
    if verb.several and is_one_body(last.actor):
        return draft  # a campaign of the army against gunmen who hide there, and attack
    kind = last.kind if draft.kind is IncidentKind.OTHER else draft.kind
    return replace(draft, actor=replace(last.actor, implied=True), kind=kind)


def _of_the_same(scene: Scene, draft: Draft, last: Draft | None) -> Draft:
    """Return a deed of which no actor is told with that of the one right before: other raids hit, after fighting with X."""
    if draft.actor is not None or last is None or last.actor is None:
        return draft
    first, end = draft.pieces[0]
    fought = (
        draft.kind is IncidentKind.CLASH and draft.target is not None and not is_same_party(draft.target, last.actor)
    )
    won = last.kind is IncidentKind.TERRITORY_TAKEN or last.rule in _ADVANCES
    if fought and won and scene.words[first - 1] in markers()["after"]:
        return replace(draft, actor=replace(last.actor, implied=True))
    if last.kind is not draft.kind:
        return draft
    if markers()["more-of"].isdisjoint(scene.words[first:end]):
        return draft
    return replace(draft, actor=replace(last.actor, implied=True))


def _in_name(scene: Scene, place: int) -> bool:
    """Return whether a word is part of a name that begins before it."""
    if not scene.inside_names[place]:
        return False
    for first in range(max(0, place - 5), place):
        name = scene.chart.name_at(first)
        if name is not None and name.end > place and name.kind in {"person", "body", "place", "office"}:
            return True
    return False


def _object_of(scene: Scene, place: int, places: Sequence[int]) -> set[int]:
    """Return the noun that a verb carries, where the verb tells nothing done."""
    return {p for p in places if place < p < place + 6 and isinstance(words().get(scene.words[p]), Noun)}


def _is_fall_of_weapon(scene: Scene, place: int, word: Verb | Noun) -> bool:
    return word.frame == "fall" and losses().keys().isdisjoint(scene.words[place + 1 : place + 9])


def _belongs(scene: Scene, place: int) -> bool:
    """Return whether a word inside the phrase of a loss is only part of it: a noun of loss, the wounded."""
    return scene.words[place] in losses()


def _with_losses(scene: Scene, sentence: Sentence, deeds: list[Draft], lost: Sequence[Loss]) -> list[Draft]:
    if not lost:
        return sorted(deeds, key=_FIRST)
    own: list[tuple[Loss, ...]] = []
    attached: dict[int, list[Loss]] = {}
    previous: tuple[int, int] | None = None  # the deed or the own group that the last loss went to
    for loss in sorted(lost):
        number = _deed_of(scene, loss, deeds)
        alike = bool(own) and _is_capture(own[-1][-1]) is _is_capture(loss)  # three were killed and two arrested
        if number is None and alike and previous is not None and loss.first - previous[1] <= _gap(deeds):
            own[-1] = (*own[-1], loss)
        elif number is None:
            own.append((loss,))
        else:
            attached.setdefault(number, []).append(loss)
        previous = (loss.first, loss.end)
    found = [
        _with(_on_day_of(scene, sentence, deed, attached[number]), attached[number]) if number in attached else deed
        for number, deed in enumerate(deeds)
    ]
    found += [_of_losses(scene, sentence, group) for group in own]
    return sorted(found, key=_FIRST)


def _gap(deeds: Sequence[Draft]) -> int:
    """Return how far losses that no deed brought may stand apart: beside deeds only if told in one breath."""
    return MAX_GAP if not deeds else MAX_BREATH


def _is_capture(loss: Loss) -> bool:
    return loss.outcome is TollOutcome.CAPTURED


def _deed_of(scene: Scene, loss: Loss, deeds: Sequence[Draft]) -> int | None:
    """Return the number of the deed that brought a loss: the nearest in the sentence, a later one before an earlier.

    A loss behind "after" or "a day after" is not of the deed told before it.
    """
    best: tuple[int, int] | None = None
    apart = loss.first > 0 and scene.words[loss.first - 1] in markers()["after"]
    for number, deed in enumerate(deeds):
        first, end = deed.pieces[0]
        by_another = deed.actor is None and deed.back  # whoever killed the attacker did not attack
        if loss.actor is not None and (by_another or (deed.actor and loss.actor.label != deed.actor.label)):
            continue
        if apart and end <= loss.first:
            continue
        if loss.first < first and scene.words[first - 1] == "اعقاب":
            continue
        if "منذ" in scene.words[loss.end : first]:
            continue  # 700 were killed since the raids began
        told_apart = loss.verbal and loss.actor is not None and deed.kind is IncidentKind.CLASH  # captured in fighting
        if _is_capture(loss) and (told_apart or not _brings_arrests(deed)):
            continue
        away = first - loss.end if first >= loss.first else loss.first - end + 3
        if away > MAX_GAP:
            continue
        away = max(away, 0)
        if best is None or away < best[0]:
            best = (away, number)
    return best[1] if best is not None else None


def _brings_arrests(deed: Draft) -> bool:
    """Return whether people are arrested by a deed: a raid, an operation, no attack that others are looked for after."""
    return any(f"<{each}" in deed.rule for each in _WITH_ARRESTS)


def _on_day_of(scene: Scene, sentence: Sentence, deed: Draft, lost: Sequence[Loss]) -> Draft:
    """Return a deed told without a day with that on which it killed: two died on Monday, after a bomb hit their car."""
    if deed.when is not None:
        return deed
    for loss in lost:
        day = day_of(scene, loss.first, loss.end, scene.clause(loss.first, sentence)) if loss.verbal else None
        if day is not None and not day.since:
            return replace(deed, when=day.date)
    return deed


def _with(deed: Draft, lost: Sequence[Loss]) -> Draft:
    tolls = tuple(_toll(loss) for loss in lost if loss.words is not None)
    pieces = deed.pieces
    for loss in lost:
        first, end = loss.first, min(loss.end, loss.first + MAX_PIECE_TOKENS)
        if not any(a <= first and end <= b for a, b in pieces):
            pieces = (*pieces, (first, end))
    actor = deed.actor or next((loss.actor for loss in lost if loss.actor is not None), None)
    hurt = next((loss.whom for loss in lost if loss.whom is not None and _is_hit(deed, loss)), None)
    if deed.kind is IncidentKind.CLASH and actor is None and deed.target is not None and hurt is not None:
        deed, actor = replace(deed, target=hurt), deed.target  # men were killed in fighting with X
    taken = deed.kind is IncidentKind.OTHER and any(loss.outcome is TollOutcome.CAPTURED for loss in lost)
    target = deed.target or hurt
    return replace(
        deed,
        kind=IncidentKind.ABDUCTION_OR_ARREST if taken else deed.kind,
        tolls=(*deed.tolls, *tolls),
        pieces=pieces,
        actor=actor,
        target=target,
        asserted=True,
        losses=tuple(lost),
        rule=" + ".join(dict.fromkeys((deed.rule, *(loss.rule for loss in lost)))),
    )


def _is_hit(deed: Draft, loss: Loss) -> bool:
    """Return whether those lost are whom a deed hit: where fire from afar hit a place, people only counted are not."""
    if deed.downed or loss.whom is None:
        return False
    anyone = loss.least is not None and fold_word(loss.whom.label.split()[0]) in markers()["anyone"]
    return not (anyone and deed.kind in _FROM_AFAR and deed.place is not None and not is_land(deed.place))


def _of_losses(scene: Scene, sentence: Sentence, lost: Sequence[Loss]) -> Draft:
    first, end = lost[0].first, lost[-1].end
    clause = scene.clause(first, sentence)
    day = day_of(scene, first, end, clause)
    actor = next((loss.actor for loss in lost if loss.actor is not None), None)
    whom = next((loss.whom for loss in lost if loss.whom is not None), None)
    killed = any(loss.outcome in {TollOutcome.KILLED, TollOutcome.WOUNDED} for loss in lost)
    other = (_LOSS_KIND[loss.outcome] for loss in lost if loss.outcome in _LOSS_KIND and not killed)
    kind = next(other, IncidentKind.KILLING_UNSPECIFIED)
    if kind is IncidentKind.KILLING_UNSPECIFIED:
        great = any((loss.least or 0) >= MANY_DEAD for loss in lost)
        kind = _kind_of_killing(scene, sentence, first, end, great=great, by=actor is not None)
    return Draft(
        kind=kind,
        pieces=tuple((loss.first, min(loss.end, loss.first + MAX_PIECE_TOKENS)) for loss in lost),
        sentence=sentence.index,
        rule=" + ".join(dict.fromkeys(loss.rule for loss in lost)),
        actor=actor,
        target=whom,
        place=place_near(scene, first, end, clause, (actor,)),
        when=day.date if day else None,
        since=day.since if day else False,
        tolls=tuple(_toll(loss) for loss in lost),
        losses=tuple(lost),
        asserted=True,
    )


def _kind_of_killing(scene: Scene, sentence: Sentence, first: int, end: int, *, great: bool, by: bool) -> IncidentKind:
    """Return the kind of a killing of which no deed is told: of fighting, by gunfire, else one whose means are not told."""
    if not by and _of_war(scene, sentence, first, end, great=great):
        return IncidentKind.CLASH
    while end < sentence.end and scene.chart.dated[end]:
        end += 1
    near = scene.tokens[first : min(sentence.end, end + MAX_SHOT)]
    shot = any(token.folded in markers()["fire"] for token in near)
    return IncidentKind.SMALL_ARMS if shot else IncidentKind.KILLING_UNSPECIFIED


def _of_war(scene: Scene, sentence: Sentence, first: int, end: int, *, great: bool) -> bool:
    """Return whether a war or fighting is told to have cost what is lost."""
    reach = MAX_WAR if not great else MAX_GAP
    near = scene.tokens[max(sentence.first, first - reach) : min(sentence.end, end + reach)]
    return any(token.folded in markers()["war"] for token in near)


def _toll(loss: Loss) -> Toll:
    return Toll(
        outcome=loss.outcome,
        victims=loss.victims,
        side=loss.side,
        min=loss.least,
        max=loss.most,
        words=loss.words,
    )
