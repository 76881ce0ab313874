"""Losses: how many people were killed, wounded, taken, missing or driven out, with the words that say so."""

from typing import Final

from hudna.arabic.incidents.counts import Amount, amount_at
from hudna.arabic.incidents.doers import SLACK, doer_behind, killer_at
from hudna.arabic.incidents.draft import Loss
from hudna.arabic.incidents.parties import Force, clitics_before, force_at, force_before, skip_adjuncts, thing_at
from hudna.arabic.incidents.words import Noun, Tense, Verb, amounts, losses, markers, words
from hudna.arabic.scene import Scene
from hudna.model import Party, Sentence, Span, TokenKind, TollOutcome

_OUTCOMES: Final = {
    "wounded": TollOutcome.WOUNDED,
    "injure": TollOutcome.WOUNDED,
    "hit": TollOutcome.WOUNDED,
    "injury": TollOutcome.WOUNDED,
    "displace": TollOutcome.DISPLACED,
    "displacement": TollOutcome.DISPLACED,
}
_OBJECTS: Final = frozenset({"kill", "wound", "catch"})
_BEHIND_PASSIVE: Final = frozenset(
    {
        "في",
        "من",
        "علي",
        "اثر",
        "جراء",
        "بعد",
        "خلال",
        "اثناء",
        "عندما",
        "بينما",
        "حين",
        "قرب",
        "لدي",
        "نتيجه",
        "اول",
        "قبل",
        "،",
        ".",
        "»",
    }
)
_RELATIVE: Final = frozenset({"الذي", "التي", "الذين"})
_OTHERS: Final = "others"


def read_loss(scene: Scene, place: int, word: Verb | Noun, limit: int, sentence: Sentence) -> Loss | None:
    """Return the loss that a verb or noun tells, None where it tells none."""
    if isinstance(word, Noun):
        found = _of_noun(scene, place, word, limit)
        return (
            found if found is None or word.frame not in {"slay", "catch"} or _is_news(scene, found, sentence) else None
        )
    loss = _of_verb(scene, place, word, limit, sentence)
    return loss._replace(verbal=True) if loss is not None else None


def _is_news(scene: Scene, loss: Loss, sentence: Sentence) -> bool:
    """Return whether a verbal noun tells a loss: with a number or a day; the murder of X alone is only a topic."""
    if loss.least is not None and loss.least > 1:
        return True
    return any(scene.chart.dated[place] for place in range(loss.first, min(sentence.end, loss.end + SLACK)))


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


def victims_at(scene: Scene, place: int, limit: int) -> tuple[Amount, Force | None, int] | None:
    """Return how many people a phrase at a token counts, who they are, and the token after it."""
    tokens = scene.tokens
    amount = amount_at(tokens, place, limit)
    if amount is not None:
        if amount.end < limit and tokens[amount.end].folded == "%":
            return None
        thing = thing_at(scene, amount.end, limit) if amount.end < limit else None
        end = thing.end if thing is not None else amount.end
        if thing is None and amount.end < limit and tokens[amount.end].folded == "من":
            thing = thing_at(scene, amount.end + 1, limit)
            end = thing.end if thing is not None else amount.end
        return _at_least(scene, amount, end, limit), thing, end
    if place < limit and tokens[place].folded.removeprefix("ب").removeprefix("ل") in amounts()["one"]:
        thing = thing_at(scene, place + 1, limit)
        return (Amount(place, place + 1, 1, 1), thing, thing.end) if thing is not None else None
    thing = thing_at(scene, place, limit)
    if thing is None:
        return None
    return Amount(place, place, *_number_of(scene, thing)), thing, thing.end


def _victims_behind(scene: Scene, start: int, place: int, limit: int) -> tuple[Amount, Force | None, int] | None:
    """Return the victims behind a verb; none where its means were skipped: by the fire of X, X is who shot."""
    if any(scene.tokens[between].folded in markers()["fire"] for between in range(place + 1, start)):
        return None
    return victims_at(scene, start, limit)


def _number_of(scene: Scene, thing: Force) -> tuple[int | None, int | None]:
    """Return how many people a phrase without a number is: one for a single person, two for a dual."""
    word = scene.tokens[thing.first].folded
    cut = clitics_before(scene, thing.first)
    word = word[cut:] if cut < len(word) else word
    if thing.phrase is not None and thing.phrase.name is not None and thing.phrase.name.kind == "person":
        return 1, 1
    if word in amounts()["single"] or (thing.phrase is not None and thing.phrase.kind in {"person", "office"}):
        return 1, 1
    if word in amounts()["dual"]:
        return 2, 2
    named = [name for place in range(thing.first, thing.end) if (name := scene.chart.name_at(place)) is not None]
    if named and named[0].kind in {"person", "office"} and named[0].first <= thing.first + 1:
        return 1, 1
    return None, None


def _at_least(scene: Scene, amount: Amount, end: int, limit: int) -> Amount:
    """Return an amount with its upper bound open where "at least" stands behind it."""
    if amount.least is None:
        return amount
    for place in range(amount.end, min(limit, end + 3)):
        if scene.tokens[place].folded in amounts()["at-least"]:
            return amount._replace(most=None)
    return amount


def _loss(
    scene: Scene,
    first: int,
    end: int,
    outcome: TollOutcome,
    amount: Amount,
    thing: Force | None,
    rule: str,
    actor: Party | None = None,
) -> Loss:
    start = amount.first
    stop = amount.end if amount.end > amount.first else (thing.end if thing is not None else end)
    span = scene.document.span(start, max(stop, start + 1))
    cut = clitics_before(scene, start) if scene.tokens[start].kind is TokenKind.WORD else 0
    span = Span(span.start + cut, span.end, span.field) if span.start + cut < span.end else span
    label = thing.party.label if thing is not None else None
    party = thing.party if thing is not None else None
    head = scene.tokens[thing.first].folded if thing is not None else ""
    side = _side(scene, thing)
    if head in markers()["barred"]:
        label = party = None
    if thing is not None and party is not None and party.implied:  # its soldiers
        label, side = scene.document.article.words(scene.document.span(thing.first, thing.end)), party.label
    if amount.end == amount.first and amount.least is None and thing is not None and _is_person(scene, thing):
        amount = amount._replace(least=1, most=1)
    if head in amounts()[_OTHERS] or head in losses():
        party = None
    if actor is None:
        actor = doer_behind(scene, max(end, first + 1), min(len(scene.tokens), max(end, first + 1) + SLACK))
    return Loss(first, max(end, first + 1), outcome, amount.least, amount.most, span, label, side, party, actor, rule)


def _is_person(scene: Scene, thing: Force) -> bool:
    """Return whether a phrase without a number names one person."""
    names = [name for p in range(thing.first, thing.end) if (name := scene.chart.name_at(p)) is not None]
    return bool(names) and (names[0].kind == "person" or (names[0].kind == "office" and names[-1].kind == "person"))


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
    if (noun.definite and noun.frame != "seize") or (noun.id == "lives" and not _claimed(scene, place, noun)):
        return None
    if end_of_trigger < limit and scene.tokens[end_of_trigger].folded in {"واصابه", "وجرح"}:
        outcome = TollOutcome.KILLED_OR_WOUNDED
        end_of_trigger += 1
    if noun.frame == "seize":
        return _of_arrest(scene, place, noun, limit)
    by = killer_at(scene, end_of_trigger, limit) if noun.frame in {"slay", "catch"} else None
    found = victims_at(scene, by.end if by is not None else end_of_trigger, limit)
    if found is None:
        return None
    amount, thing, end = found
    if thing is None and amount.least is None and amount.end == amount.first:
        return None
    if thing is not None and not _people(scene, thing):
        return None
    if noun.frame == "death" and not _violent(scene, end, limit):
        return None
    actor = by.party if by is not None else None
    return _loss(scene, start, end, outcome, amount, thing, f"<{noun.id}> <victims>", actor)


def _of_arrest(scene: Scene, place: int, noun: Noun, limit: int) -> Loss | None:
    """Return who was arrested: the police laid hands on five suspects."""
    if place + 2 >= limit or scene.tokens[place + 1].folded != "علي":
        return None
    found = victims_at(scene, place + 2, limit)
    if found is None or (found[1] is not None and not _people(scene, found[1])):
        return None
    amount, thing, end = found
    first = next((at for at in range(place, max(-1, place - SLACK), -1) if _lays(scene, at)), place)
    by = force_at(scene, first + 1, place) if first < place - 1 else None
    actor = by.party if by is not None else None
    return _loss(scene, first, end, TollOutcome.CAPTURED, amount, thing, f"<{noun.id}> <victims>", actor)._replace(
        verbal=first < place
    )


def _lays(scene: Scene, place: int) -> bool:
    word = words().get(scene.tokens[place].folded)
    return isinstance(word, Verb) and word.id == "throw"


def _claimed(scene: Scene, place: int, noun: Noun) -> bool:
    """Return whether a verb says that lives were lost: it claimed the lives of."""
    before = [words().get(token.folded) for token in scene.tokens[max(0, place - SLACK) : place]]
    return noun.front == "ب" and any(isinstance(word, Verb) and word.id == "claim" for word in before)


def _people(scene: Scene, thing: Force) -> bool:
    """Return whether a phrase may name people: no place, no state, no building or vehicle."""
    if scene.tokens[thing.first].folded in markers()["no-people"]:
        return False
    name = scene.chart.name_at(thing.first)
    return not (name is not None and name.kind in {"place", "state"} and thing.end == name.end)


def _violent(scene: Scene, place: int, limit: int) -> bool:
    return any(
        isinstance(words().get(token.folded), Noun) or token.folded in {"متاثرا", "متاثره", "بجروح", "متاثرين"}
        for token in scene.tokens[place : min(limit, place + SLACK)]
    )


def _of_death(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Loss | None:
    """Return the loss of "met their death": the word for it stands behind the victims."""
    fate = next(
        (p for p in range(place + 1, min(limit, place + 14)) if scene.tokens[p].folded in markers()["fate"]), None
    )
    if fate is None:
        return None
    if scene.tokens[fate].folded.startswith("ضحيت"):
        lost = victims_at(scene, fate + 1, limit)
        rule = f"<{verb.id}> <victims>"
        return _loss(scene, place, lost[2], TollOutcome.KILLED, lost[0], lost[1], rule) if lost is not None else None
    found = victims_at(scene, place + 1, fate) if fate > place + 1 else None
    if found is None:
        before = _victims_before(scene, place, sentence)
        if before is None:
            return None
        amount, thing = before
        return _loss(scene, place, fate + 1, TollOutcome.KILLED, amount, thing, f"<victims> <{verb.id}>")
    amount, thing, _ = found
    by = doer_behind(scene, fate + 1, limit)
    return _loss(scene, place, fate + 1, TollOutcome.KILLED, amount, thing, f"<{verb.id}> <victims>", by)


def _victims_before(scene: Scene, place: int, sentence: Sentence) -> tuple[Amount, Force | None] | None:
    """Return the people named right before a verb: that five soldiers were killed, the man who was killed."""
    tokens = scene.tokens
    if (
        tokens[place - 1].folded in _RELATIVE
        and tokens[min(place + 1, sentence.end - 1)].folded in markers()["resumed"]
    ):
        return None  # the wound that he was dealt
    low = max(sentence.first, place - 12)
    for first in range(low, place):
        if first > sentence.first and tokens[first - 1].folded not in {
            "ان",
            "بان",
            "،",
            ",",
            "«",
            '"',
            ":",
            "وان",
            "كان",
            "وكان",
            "انه",
        }:
            continue
        amount = amount_at(tokens, first, place)
        if amount is None:
            continue
        thing = thing_at(scene, amount.end, place) if amount.end < place else None
        end = thing.end if thing is not None else amount.end
        aside = tokens[min(end, place - 1)].folded == "،" and tokens[place - 1].folded == "،"
        if (
            end < place
            and not aside
            and not all(
                tokens[p].folded in {"علي", "الاقل", "قد", "،", "كانوا", "اخرين", "الذين", "من"} or scene.chart.dated[p]
                for p in range(end, place)
            )
        ):
            continue
        return _at_least(scene, amount, end, place), thing
    force = force_before(scene, place, sentence)
    if force is None and _passive(scene, place, sentence):
        opener = opening(scene, place, sentence)
        if opener is not None:
            return Amount(opener.first, opener.first, *_number_of(scene, opener)), opener
    if force is None:
        relative = tokens[place - 1].folded in _RELATIVE if place > sentence.first else False
        if not relative and (place == sentence.first or tokens[place - 1].kind is not TokenKind.WORD):
            return None
        for first in range(place - 1 - relative, max(low, place - 6) - 1, -1):
            thing = force_at(scene, first, place) or thing_at(scene, first, place)
            if (
                thing is not None
                and thing.end == place - relative
                and (relative or first == sentence.first or tokens[first - 1].folded in {"ان", "بان", "وان"})
            ):
                return Amount(first, first, *_number_of(scene, thing)), thing
        return None
    return Amount(force.first, force.first, *_number_of(scene, force)), force


def _passive(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether nobody can be the object of a verb: a preposition, a joined verb or a day follows it."""
    if place + 1 >= sentence.end:
        return True
    word = scene.tokens[place + 1].folded
    joined = word.startswith("و") and word in words()
    return (
        word in _BEHIND_PASSIVE
        or joined
        or bool(scene.chart.dated[place + 1])
        or (word.startswith("ب") and clitics_before(scene, place + 1) > 0)
    )


def opening(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return who a clause opens with, far before its verb: that X, the head of the office, was killed."""
    if scene.tokens[place].folded.startswith("و") or scene.tokens[place - 1].folded in {"وقد", "وكان"}:
        return None
    for first in range(place - 1, max(sentence.first, place - 16) - 1, -1):
        before = scene.tokens[first - 1].folded if first > sentence.first else "ان"
        if before in {"ان", "وكان", "وكانت", "كان", "كانت", "بان"} or (
            before in {"«", '"'} and first > sentence.first + 1
        ):
            found = thing_at(scene, first, place) or force_at(scene, first, place)
            near = found is not None and (found.end >= place - 1 or scene.tokens[found.end].kind is not TokenKind.WORD)
            return found if near else None
        if scene.tokens[first].folded in {".", ":", "؛"}:
            return None
    return None


def _of_patient(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Loss | None:
    """Return the loss of a verb whose subject are the victims."""
    if verb.owner or verb.tense is Tense.FUTURE:
        return None
    outcome = _OUTCOMES.get(verb.id, TollOutcome.KILLED)
    if verb.frame == "perish" and not _violent(scene, place + 1, limit):
        return None
    found = _victims_behind(scene, skip_adjuncts(scene, place + 1, limit), place, limit)
    if found is not None and (found[1] is None or _people(scene, found[1])):
        amount, thing, end = found
        if verb.id == "wounded" and thing is not None and _things_only(scene, thing):
            return None
        if verb.id == "martyred" and _cites(scene, end, limit):
            return None
        return _loss(scene, place, end, outcome, amount, thing, f"<{verb.id}> <victims>")
    before = _victims_before(scene, place, sentence)
    if before is None:
        return None
    return _loss(scene, place, place + 1, outcome, *before, f"<victims> <{verb.id}>")


def _cites(scene: Scene, place: int, limit: int) -> bool:
    """Return whether what looks like martyred is cited: X cited his quarrel."""
    if place >= limit or scene.tokens[place].folded[0] != "ب" or not clitics_before(scene, place):
        return False
    word = scene.tokens[place].folded
    return word not in markers()["fire"] and word not in words() and scene.chart.name_at(place) is None


def _things_only(scene: Scene, thing: Force) -> bool:
    return scene.tokens[thing.first].folded in {"بخيبه", "بصدمه", "بالشلل", "الاقتصاد", "السوق"}


def _of_wound(scene: Scene, place: int, verb: Verb, limit: int) -> Loss | None:
    """Return the loss of a wounding with an object: the blast wounded ten."""
    if verb.tense is not Tense.PERFECT or verb.owner:
        return None
    found = victims_at(scene, place + 1, limit)
    if found is None or found[0].least is None or (found[1] is not None and not _people(scene, found[1])):
        return None
    amount, thing, end = found
    return _loss(scene, place, end, TollOutcome.WOUNDED, amount, thing, f"<{verb.id}> <victims>")


def _of_fall(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Loss | None:
    """Return the loss of "fell dead": a number with a noun of loss behind the verb or people before it."""
    end = min(limit, place + 9)
    both = any(
        scene.tokens[p].folded == "بين"
        and {t.folded for t in scene.tokens[p + 1 : p + 4]} & {"وجريح", "وقتيل", "ومصاب"}
        for p in range(place + 1, end)
    )
    noun = next((p for p in range(place + 1, end) if scene.tokens[p].folded in losses()), None)
    if noun is None:
        return None
    outcome = TollOutcome.KILLED_OR_WOUNDED if both else losses()[scene.tokens[noun].folded]
    found = victims_at(scene, place + 1, noun + 1)
    if found is None or (both and found[0].end == found[0].first):
        before = _victims_before(scene, place, sentence) if both else None
        if before is None:
            return (
                None
                if found is None
                else _loss(scene, place, noun + 1, outcome, found[0], found[1], f"<{verb.id}> <victims>")
            )
        return _loss(scene, place, noun + 1, outcome, *before, f"<victims> <{verb.id}>")
    amount, thing, stop = found
    return _loss(scene, place, max(stop, noun + 1), outcome, amount, thing, f"<{verb.id}> <victims>")


def _of_kill(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Loss | None:
    """Return the loss of a verb that is written alike in the active and the passive voice."""
    outcome = _OUTCOMES.get(verb.id, TollOutcome.KILLED)
    if verb.frame == "catch":
        outcome = TollOutcome.CAPTURED
    if verb.tense is Tense.FUTURE:
        return None
    end = place + 1
    if end < limit and scene.tokens[end].folded in {"واصيب", "وجرح", "واصيبوا", "وجرحوا"}:
        outcome, end = TollOutcome.KILLED_OR_WOUNDED, end + 1
    subject = force_before(scene, place, sentence)
    if outcome is TollOutcome.KILLED_OR_WOUNDED:
        alone = _victims_before(scene, place, sentence)
        if alone is not None:
            return _loss(scene, place, place + 1, TollOutcome.KILLED, *alone, f"<victims> <{verb.id}>")
    if verb.owner:
        actor = force_at(scene, end, limit)
        return _loss_by(scene, place, actor, outcome, verb) if actor is not None and actor.armed else None
    start = skip_adjuncts(scene, end, limit)
    after = force_at(scene, start, limit)
    if after is not None and after.armed and after.phrase is not None and after.phrase.kind == "state":
        after = after._replace(armed=_has_object(scene, after.end, limit))
    if after is not None and after.armed and _has_object(scene, after.end, limit):
        found = victims_at(scene, skip_adjuncts(scene, after.end, limit), limit)
        if found is not None and found[1] is not None and not _people(scene, found[1]):
            return None
        if found is not None:
            amount, thing, stop = found
            return _loss(scene, place, stop, outcome, amount, thing, f"<actor> <{verb.id}> <victims>", after.party)
    found = _victims_behind(scene, start, place, limit)
    if found is not None and (found[1] is None or _people(scene, found[1])):
        amount, thing, stop = found
        by = subject.party if subject is not None and subject.armed and not _counted(scene, subject) else None
        rule = f"<actor> <{verb.id}> <victims>" if by else f"<{verb.id}> <victims>"
        return _loss(scene, place, stop, outcome, amount, thing, rule, by)
    before = _victims_before(scene, place, sentence)
    if before is None:
        by = doer_behind(scene, place + 1, min(limit, place + 2 * SLACK))
        if by is None:
            return None
        return _loss(
            scene, place, place + 1, outcome, Amount(place, place, None, None), None, f"<{verb.id}> <actor>", by
        )
    return _loss(scene, place, place + 1, outcome, *before, f"<victims> <{verb.id}>")


def _counted(scene: Scene, force: Force) -> bool:
    """Return whether a number stands right before a phrase: five soldiers were killed."""
    return False if force.first == 0 else amount_at(scene.tokens, force.first - 1, force.first) is not None


def _loss_by(scene: Scene, place: int, actor: Force, outcome: TollOutcome, verb: Verb) -> Loss:
    empty = Amount(place, place, None, None)
    return _loss(scene, place, actor.end, outcome, empty, None, f"<{verb.id}> <actor>", actor.party)


def _has_object(scene: Scene, place: int, limit: int) -> bool:
    place = skip_adjuncts(scene, place, limit)
    if place >= limit or scene.tokens[place].folded in {"(", ")"}:
        return False
    if amount_at(scene.tokens, place, limit) is not None:
        return True
    thing = thing_at(scene, place, limit)
    return thing is not None and not scene.tokens[place].folded.startswith(("و", "ل", "ب"))


def read_done(scene: Scene, place: int, noun: Noun, limit: int, by: Force) -> Loss | None:
    """Return the loss of a verbal noun whose doer is told: they did the kidnapping of nine soldiers."""
    found = victims_at(scene, place + 1, limit)
    if found is None:
        return None
    amount, thing, end = found
    outcome = TollOutcome.CAPTURED if noun.frame == "catch" else TollOutcome.KILLED
    return _loss(scene, place, end, outcome, amount, thing, f"<{noun.id}> <victims>", by.party)._replace(verbal=True)


def counted_losses(scene: Scene, place: int, limit: int) -> Loss | None:
    """Return the loss of a number before a noun of loss: left 40 dead."""
    outcome = losses().get(scene.tokens[place].folded)
    if outcome is None:
        return None
    for first in range(max(0, place - 6), place):
        amount = amount_at(scene.tokens, first, place + 1)
        if amount is not None and place - amount.end <= 1 and amount.end > amount.first:
            if amount.end < place and scene.tokens[amount.end].folded != "من":
                continue
            if amount.least is None and amount.most is None and scene.tokens[place].folded.startswith("ال"):
                return None  # "the number of the dead"
            amount = _at_least(scene, amount, place + 1, limit)
            return _loss(scene, first, place + 1, outcome, amount, None, "<number> <loss>")
    return None
