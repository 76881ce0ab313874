"""One standing of a measure as told: whose it is, when, under which condition, by which words."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.words import Tense
from hudna.arabic.incidents.heads import leads_operations
from hudna.arabic.measures.breaches import charge, charged, defiant, its_breach, votes
from hudna.arabic.measures.chain import Link
from hudna.arabic.measures.days import day_of, is_day_made, is_to_come
from hudna.arabic.measures.draft import Draft, Pieces, Stand, piece
from hudna.arabic.measures.drafting import BROUGHT
from hudna.arabic.measures.holders import for_nation, holder_of, own_statement
from hudna.arabic.measures.phrase import MOVED, Phrase
from hudna.arabic.measures.standing import Standing
from hudna.arabic.measures.who import distinct, is_outlet, is_pair, on_the_part_of, parties_of, read_sides, reports
from hudna.arabic.measures.words import markers, nouns
from hudna.arabic.names.groups import is_of_group
from hudna.arabic.pledges.what import condition_at
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.model import (
    NUMBER,
    Act,
    Field,
    Match,
    MeasureKind,
    MeasureStatus,
    Party,
    Sentence,
    Span,
    Statement,
    TimeMention,
    When,
)
from hudna.text import fold_word
from hudna.text.letters import COMMAS

SOUGHT: Final = frozenset({"settlement", "solution", "end-crisis", "disarm", "stop-act"})  # not there yet: wished for
_GONE: Final = frozenset({MeasureKind.EVACUATION, MeasureKind.RELEASE})
MAX_PAPER: Final = 2
MAX_NEGATION_REACH: Final = 2  # did not yet agree
MAX_COUNCIL: Final = 7
MAX_ADJECTIVES: Final = 5
_TALKS: Final = re.compile("فاوض|محادث|مباحث|تباحث")
MAX_EVIDENCE: Final = 14
MAX_TALKS: Final = 12
MAX_STATEMENTS: Final = 8
_MADE_KNOWN: Final = frozenset({"act", "happen", "pact"})  # announced, came about, agreed: told as just reached
_WEEK: Final = dt.timedelta(days=7)
MAX_PLAN: Final = 16
_PLANS: Final = frozenset({"plan", "peace-plan"})
_THESE: Final = frozenset({"هذه", "هذا", "هولاء"})
_ASIDE: Final = frozenset({"في", "عن", "الي", "بعد", "قبل", "خلال", "حول", "بشان", "مع", "ضد"})
_DURING: Final = frozenset({"خلال", "اثناء", "عقب", "لدي", "قبيل"})
_RESOLVED: Final = frozenset({"decide", "declare"})  # to leave an accord
_PUT_FORWARD: Final = frozenset({MeasureStatus.PROPOSED, MeasureStatus.DRAFTED})
_PACTS: Final = frozenset({MeasureStatus.AGREED, MeasureStatus.SIGNED})
_DONE: Final = frozenset(
    {
        MeasureStatus.AGREED, MeasureStatus.SIGNED, MeasureStatus.IMPLEMENTED, MeasureStatus.IN_EFFECT,
        MeasureStatus.SUSPENDED, MeasureStatus.EXTENDED, MeasureStatus.DECLARED,
    }
)  # fmt: skip
_PASSED: Final = frozenset({MeasureStatus.ADOPTED, MeasureStatus.VETOED})  # an agency passes nothing
_SPOKEN: Final = frozenset(
    {
        MeasureStatus.CALLED_FOR, MeasureStatus.PROPOSED, MeasureStatus.ACCEPTED, MeasureStatus.REJECTED,
        MeasureStatus.DENIED, MeasureStatus.DECLARED, MeasureStatus.BROKEN,
    }
)  # fmt: skip


def by_chain(
    scene: Scene,
    phrase: Phrase,
    links: Sequence[Link],
    standing: Standing,
    sentence: Sentence,
    told: Match[Statement] | None,
    before: Sequence[Draft],
) -> Stand:
    """Return the standing that a chain of governors tells: of its outermost, or of the stance inside it."""
    pairs = [draft.parties for draft in before]
    holder = standing.holder or links[-1]
    beside = _beside(scene, links, phrase)
    phrase.with_ += beside
    end = min([link.place for link in links if link.place > holder.place], default=phrase.first)
    by, told_here = holder_of(scene, holder, end, sentence, told, pairs)
    if not by and holder.row.form == "noun" and len(links) > 1 and holder.row.group in {"stand", "call"}:
        outer = links[-1]
        if outer is not holder:
            by, told_here = holder_of(scene, outer, holder.place, sentence, told, pairs)
    if not by and holder.row.form == "verb" and holder.row.conjunction:
        by = _joined_subject(sentence, told, before)
    across = _across(scene, links, phrase)
    phrase.parties += across
    if standing.status is MeasureStatus.UNDER_NEGOTIATION and (across or _negotiates(scene, links)):
        by = distinct([*by, *parties_of([*across, *(beside if by else ())])])
    if holder.row.group == "talk" and not by:
        phrase.with_ += _talking(scene, holder.place, sentence)
    inner = standing.inner
    wished = standing.status is MeasureStatus.CALLED_FOR
    if inner is not None and inner is not holder and inner.row.form == "verb" and not wished:
        phrase.named += holder_of(scene, inner, phrase.first, sentence, None, pairs)[0]
    of: tuple[Party, ...] = ()
    status = standing.status
    sure = standing.sure and told_here
    giver = standing.link or holder
    exchanged = by
    if status is MeasureStatus.BROKEN:
        breaker = holder if giver is holder else giver
        of = by if giver is holder else holder_of(scene, breaker, phrase.first, sentence, None, pairs)[0]
        by = told.value.speakers if told is not None else ()
        of = (
            of
            or on_the_part_of(scene, phrase.core - 1, phrase.end + 2)
            or its_breach(scene, breaker, sentence)
            or (exchanged if holder.row.id == "bring-about" else ())  # who keeps on breaking it
            or (() if holder.row.id == "accuse" else defiant(scene, breaker, by, sentence))
        )
        if holder.row.id == "accuse" and not by and not of:
            by, of = charge(scene, holder.place, giver.place)
        if holder.row.id == "accuse" and not of:
            of = charged(scene, holder.place, giver.place)
        if holder.row.form == "participle" and holder.row.id == "accuse" and not by:
            by = parties_of(read_sides(scene, sentence.first + 1, holder.place)[0])
        if holder.row.id == "exchange":  # each charges the other
            return make_stand(
                scene,
                phrase,
                status,
                exchanged,
                holder,
                sentence,
                told,
                sure=sure,
                rule=_rule_of(links, phrase),
                of=exchanged,
            )
        if told is not None and told.value.act is Act.ACCUSE and told.value.about:
            of = told.value.about
        if of == by:
            of = ()  # nobody charges himself
    elif (holder.row.group == "provide" or (status is MeasureStatus.CALLED_FOR and not by)) and (
        paper := _paper_before(scene, holder, sentence, before)
    ):
        status, by = paper
        of = _asked(scene, holder, phrase.first, by) if holder.row.group == "call" else ()
    elif status is MeasureStatus.CALLED_FOR:
        of = _asked(scene, holder, phrase.first, by)
    elif giver is not holder and holder.row.group in {"act", "happen"}:
        if status in _PACTS and phrase.with_ and not phrase.parties and holder.row.id == "declare":
            sure = False  # who announces an agreement "with" somebody is the other side of it
        elif status in _PACTS or status in {MeasureStatus.IN_EFFECT, MeasureStatus.ENDED}:
            own = holder_of(scene, giver, phrase.first, sentence, None, pairs)[0] if giver.row.form == "noun" else ()
            by = own or (by if giver.row.id == "leave" and holder.row.id in _RESOLVED else ())
    if status is MeasureStatus.ACCEPTED and giver.row.id == "welcome" and phrase.noun.id in SOUGHT:
        status = MeasureStatus.CALLED_FOR  # who supports a solution that is not there wants it
    status = _weighed(scene, phrase, giver, status, len(by))
    if giver.row.id == "leave" and status is MeasureStatus.REJECTED:
        by = tuple(
            party for party in by if party.entity is not None and giver.row.form == "noun"
        )  # one of those who were to sign it, by a word that takes him up
    if giver.row.id == "receive-offer":
        by = ()  # whoever is handed an offer has not made it
    if giver.row.id == "undergo":
        of = by  # who is under sanctions has not set them
        by = ()
    if status in _DONE and not by and phrase.kind is MeasureKind.AID:
        by = _by_way_of(scene, phrase, sentence)
    if status is MeasureStatus.STALLED and not by and phrase.kind in BROUGHT and told is not None:
        by = tuple(party for party in told.value.speakers if _relieves(party))
    if status is MeasureStatus.DENIED and not by and told is not None:
        by = told.value.speakers
    announced = _announcers(told)
    if status in _PACTS and not by:
        several = not phrase.parties and (phrase.with_ or len(announced) > 1)
        by = announced if several or _lets_go(phrase, announced) else by
    if giver.row.id == "comprise" and status is MeasureStatus.AGREED and _in_plan(scene, phrase.first, sentence):
        status = MeasureStatus.PROPOSED
        by = parties_of(read_sides(scene, sentence.first + 1, giver.place)[0])
    if status is MeasureStatus.DECLARED and len(by) > 1 and _agreeing(scene, phrase):
        status = MeasureStatus.AGREED
    terms = holder.row.tense is Tense.FUTURE and status is MeasureStatus.AGREED and holder.row.group == "happen"
    rule = ("<terms> " if terms else "") + _rule_of(links, phrase)
    if (
        status is MeasureStatus.CALLED_FOR
        and not of
        and phrase.kind is MeasureKind.WITHDRAWAL
        and holder.row.conjunction
    ):
        by, of = _told_to_leave(by)
    stand = make_stand(scene, phrase, status, by, holder, sentence, told, sure=sure, rule=rule, of=of)
    return replace(stand, nation=True) if for_nation(scene, holder) else stand


def _lets_go(phrase: Phrase, announced: Sequence[Party]) -> bool:
    """Return whether one state or armed group alone announces that people are let go or its forces are to leave."""
    return phrase.kind in MOVED and len(announced) == 1 and leads_operations(announced[0])


def _weighed(scene: Scene, phrase: Phrase, giver: Link, status: MeasureStatus, sides: int) -> MeasureStatus:
    """Return a status in the light of what it is of: who strives alone for a solution wishes for it; the counted have left."""
    sought = phrase.noun.id in SOUGHT or phrase.kind is MeasureKind.CEASEFIRE
    if status is MeasureStatus.UNDER_NEGOTIATION and giver.row.id in {"strive", "aim"} and sought and sides < 2:
        return MeasureStatus.CALLED_FOR
    if status is MeasureStatus.DECLARED and giver.row.id == "declare" and phrase.noun.kind in _GONE:
        near = scene.tokens[phrase.first + 1 : phrase.core + 2]
        counted = any(token.kind is NUMBER or token.folded in markers()["number-of"] for token in near)
        return MeasureStatus.IMPLEMENTED if counted else status
    return status


def _paper_before(
    scene: Scene, link: Link, sentence: Sentence, before: Sequence[Draft]
) -> tuple[MeasureStatus, tuple[Party, ...]] | None:
    """Return what the resolution right before a verb of asking makes of what it asks for, and whose it is."""
    last = before[-1] if before and before[-1].sentence == sentence.index else None
    if last is None or last.kind is not MeasureKind.RESOLUTION or not 0 <= link.place - last.phrase.end <= MAX_COUNCIL:
        return None
    between = scene.words[last.phrase.end : link.place]
    if len(between) > MAX_PAPER and not markers()["council-phrase"].issuperset(between):
        return None
    adopted = [stand for stand in last.stands if stand.status is MeasureStatus.ADOPTED]
    if adopted:
        return MeasureStatus.CALLED_FOR, adopted[0].by
    status = MeasureStatus.PROPOSED if last.noun == "draft-resolution" else MeasureStatus.CALLED_FOR
    moved = (party for stand in last.stands if stand.status in _PUT_FORWARD for party in stand.by)
    return status, parties_of(last.phrase.parties) or distinct(moved)


def _by_way_of(scene: Scene, phrase: Phrase, sentence: Sentence) -> tuple[Party, ...]:
    """Return who brings aid by being named behind "by way of", "by means of"."""
    words = scene.words[phrase.core : min(sentence.end, phrase.core + MAX_TALKS)]
    for number, word in enumerate(words[:-1]):
        way = word == "طريق" and number > 0 and words[number - 1] == "عن"
        if way or word in {"بواسطه", "عبر"}:
            sides = read_sides(scene, phrase.core + number + 1, sentence.end, places=False)[0]
            return parties_of([side for side in sides if side.level in {"body", "bodies"}])
    return ()


def _relieves(party: Party) -> bool:
    """Return whether a party is a body that brings aid, which tells of its own work: the Red Cross."""
    return not markers()["relief"].isdisjoint(fold_word(party.label).split())


def _in_plan(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a plan or an initiative stands before a measure that it comprises, nothing agreed on yet."""
    near = scene.tokens[max(sentence.first, place - MAX_PLAN) : place]
    return any(noun.id in _PLANS for token in near for noun in nouns().get(token.folded, ()))


def _agreeing(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a noun is the agreeing itself, which several declare: announced the agreement on a truce."""
    on = scene.words[phrase.first + 1] if phrase.first + 1 < len(scene.tokens) else ""
    return phrase.noun.id == "accord" and phrase.noun.definite and on == "علي"


def _told_to_leave(by: tuple[Party, ...]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Return caller and called where troops stand behind a verb with "and": and demands that the foreign forces leave."""
    forces = len(by) == 1 and not markers()["forces"].isdisjoint(fold_word(by[0].label).split()[:1])
    return ((), by) if forces else (by, ())


def _announcers(told: Match[Statement] | None) -> tuple[Party, ...]:
    """Return who announces an agreement with somebody, its other side; not who only reports it."""
    if told is None or told.value.act is not Act.ANNOUNCE or any(reports(who) for who in told.value.speakers):
        return ()
    return told.value.speakers


def _beside(scene: Scene, links: Sequence[Link], phrase: Phrase) -> list[Side]:
    """Return with whom something is talked over or agreed, told between the verb and the measure."""
    first = next((link.place for link in links if link.row.group in {"talk", "pact"}), phrase.first)
    for place in range(first + 1, phrase.first):
        if scene.words[place] == "مع":
            return read_sides(scene, place + 1, phrase.first)[0]
    return []


def _across(scene: Scene, links: Sequence[Link], phrase: Phrase) -> list[Side]:
    """Return between whom a measure is talked over, told right behind the noun for the talks: the talks between X and Y on."""
    talks = next((link for link in links if link.row.id == "negotiate" and link.row.form == "noun"), None)
    if talks is None:
        return []
    for place in range(talks.place + 1, min(phrase.first, talks.place + MAX_ADJECTIVES)):
        if scene.words[place] == "بين":
            return [side for side in read_sides(scene, place + 1, phrase.first)[0] if not is_pair(side)]
    return []


def _negotiates(scene: Scene, links: Sequence[Link]) -> bool:
    """Return whether a link is a word for talks that two hold: X negotiates with Y, X holds talks with Y."""
    return any(link.row.id == "negotiate" and _TALKS.search(scene.words[link.place]) for link in links)


def _talking(scene: Scene, place: int, sentence: Sentence) -> list[Side]:
    """Return with or between whom the talks are that strive for a measure: the talks with X aim at."""
    for at in range(place - 1, max(sentence.first, place - MAX_TALKS) - 1, -1):
        if scene.words[at] in markers()["talks"] and scene.words[at + 1] in {"مع", "بين"}:
            return read_sides(scene, at + 2, place)[0]
    return []


def _joined_subject(sentence: Sentence, told: Match[Statement] | None, before: Sequence[Draft]) -> tuple[Party, ...]:
    """Return whose stand was told right before in the same breath: X held up the accord and refused the release."""
    last = before[-1] if before and before[-1].sentence == sentence.index else None
    stand = last.stands[-1] if last is not None and last.stands else None
    if stand is None or stand.told != (told.value.id if told is not None else None):
        return ()
    return tuple(replace(party, implied=True) for party in stand.by) if len(stand.by) == 1 else ()


def _rule_of(links: Sequence[Link], phrase: Phrase) -> str:
    return " ".join([*(f"<{link.row.id}>" for link in reversed(links)), phrase.rule])


def make_stand(
    scene: Scene,
    phrase: Phrase,
    status: MeasureStatus,
    by: tuple[Party, ...],
    link: Link,
    sentence: Sentence,
    told: Match[Statement] | None,
    *,
    sure: bool,
    rule: str,
    of: tuple[Party, ...] = (),
) -> Stand:
    """Return a standing with its day, condition and hedges."""
    first, end = min(link.place, phrase.first), max(link.place + 1, phrase.core)
    by = distinct(by)
    by = tuple(party for party in by if not (reports(party) if status in _DONE | _PASSED else is_outlet(party)))
    if status in _PACTS:
        by = _pact_parties(phrase, by)
    voted = any(votes(party) for party in by) or any(
        word.endswith("مجلس") for word in scene.words[first : phrase.first]
    )
    if status is MeasureStatus.ACCEPTED and phrase.noun.kind is MeasureKind.RESOLUTION and voted:
        status = MeasureStatus.ADOPTED
    when = day_of(scene, link, phrase, sentence)
    if when is not None and is_day_made(scene, phrase, status, when):
        when = None
    made_known = status is MeasureStatus.AGREED and link.place < phrase.first and link.row.group in _MADE_KNOWN
    if when is None and (status in _SPOKEN or made_known):
        when = _day_of_statement(scene, own_statement(scene, link.place) or told)
    hedges = _hedges(scene, first, end, told)
    shown = scene.from_negation(first, MAX_NEGATION_REACH) if link.negated and first == link.place else first
    return Stand(
        status=status,
        by=by,
        of=of,
        told=told.value.id if told is not None else None,
        when=when,
        condition=_condition(scene, phrase.end, sentence),
        pieces=_pieces(shown, max(end, min(phrase.end, first + MAX_EVIDENCE)), phrase),
        hedges=hedges,
        sure=sure and not hedges,
        rule=rule,
    )


def _day_of_statement(scene: Scene, told: Match[Statement] | None) -> Match[TimeMention] | None:
    """Return the day on which a stand in words was uttered: it is the day of the stand."""
    when = told.value.when if told is not None else None
    if told is not None and when is None:
        when = _day_of_occasion(scene, told)
    if when is None or when.span is None or when.earliest is None:
        return None
    dates = scene.document.dates
    key = (when.span.field is Field.TEXT, when.span.start)
    number = bisect_left(dates, key, key=lambda date: (date.value.span.field is Field.TEXT, date.value.span.start))
    near = dates[max(0, number - 1) : number + 2]
    return next((date for date in near if date.value.span == when.span and not is_to_come(scene, date)), None)


def _day_of_occasion(scene: Scene, told: Match[Statement]) -> When | None:
    """Return the day of what the same speaker said right before: he goes on speaking on one occasion.

    What a headline says was said on the day that the report gives its speaker first.
    """
    who = {party.entity or party.label for party in told.value.speakers}
    statements = scene.document.statements
    at = bisect_left(statements, told.first, key=lambda match: match.first)
    headed = scene.tokens[told.first].field is Field.TITLE
    near = (
        statements[at + 1 : at + 1 + MAX_STATEMENTS] if headed else statements[max(0, at - MAX_STATEMENTS) : at][::-1]
    )
    for match in near:
        same = {party.entity or party.label for party in match.value.speakers} == who
        if same and match.value.when is not None:
            when = match.value.when
            return when if when.earliest is not None and _is_near(scene, when) else None
    return None


def _is_near(scene: Scene, when: When) -> bool:
    """Return whether a day lies in the week before publication: that of the report, not one it looks back on."""
    published = scene.document.published.latest
    earliest = when.earliest.date() if isinstance(when.earliest, dt.datetime) else when.earliest
    return published is not None and earliest is not None and dt.timedelta(0) <= published - earliest < _WEEK


def _asked(scene: Scene, link: Link, end: int, by: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return whom a call asks: who stands between its word and the measure beside the caller, else the addressee.

    Who is only told that something is needed is not asked for it.
    """
    callers = {party.entity or party.label for party in by}
    place = link.place + 1
    while place < end:
        if scene.words[place] in COMMAS and (called := _called(scene, place + 1, end, callers)):
            return called
        if scene.words[place] in COMMAS:  # what the caller is, between commas
            place = next((at for at in range(place + 1, end) if scene.words[at] in COMMAS), place) + 1
            continue
        sides, after = read_sides(scene, place, end)
        group = is_of_group(scene.chart, place) and all(party.entity is None for party in by)
        if place > link.place + 1 and (scene.words[place - 1] in _ASIDE or group):
            sides = []
        if not _DURING.isdisjoint(scene.words[max(link.place + 1, place - 2) : place]):
            sides = []  # whom the caller meets meanwhile
        if place == link.place + 2 and scene.words[place - 1] in _THESE:
            sides = []  # the caller, named anew
        if scene.words[place - 1] == "علي" and link.row.group != "need" and not _pressed(scene, place):
            sides = []  # what is done about him, not what he is asked for
        others = [side for side in sides if (side.who.entity or side.who.label) not in callers]
        if others and (link.row.group != "need" or scene.words[place - 1] == "علي"):
            return parties_of(others)
        place = max(after, place + 1)
    own = own_statement(scene, link.place) if link.row.group != "need" else None
    who = own.value.addressee if own is not None else None
    # what is asked for may be taken for whom it is asked of
    return (
        (who,)
        if who is not None and not (end < len(scene.tokens) and who.span.overlaps(scene.tokens[end].span))
        else ()
    )


def _called(scene: Scene, place: int, end: int, callers: set[str]) -> tuple[Party, ...]:
    """Return the state or body right behind a comma that a call is made on: X urged, Y after that, to."""
    sides, _ = read_sides(scene, place, end)
    return parties_of(
        [
            side
            for side in sides
            if side.level in {"state", "body"} and (side.who.entity or side.who.label) not in callers
        ]
    )


def _pressed(scene: Scene, place: int) -> bool:
    """Return whether pressure is put on whoever stands at a token: it is he who is asked."""
    return "ضغ" in scene.words[place - 2]


def _pact_parties(phrase: Phrase, by: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return all who agreed: the subject, who stands behind "with" and "between"."""
    between = [] if len(by) > 1 or phrase.kind is MeasureKind.ZONE else phrase.parties
    sides = distinct([*parties_of([*between, *phrase.with_]), *phrase.named])
    known = {party.entity or party.label for party in by}
    return by + tuple(party for party in sides if (party.entity or party.label) not in known)


def _hedges(scene: Scene, first: int, end: int, told: Match[Statement] | None) -> tuple[Span, ...]:
    words = speech_markers()["hedge"] - {"قد"}
    found = [token.span for token in scene.tokens[first:end] if token.folded in words]
    if told is not None:
        found += [hedge for hedge in told.value.hedges if hedge not in found]
    return tuple(found)


def _condition(scene: Scene, end: int, sentence: Sentence) -> Span | None:
    for place in range(end, min(end + 8, sentence.end - 1)):
        word = scene.words[place]
        if word in {"شريطه", "بشرط", "شرط"} or (word in {"اذا", "لو"} and scene.words[place - 1] != "ما"):
            return condition_at(scene, place, sentence.end)
        if scene.words[place] in {".", "؛"}:
            return None
    return None


def _pieces(first: int, end: int, phrase: Phrase) -> Pieces:
    if end - first <= 25:
        return (piece(first, end),)
    return (piece(phrase.first, phrase.core), piece(first, first + 1) if first < phrase.first else piece(end - 1, end))
