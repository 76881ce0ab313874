"""Who says what of an incident: who reports, charges, denies, claims, will not comment, or could not verify it."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.incidents.around import force_before, is_power
from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.heads import is_armed
from hudna.arabic.incidents.parties import force_at
from hudna.arabic.incidents.words import Noun, Verb, any_of, homographs, markers, words
from hudna.arabic.scene import Scene
from hudna.lexicon import Trigger
from hudna.model import Accusation, Act, Breach, Match, Party, Polarity, Sentence, Statement
from hudna.model.frozen import replace

MAX_REACH: Final = 12
_FOR_IT: Final = frozenset({"عن", "عنه", "عنها", "عنهما", "عنهم"})
MAX_BROKEN: Final = 6
MAX_REFUSAL: Final = 6
MAX_CHARGE: Final = 16
MAX_OPENING: Final = 3  # characters between the start of what is said and the deed
_BREACH_FRONTS: Final = ("", "ب", "و", "ل")
_BREACH_ENDS: Final = frozenset({"،", ".", "؛", '"', "»", "في", "علي", "من"})
_OWN_ACTS: Final = frozenset({Act.ANNOUNCE, Act.DESCRIBE, Act.CONCEDE})


def with_source(scene: Scene, draft: Draft) -> Draft:
    """Return an incident with the statement that it is told in, and what follows from it."""
    token = scene.tokens[draft.first]
    told = scene.told_in(token.end - 1, token.field)
    if told is None:
        return draft
    statement = told.value
    if statement.act is Act.DENY:
        own = draft.actor is not None and any(_is_same(who, draft.actor) for who in statement.speakers)
        actor = None if own else draft.actor  # who denies a deed is not told to have done it
        return replace(draft, told=told, actor=actor, deniers=statement.speakers, sure=False, hedges=statement.hedges)
    if statement.act is Act.ACCUSE and statement.polarity is Polarity.NEGATIVE:
        return replace(
            draft, told=told, actor=None, sure=False, hedges=statement.hedges
        )  # who is not accused did nothing
    charges: tuple[Accusation, ...] = ()
    actor = draft.actor or _announcer(scene, draft, statement)
    if statement.act in {Act.ACCUSE, Act.CONDEMN}:
        if (
            actor is None
            and statement.act is Act.ACCUSE
            and len(statement.about) == 1
            and not _is_hit(draft, statement.about[0])
            and _in_charge(scene, draft, told)
        ):
            actor = statement.about[0]
        if actor is not None and statement.act is Act.ACCUSE:
            others = [who for who in statement.speakers if (who.entity or who.label) != (actor.entity or actor.label)]
            charges = tuple(Accusation(accuser=who, accused=actor) for who in others)
    return replace(
        draft,
        told=told,
        actor=actor,
        tolls=tuple(replace(toll, said_by=next(iter(statement.speakers), None)) for toll in draft.tolls),
        reported_by=statement.speakers,
        accusations=charges,
        hedges=statement.hedges,
        sure=draft.sure and not statement.hedges and not charges,
    )


def _is_same(one: Party, other: Party) -> bool:
    return (one.entity or one.label) == (other.entity or other.label)


def _is_hit(draft: Draft, who: Party) -> bool:
    """Return whether somebody is who was hit, and so nobody's suspect."""
    return draft.target is not None and (draft.target.entity or draft.target.label) == (who.entity or who.label)


def _in_charge(scene: Scene, draft: Draft, told: Match[Statement]) -> bool:
    """Return whether a deed is told in the first clause of a charge, not in what else the speaker goes on to say."""
    start = told.value.content[0].start
    for place in range(draft.first - 1, max(-1, draft.first - MAX_CHARGE), -1):
        token = scene.tokens[place]
        if token.start < start or token.field is not scene.tokens[draft.first].field:
            return True
        if token.folded in {"وان", "وانه", "وانها"} or scene.words[place] in markers()["seen"] | {"قبل"}:
            return False
    return False


def _announcer(scene: Scene, draft: Draft, statement: Statement) -> Party | None:
    """Return the speaker who tells a deed as its own: the army said that it had shelled, announced the shelling of."""
    if statement.act not in _OWN_ACTS or len(statement.speakers) != 1 or draft.means:
        return None
    speaker, start = statement.speakers[0], statement.content[0].start
    if not is_armed(speaker) and not is_power(speaker):
        return None
    if draft.losses:
        return speaker if _did_it(scene, draft, start) else None
    first = scene.tokens[draft.first]
    if draft.first and scene.words[draft.first - 1] in markers()["doing"] and statement.act is Act.ANNOUNCE:
        begins = scene.tokens[draft.first - 1].start - start <= MAX_OPENING
        return speaker if begins else None  # announced the carrying out of raids
    if first.start - start > MAX_OPENING or draft.first == 0:
        return None
    before = scene.words[draft.first - 1]
    deed = words().get(first.folded)
    if before in markers()["that-it"]:
        return speaker
    if statement.act is not Act.ANNOUNCE or not isinstance(deed, Noun) or draft.target is None:
        return None
    own = deed.frame in {"act", "take"} and not deed.definite
    return speaker if own or deed.frame == "take-on" else None  # announced the shelling of, the control of


def _did_it(scene: Scene, draft: Draft, start: int) -> bool:
    """Return whether the speaker says that he did what brought a loss: the army said that it had killed ten."""
    for place in (piece[0] for piece in draft.pieces):
        folded = scene.words[place]
        word = homographs().get(folded) or words().get(folded)
        laying = place > 0 and scene.words[place - 1] in markers()["laying"]
        at_start = 0 <= scene.tokens[place - laying].start - start <= MAX_OPENING
        if place > laying and scene.words[place - laying - 1] in markers()["got-done"]:
            continue  # that an arrest was made
        active = isinstance(word, Verb) and (word.frame in {"kill", "catch"} or word.id == "throw")
        active = active and not draft.rule.startswith("<victims>")
        arrest = folded not in markers()["abducting"]
        taken = isinstance(word, Noun) and (word.frame == "seize" or (word.frame == "catch" and not word.definite))
        if at_start and taken and arrest:
            return True  # the police announced the arrest of
        if active and at_start and place and scene.words[place - 1] in markers()["that-it"]:
            return True
    return False


_BREAKING: Final = Trigger(among=lambda: (front + word for word in markers()["breaking"] for front in _BREACH_FRONTS))


def breach_in(scene: Scene, draft: Draft, sentence: Sentence) -> Breach | None:
    """Return what somebody says an incident broke, where its sentence names it."""
    for place in _BREAKING.within(scene.document, sentence.first, sentence.end - 1):
        high = min(sentence.end, place + 1 + MAX_BROKEN)
        end = next((at for at in range(place + 1, high) if scene.words[at] in _BREACH_ENDS), high)
        if not any_of("truce", "law").isdisjoint(scene.words[place + 1 : end]):
            speaker = draft.told.value.speakers[0] if draft.told is not None and draft.told.value.speakers else None
            return Breach(what=scene.document.article.words(scene.document.span(place + 1, end)), said_by=speaker)
    return None


def claimed(scene: Scene, sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the incidents with those who claim them in this sentence: said to have adopted it, or to be responsible for it."""
    claimants = _claimants(scene, sentence)
    if not claimants or not drafts:
        return list(drafts)
    known = list(drafts)
    last = known[-1]
    actor = last.actor or (claimants[0] if not last.back else None)
    known[-1] = replace(last, claimed_by=(*last.claimed_by, *claimants), actor=actor, pieces=last.pieces)
    return known


def _claimants(scene: Scene, sentence: Sentence) -> tuple[Party, ...]:
    for place in range(sentence.first, sentence.end):
        word = words().get(scene.words[place])
        if isinstance(word, Verb) and word.frame == "claim":
            force = force_at(scene, place + 1, sentence.end) or force_before(scene, place, sentence)
            end = min(sentence.end, (force.end if force is not None and force.first > place else place) + 5)
            behind = [scene.words[p] for p in range(place + 1, end)]
            deed = any(
                isinstance(found := words().get(each), Noun) and found.frame in {"act", "operation", "slay", "dead"}
                for each in behind
            )
            if force is not None and force.armed and (deed or word.owner or set(behind) & markers()["responsibility"]):
                return (force.party,)
        for_it = set(scene.words[place + 1 : place + 3])
        if scene.words[place] in markers()["responsibility"] and not _FOR_IT.isdisjoint(for_it):
            if "لم" in scene.words[max(sentence.first, place - 5) : place]:
                return ()
            told = scene.told_in(scene.tokens[place].start, scene.tokens[place].field)
            owned = scene.words[place].endswith(("ه", "ها", "هم"))
            if told is not None and owned and told.value.act not in {Act.ACCUSE, Act.DENY}:
                return told.value.speakers
            by = _right_before(scene, place, sentence) if owned and told is None else None
            if by is not None:
                return (by,)
    return ()


def _right_before(scene: Scene, place: int, sentence: Sentence) -> Party | None:
    """Return the armed side between a verb of saying and what it owns up to: which X announced its responsibility for."""
    for first in range(place - 1, max(sentence.first, place - MAX_BROKEN), -1):
        force = force_at(scene, first, place)
        if force is not None and force.end == place and force.armed:
            return force.party if scene.words[first - 1] in markers()["owning"] else None
    return None


def unverified(scene: Scene, sentence: Sentence) -> Party | None:
    """Return who could not verify what was told: "it was not possible for X to verify"."""
    kinds = markers()
    for place in range(sentence.first, sentence.end):
        if scene.words[place] not in kinds["unable"]:
            continue
        behind = range(place + 1, min(sentence.end, place + MAX_REACH))
        if not any(scene.words[at] in kinds["verify"] for at in behind):
            continue
        for at in behind:
            name = scene.chart.name_at(at)
            if name is not None and name.kind in {"body", "person"}:
                return Party(name.value.span, name.value.label, name.value.entity)
        for at in behind:
            if scene.words[at] in kinds["independent"]:
                span = scene.document.span(at - 1, at + 1)
                return Party(span, scene.document.article.words(span))
    return None


def silent(scene: Scene, sentence: Sentence) -> Party | None:
    """Return who did not comment: "X has not commented", "X refused to comment"."""
    for place in range(sentence.first + 1, sentence.end - 1):
        if scene.words[place] not in markers()["comment"]:
            continue
        if scene.words[place - 1] in {"لم", "ولم"}:
            force = force_at(scene, place + 1, sentence.end) or force_before(scene, place - 1, sentence)
            return force.party if force is not None else None
        low = max(sentence.first, place - MAX_REFUSAL)
        refusal = next((at for at in range(low, place) if scene.words[at] in markers()["refused"]), None)
        if refusal is not None:
            force = force_at(scene, refusal + 1, place) or force_before(scene, refusal, sentence)
            return force.party if force is not None else None
    return None
