"""Losses: how many people were killed, wounded, taken, missing or driven out, with the words that say so."""

from typing import Final

from hudna.arabic.incidents.around import force_before, plural_subject, said_to_go_on, skip_adjuncts, subject_before
from hudna.arabic.incidents.counts import Amount, amount_at
from hudna.arabic.incidents.doers import SLACK, causer_before, doer_behind, is_told_done, killer_at
from hudna.arabic.incidents.draft import Loss
from hudna.arabic.incidents.glued import clitics_before
from hudna.arabic.incidents.heads import bare, is_definite
from hudna.arabic.incidents.parties import Force, force_at
from hudna.arabic.incidents.persons import counted_object, is_counted, is_person, is_someone, jailer_at, kills
from hudna.arabic.incidents.things import thing_at
from hudna.arabic.incidents.victims import counted_before, victims_at, victims_before, victims_behind
from hudna.arabic.incidents.words import Noun, Tense, Verb, amounts, losses, markers, words
from hudna.arabic.scene import Scene
from hudna.model import WORD, Party, Sentence, SentenceKind, Span, TollOutcome

_OUTCOMES: Final = {
    "wounded": TollOutcome.WOUNDED,
    "injure": TollOutcome.WOUNDED,
    "hit": TollOutcome.WOUNDED,
    "injury": TollOutcome.WOUNDED,
    "displace": TollOutcome.DISPLACED,
    "displacement": TollOutcome.DISPLACED,
    "flee": TollOutcome.DISPLACED,
    "flee-2": TollOutcome.DISPLACED,
    "flight": TollOutcome.DISPLACED,
}
_AND: Final = " و"
_EXECUTION: Final = "اعدام"
_STOP: Final = "stop"
_OF_SOMEONE: Final = frozenset({"stop", "capture"})
_OBJECTS: Final = frozenset({"kill", "wound", "catch"})
MANY: Final = 20
_TAKEN: Final = frozenset({TollOutcome.CAPTURED})


def read_loss(scene: Scene, place: int, word: Verb | Noun, limit: int, sentence: Sentence) -> Loss | None:
    """Return the loss that a verb or noun tells, None where it tells none."""
    if isinstance(word, Noun):
        found = _of_noun(scene, place, word, limit)
        by = causer_before(scene, place, sentence) if found is not None and found.actor is None else None
        found = found._replace(actor=by) if found is not None and by is not None else found
        return (
            found if found is None or word.frame not in {"slay", "catch"} or _is_news(scene, found, sentence) else None
        )
    loss = _of_verb(scene, place, word, limit, sentence)
    habit = word.tense is Tense.IMPERFECT and sentence.kind is not SentenceKind.TITLE
    if loss is not None and habit and not loss.least and not _is_news(scene, loss, sentence):
        return None
    return loss._replace(verbal=True) if loss is not None else None


def _is_news(scene: Scene, loss: Loss, sentence: Sentence) -> bool:
    """Return whether a verbal noun tells a loss: with a number or a day; the murder of X alone is only a topic."""
    if (loss.least is not None and loss.least > 1 and not _is_of_some_joined(scene, loss)) or is_told_done(
        scene, loss.first
    ):
        return True
    first, end = max(sentence.first, loss.first - SLACK), min(sentence.end, loss.end + SLACK)
    return any(scene.chart.dated[place] for place in range(first, end))


def _is_of_some_joined(scene: Scene, loss: Loss) -> bool:
    """Return whether people are counted only as "and" joins them: a man and his wife are a topic, as a man is."""
    return _AND in (loss.victims or "") and scene.document.article.words(loss.words) == loss.victims


def _of_verb(scene: Scene, place: int, word: Verb, limit: int, sentence: Sentence) -> Loss | None:
    if word.frame == "death":
        return _of_death(scene, place, word, limit, sentence)
    if word.frame in {"hurt", "flee", "perish"}:
        return _of_patient(scene, place, word, limit, sentence)
    if word.frame == "fall":
        return _of_fall(scene, place, word, limit, sentence)
    if word.frame == "wound":
        return _of_wound(scene, place, word, limit)
    return _of_kill(scene, place, word, limit, sentence)


def loss_of(
    scene: Scene,
    first: int,
    end: int,
    outcome: TollOutcome,
    amount: Amount,
    thing: Force | None,
    rule: str,
    actor: Party | None = None,
) -> Loss:
    """Return a loss told over tokens ``first`` to ``end``: how many (``amount``), of whom (``thing``), by whom."""
    start = amount.first
    stop = amount.end if amount.end > amount.first else (thing.end if thing is not None else end)
    span = scene.document.span(start, max(stop, start + 1))
    cut = clitics_before(scene, start) if scene.tokens[start].kind is WORD else 0
    span = Span(span.start + cut, span.end, span.field) if span.start + cut < span.end else span
    label = thing.party.label if thing is not None else None
    party = thing.party if thing is not None else None
    head = scene.words[thing.first] if thing is not None else ""
    side = _side(scene, thing)
    if head in markers()["barred"]:
        label = party = None
    if thing is not None and party is not None and party.implied:  # its soldiers
        label, side = scene.document.article.words(scene.document.span(thing.first, thing.end)), party.label
    if amount.end == amount.first and amount.least is None and thing is not None and is_person(scene, thing):
        amount = amount._replace(least=1, most=1)
    if head in amounts()["others"] or losses().get(head) in {TollOutcome.KILLED, TollOutcome.WOUNDED, outcome} - _TAKEN:
        party = None
    if actor is None:
        actor = doer_behind(scene, max(end, first + 1), min(len(scene.tokens), max(end, first + 1) + SLACK))
    return Loss(first, max(end, first + 1), outcome, amount.least, amount.most, span, label, side, party, actor, rule)


def _side(scene: Scene, thing: Force | None) -> str | None:
    """Return the body that the victims belong to, where their phrase names one."""
    if thing is None:
        return None
    for place in range(thing.first, thing.end):
        name = scene.chart.name_at(place)
        if name is not None and name.kind == "body":
            return name.value.label
    return None


def _of_noun(scene: Scene, place: int, noun: Noun, limit: int) -> Loss | None:
    """Return the loss behind a verbal noun: the death of five soldiers."""
    outcome = TollOutcome.CAPTURED if noun.frame == "catch" else _OUTCOMES.get(noun.id, TollOutcome.KILLED)
    start, end_of_trigger = place, place + 1
    if (
        (noun.definite and noun.frame != "seize")
        or (noun.owner and noun.frame == "slay")
        or (noun.id == "lives" and not _claimed(scene, place, noun))
        or _is_sentence(scene, place)
    ):
        return None
    if end_of_trigger < limit and scene.words[end_of_trigger] in {"واصابه", "وجرح"}:
        outcome = TollOutcome.KILLED_OR_WOUNDED
        end_of_trigger += 1
    if noun.frame == "seize":
        return _of_arrest(scene, place, noun, limit)
    by = killer_at(scene, end_of_trigger, limit) if noun.frame in {"slay", "catch"} else None
    if by is None and noun.frame == "catch":
        by = jailer_at(scene, end_of_trigger, limit)
    found = victims_at(scene, by.end if by is not None else end_of_trigger, limit)
    if found is None:
        return None
    amount, thing, end = found
    if thing is None and amount.least is None and amount.end == amount.first:
        return None
    counted = amount.end > amount.first
    quality = thing is not None and not counted and scene.words[thing.first] in markers()["deed-adjective"]
    if thing is not None and (quality or not _people(scene, thing)):
        return None
    if noun.frame == "flee" and not _are_residents(scene, amount, thing, end):
        return None
    if noun.frame == "death" and not _violent(scene, end, limit):
        return None
    if noun.id == "injury" and _is_illness(scene, end, limit):
        return None
    if noun.id == "capture" and amount.least is None:
        return None  # families
    actor = by.party if by is not None else None
    return loss_of(scene, start, end, outcome, amount, thing, f"<{noun.id}> <victims>", actor)


def _is_sentence(scene: Scene, place: int) -> bool:
    """Return whether an execution is one to which a court sentences somebody."""
    if not scene.words[place].endswith(_EXECUTION):
        return False
    near = scene.words[max(0, place - SLACK) : place]
    return not markers()["court"].isdisjoint(near)


def _of_arrest(scene: Scene, place: int, noun: Noun, limit: int) -> Loss | None:
    """Return who was arrested: the police laid hands on five suspects."""
    if place + 2 >= limit or scene.words[place + 1] != "علي":
        return None
    found = victims_at(scene, place + 2, limit)
    if found is None or (found[1] is not None and not _people(scene, found[1])):
        return None
    amount, thing, end = found
    if noun.id == "elimination":
        counted = amount.end > amount.first and amount.least is not None
        rule = f"<{noun.id}> <victims>"
        return loss_of(scene, place, end, TollOutcome.KILLED, amount, thing, rule) if counted else None
    first = next((at for at in range(place, max(-1, place - SLACK), -1) if _lays(scene, at)), place)
    by = force_at(scene, first + 1, place) if first < place - 1 else None
    actor = by.party if by is not None else None
    return loss_of(scene, first, end, TollOutcome.CAPTURED, amount, thing, f"<{noun.id}> <victims>", actor)._replace(
        verbal=first < place
    )


def _lays(scene: Scene, place: int) -> bool:
    word = words().get(scene.words[place])
    return isinstance(word, Verb) and word.id == "throw"


def _claimed(scene: Scene, place: int, noun: Noun) -> bool:
    """Return whether a verb says that lives were lost: it claimed the lives of."""
    before = [words().get(word) for word in scene.words[max(0, place - SLACK) : place]]
    last = before[-1] if before else None
    if isinstance(last, Verb) and last.frame == "result":
        return True  # it harvested lives
    return noun.front == "ب" and any(isinstance(word, Verb) and word.id == "claim" for word in before)


def _people(scene: Scene, thing: Force) -> bool:
    """Return whether a phrase may name people: no place, no state, no building or vehicle."""
    if scene.words[thing.first] in markers()["no-people"]:
        return False
    name = scene.chart.name_at(thing.first)
    return not (name is not None and name.kind in {"place", "state"} and thing.end == name.end)


def _violent(scene: Scene, place: int, limit: int) -> bool:
    return any(
        isinstance(words().get(word), Noun) or word in {"متاثرا", "متاثره", "بجروح", "متاثرين"}
        for word in scene.words[place : min(limit, place + SLACK)]
    )


def _of_death(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Loss | None:
    """Return the loss of "met their death": the word for it stands behind the victims."""
    fate = next((p for p in range(place + 1, min(limit, place + 14)) if scene.words[p] in markers()["fate"]), None)
    if fate is None:
        return None
    victim_of = scene.words[fate] == "ضحيه" and _past_deed(scene, fate + 1, limit) > fate + 1
    if victim_of or scene.words[fate].startswith("ضحيت"):
        lost = victims_at(scene, _past_deed(scene, fate + 1, limit), limit)
        rule = f"<{verb.id}> <victims>"
        return loss_of(scene, place, lost[2], TollOutcome.KILLED, lost[0], lost[1], rule) if lost is not None else None
    found = victims_at(scene, place + 1, fate) if fate > place + 1 else None
    if found is None:
        before = victims_before(scene, place, sentence)
        if before is None:
            return None
        amount, thing = before
        return loss_of(scene, place, fate + 1, TollOutcome.KILLED, amount, thing, f"<victims> <{verb.id}>")
    amount, thing, _ = found
    by = doer_behind(scene, fate + 1, limit)
    return loss_of(scene, place, fate + 1, TollOutcome.KILLED, amount, thing, f"<{verb.id}> <victims>", by)


def _past_deed(scene: Scene, place: int, limit: int) -> int:
    """Return the number behind a deed that claimed lives: fell victim to the shelling by air more than 1700."""
    deed = words().get(scene.words[place]) if place < limit else None
    if not isinstance(deed, Noun) or deed.frame != "act":
        return place
    counted = (at for at in range(place + 1, min(limit, place + SLACK)) if amount_at(scene.tokens, at, limit))
    return next(counted, place)


def _of_patient(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Loss | None:
    """Return the loss of a verb whose subject are the victims."""
    if verb.owner or verb.tense is Tense.FUTURE:
        return None
    outcome = _OUTCOMES.get(verb.id, TollOutcome.KILLED)
    if verb.id == "wounded" and _is_illness(scene, place + 1, limit):
        return None
    if verb.frame == "perish" and (
        not _violent(scene, place + 1, limit) or scene.words[min(place + 1, limit - 1)] in markers()["court"]
    ):
        return None
    if verb.several and not verb.cut and (many := counted_before(scene, place, sentence)) is not None:
        if verb.frame == "flee" and not _are_residents(scene, *many, place):
            return None
        return loss_of(scene, place, place + 1, outcome, *many, f"<victims> <{verb.id}>")
    found = victims_behind(scene, skip_adjuncts(scene, place + 1, limit), place, limit)
    if verb.frame == "flee" and found is not None and not _are_residents(scene, *found):
        return None
    if found is not None and (found[1] is None or _people(scene, found[1])):
        amount, thing, end = found
        if verb.id == "martyred" and _cites(scene, end, limit):
            return None
        return loss_of(scene, place, end, outcome, amount, thing, f"<{verb.id}> <victims>")
    before = victims_before(scene, place, sentence)
    if before is None or (verb.frame == "flee" and not _are_residents(scene, *before, place)):
        return None
    return loss_of(scene, place, place + 1, outcome, *before, f"<victims> <{verb.id}>")


def _are_residents(scene: Scene, amount: Amount, thing: Force | None, end: int) -> bool:
    """Return whether those who flee are the people of a place, by their number or name, and no prisoner or politician."""
    head = scene.words[thing.first if thing is not None else end - 1]
    if head in markers()["residents"]:
        return True
    if bare(head) in markers()["fighter"]:
        return False  # fighters on the run
    return amount.end > amount.first and head not in markers()["captives"] and (amount.least or MANY) >= MANY


def _cites(scene: Scene, place: int, limit: int) -> bool:
    """Return whether what looks like martyred is cited: X cited his quarrel."""
    if place >= limit or scene.words[place][0] != "ب" or not clitics_before(scene, place):
        return False
    word = scene.words[place]
    return word not in markers()["fire"] and word not in words() and scene.chart.name_at(place) is None


def _is_illness(scene: Scene, place: int, limit: int) -> bool:
    """Return whether what befell somebody is no wound: an illness, a shock, a disappointment."""
    following = scene.tokens[place : min(limit, place + SLACK)]
    return any(token.folded in markers()["illness"] for token in following)


def _of_wound(scene: Scene, place: int, verb: Verb, limit: int) -> Loss | None:
    """Return the loss of a wounding with an object: the blast wounded ten."""
    if verb.tense is not Tense.PERFECT or verb.owner:
        return None
    force = force_at(scene, place + 1, limit)
    by = force if force is not None and force.armed and _has_object(scene, force.end, limit) else None
    found = victims_at(scene, skip_adjuncts(scene, by.end, limit) if by is not None else place + 1, limit)
    thing = found[1] if found is not None else None
    many = counted_object(scene, thing, limit) if thing is not None else None
    if thing is not None and many is not None:
        return loss_of(
            scene, place, many[2], TollOutcome.WOUNDED, many[0], many[1], f"<{verb.id}> <victims>", thing.party
        )
    if found is None or found[0].least is None or (found[1] is not None and not _people(scene, found[1])):
        return None
    amount, thing, end = found
    rule = f"<actor> <{verb.id}> <victims>" if by is not None else f"<{verb.id}> <victims>"
    return loss_of(scene, place, end, TollOutcome.WOUNDED, amount, thing, rule, by.party if by is not None else None)


def _of_fall(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Loss | None:
    """Return the loss of "fell dead": a number with a noun of loss behind the verb or people before it."""
    end = min(limit, place + 9)
    both = any(
        scene.words[p] == "بين" and set(scene.words[p + 1 : p + 4]) & {"وجريح", "وقتيل", "ومصاب"}
        for p in range(place + 1, end)
    )
    noun = next((p for p in range(place + 1, end) if scene.words[p] in losses()), None)
    if noun is None:
        return None
    outcome = TollOutcome.KILLED_OR_WOUNDED if both else losses()[scene.words[noun]]
    found = victims_at(scene, place + 1, noun + 1)
    if found is None or (both and found[0].end == found[0].first):
        before = (counted_before(scene, place, sentence) or victims_before(scene, place, sentence)) if both else None
        if before is None:
            return (
                None
                if found is None
                else loss_of(scene, place, noun + 1, outcome, found[0], found[1], f"<{verb.id}> <victims>")
            )
        return loss_of(scene, place, noun + 1, outcome, *before, f"<victims> <{verb.id}>")
    amount, thing, stop = found
    return loss_of(scene, place, max(stop, noun + 1), outcome, amount, thing, f"<{verb.id}> <victims>")


def _of_kill(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Loss | None:
    """Return the loss of a verb that is written alike in the active and the passive voice."""
    outcome = _OUTCOMES.get(verb.id, TollOutcome.KILLED)
    if verb.frame == "catch":
        outcome = TollOutcome.CAPTURED
    if verb.tense is Tense.FUTURE:
        return None
    end = place + 1
    also = {"واصيبوا", "وجرحوا"} if verb.several else {"واصيب", "وجرح", "واصيبوا", "وجرحوا"}
    if end < limit and scene.words[end] in also:
        outcome, end = TollOutcome.KILLED_OR_WOUNDED, end + 1
    subject = force_before(scene, place, sentence)
    end += _goes_with(scene, end, limit, verb)
    if verb.several and not verb.cut and not verb.owner and (counted := counted_before(scene, place, sentence)):
        outcome = TollOutcome.KILLED if outcome is TollOutcome.KILLED_OR_WOUNDED else outcome
        return loss_of(scene, place, place + 1, outcome, *counted, f"<victims> <{verb.id}>")
    if outcome is TollOutcome.KILLED_OR_WOUNDED:
        alone = victims_before(scene, place, sentence)
        if alone is not None:
            return loss_of(scene, place, place + 1, TollOutcome.KILLED, *alone, f"<victims> <{verb.id}>")
    if verb.owner:
        actor = force_at(scene, end, limit)
        return _loss_by(scene, place, actor, outcome, verb) if actor is not None and actor.armed else None
    start = skip_adjuncts(scene, end, limit)
    after = force_at(scene, start, limit)
    if after is not None and after.armed and after.phrase is not None and after.phrase.kind == "state":
        after = after._replace(armed=_has_object(scene, after.end, limit))
    if after is not None and after.armed and not verb.several and _has_object(scene, after.end, limit):
        found = victims_at(scene, skip_adjuncts(scene, after.end, limit), limit)
        if found is not None and found[1] is not None and not _people(scene, found[1]):
            return None
        if found is not None and verb.id in _OF_SOMEONE and not is_someone(scene, found):
            return None
        if found is not None and scene.words[found[1].first if found[1] else start] in markers()["kin"]:
            return None
        if found is not None:
            amount, thing, stop = found
            return loss_of(scene, place, stop, outcome, amount, thing, f"<actor> <{verb.id}> <victims>", after.party)
    behind = verb.id == "murder" and subject is None and not verb.several and not verb.owner
    if behind and after is not None and after.armed and verb.tense is Tense.PERFECT:
        return _loss_by(scene, place, after, outcome, verb)  # of this verb the passive is written otherwise
    joined = start < limit and scene.words[start][0] == "و" and clitics_before(scene, start) > 0
    found = victims_behind(scene, start, place, limit) if not joined else None
    if verb.id in _OF_SOMEONE and (found is None or not is_someone(scene, found)):
        return None
    if verb.id == _STOP and verb.feminine and verb.tense is Tense.IMPERFECT:
        return None  # written like "he stopped"
    if found is not None and (found[1] is None or _people(scene, found[1])):
        amount, thing, stop = found
        if thing is not None and amount.end == amount.first and kills(scene, thing, limit):
            return None  # a crime between private people
        many = counted_object(scene, thing, limit) if thing is not None and amount.end == amount.first else None
        if thing is not None and many is not None and not verb.several:
            return loss_of(
                scene, place, many[2], outcome, many[0], many[1], f"<actor> <{verb.id}> <victims>", thing.party
            )
        by = subject.party if subject is not None and subject.armed and not is_counted(scene, subject) else None
        if by is None and verb.cut and (verb.frame == "catch" or verb.several) and verb.tense is Tense.PERFECT:
            by = subject_before(scene, place, sentence)
        if by is None and verb.cut and not verb.several and verb.tense is Tense.PERFECT:
            by = said_to_go_on(scene, place, sentence, feminine=verb.feminine)
        if by is None and verb.several and not verb.cut and outcome is not TollOutcome.KILLED_OR_WOUNDED:
            told = plural_subject(scene, place, sentence)
            by = told.party if told is not None else None
        rule = f"<actor> <{verb.id}> <victims>" if by else f"<{verb.id}> <victims>"
        return loss_of(scene, place, stop, outcome, amount, thing, rule, by)
    if verb.tense is Tense.IMPERFECT and subject is not None and subject.armed:
        return None  # who kills is not killed
    before = victims_before(scene, place, sentence)
    if before is None:
        by = doer_behind(scene, place + 1, min(limit, place + 2 * SLACK))
        if by is None:
            return None
        return loss_of(
            scene, place, place + 1, outcome, Amount(place, place, None, None), None, f"<{verb.id}> <actor>", by
        )
    if before[1] is not None and not _people(scene, before[1]):
        return None
    return loss_of(scene, place, place + 1, outcome, *before, f"<victims> <{verb.id}>")


def _goes_with(scene: Scene, place: int, limit: int, verb: Verb) -> int:
    """Return whether a verb of the same subject and object is joined to another: the army kills and arrests."""
    if verb.tense is not Tense.IMPERFECT or place >= limit:
        return 0
    other = words().get(scene.words[place])
    joined = isinstance(other, Verb) and other.cut == 1 and other.frame in _OBJECTS
    return int(joined and isinstance(other, Verb) and other.tense is verb.tense)


def _loss_by(scene: Scene, place: int, actor: Force, outcome: TollOutcome, verb: Verb) -> Loss:
    empty = Amount(place, place, None, None)
    return loss_of(scene, place, actor.end, outcome, empty, None, f"<{verb.id}> <actor>", actor.party)


def _has_object(scene: Scene, place: int, limit: int) -> bool:
    if place < limit and scene.words[place] == "(":
        closing = (at + 1 for at in range(place, min(limit, place + SLACK)) if scene.words[at] == ")")
        place = next(closing, place)
    start, place = place, skip_adjuncts(scene, place, limit)
    if place >= limit or scene.words[place] in {"(", ")"}:
        return False
    if place > start and _is_of_owner(scene, place - 1):
        return False  # by the fire of whom
    if amount_at(scene.tokens, place, limit) is not None:
        return True
    thing = thing_at(scene, place, limit)
    return thing is not None and not scene.words[place].startswith(("و", "ل", "ب"))


def _is_of_owner(scene: Scene, place: int) -> bool:
    """Return whether fire or an attack that something was done by stands in construct with whose it is."""
    word = scene.words[place]
    if word in markers()["fire"]:
        return not word.startswith("بال")
    means = words().get(word)
    counted = amount_at(scene.tokens, place + 1, place + 2) is not None
    return isinstance(means, Noun) and means.frame == "act" and not is_definite(scene, place) and not counted


def read_done(scene: Scene, place: int, noun: Noun, limit: int, by: Force) -> Loss | None:
    """Return the loss of a verbal noun whose doer is told: they did the kidnapping of nine soldiers."""
    found = victims_at(scene, place + 1, limit)
    if found is None:
        return None
    amount, thing, end = found
    outcome = TollOutcome.CAPTURED if noun.frame == "catch" else TollOutcome.KILLED
    return loss_of(scene, place, end, outcome, amount, thing, f"<{noun.id}> <victims>", by.party)._replace(verbal=True)


def lost_to(scene: Scene, place: int, verb: Verb, target: Party | None, limit: int) -> Loss | None:
    """Return the loss of people whom a weapon that is the subject of a verb hit: a shell wounded three civilians."""
    if target is None:
        return None
    first = next((at for at in range(place + 1, limit) if scene.tokens[at].start >= target.span.start), limit)
    found = victims_at(scene, first, limit)
    if found is None or (found[1] is not None and not _people(scene, found[1])):
        return None
    amount, thing, end = found
    if amount.least is None and amount.end == amount.first:
        return None
    return loss_of(
        scene, place, end, _OUTCOMES.get(verb.id, TollOutcome.KILLED), amount, thing, f"<{verb.id}> <victims>"
    )
