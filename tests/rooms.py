"""The rooms of the language pack that have cases: how each reads a text, and the rules its cases must fire.

A room is added by one line in ``ROOMS``: the folder's name and a ``Room``. ``read`` returns what it found in a
case's text in order, with the values that cases may expect, and the codes of the problems it reported.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from hudna.arabic.clitics.stage import split_clitics
from hudna.arabic.conduct import find_conduct
from hudna.arabic.conduct.stage import FRAMES as CONDUCT_FRAMES
from hudna.arabic.contacts import find_contacts
from hudna.arabic.contacts.words import nouns as contact_nouns
from hudna.arabic.contacts.words import verbs as contact_verbs
from hudna.arabic.dates import find_dates
from hudna.arabic.dates.rules import GRAMMAR as DATE_GRAMMAR
from hudna.arabic.dates.stage import find_times
from hudna.arabic.incidents import find_incidents
from hudna.arabic.incidents.words import Noun
from hudna.arabic.incidents.words import words as force_words
from hudna.arabic.measures import find_measures
from hudna.arabic.measures.words import governor_ids, noun_ids, verb_ids
from hudna.arabic.names.recognise import find_names
from hudna.arabic.pledges import find_pledges
from hudna.arabic.pledges.spoken import rule_of
from hudna.arabic.pledges.words import binders
from hudna.arabic.press.stage import mark_page
from hudna.arabic.speech.cues import cue_forms, find_cue, noun_forms
from hudna.arabic.speech.stage import find_statements
from hudna.arabic.undated import find_clues
from hudna.calendar.publication import infer_published
from hudna.grammar import Case
from hudna.model import (
    Article,
    Because,
    Clue,
    Document,
    Match,
    Position,
    Published,
    PublishedBasis,
    Span,
    Statement,
    When,
)
from hudna.model.time import UNKNOWN_DAY
from hudna.processes import BACKGROUND
from hudna.text import segment


@dataclass(frozen=True)
class Found:
    """A result at ``start`` to ``end`` of a case's text; ``rules`` are all rules in its derivation."""

    start: int
    end: int
    values: Mapping[str, Any]
    rules: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Outcome:
    """What a room made of a case; ``fired`` are rules that left no result of their own (they took words away)."""

    found: list[Found]
    problems: list[str] = field(default_factory=list)
    fired: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Room:
    """How a room reads a case, and the names of its rules (empty for a room without a grammar)."""

    read: Callable[[Case], Outcome]
    rules: Collection[str] = ()


def document_of(case: Case) -> Document:
    """Return a case's text segmented, published on the case's day."""
    day = case.now
    published = Published(day, day, PublishedBasis.GIVEN, Because("given")) if day else UNKNOWN_DAY
    return segment(Article("case", case.text, published=published))


def rules_of(match: Match[Any]) -> frozenset[str]:
    """Return the rules in a derivation."""
    return frozenset({match.rule}).union(*(rules_of(child) for child in match.children))


def read_dates(case: Case) -> Outcome:
    segmented = document_of(case)
    document = find_dates(segmented)
    found = []
    for match in document.dates:
        time = match.value
        values = {
            "type": time.type.value,
            "value": time.value,
            "earliest": time.earliest.isoformat() if time.earliest else "",
            "latest": time.latest.isoformat() if time.latest else "",
            "grain": time.grain,
            "because": time.because.code,
            "rule": match.rule,
        }
        found.append(Found(time.span.start, time.span.end, values, rules_of(match)))
    problems = [problem.code for problem in document.problems if not problem.code.startswith("quotation")]
    fired = frozenset[str]().union(*(rules_of(match) for match in find_times(segmented)))
    return Outcome(found, problems, fired)


PERSON_RULES = frozenset(
    {"person after a title", "person by given name", "surname of a person named before", "name by the model"}
)


def read_names(case: Case) -> Outcome:
    """Return the names that lie in no other name."""
    found: list[Found] = []
    end = 0
    for match in find_names(document_of(case)).names:
        if match.end <= end:
            continue
        end = match.end
        name = match.value
        values = {"kind": match.kind, "label": name.label, "entity": name.entity or "", "rule": match.rule}
        found.append(Found(name.span.start, name.span.end, values, rules_of(match)))
    return Outcome(found)


OPENERS = frozenset({opener for cue in cue_forms().values() for opener in cue.frames} - {"bare"} | {"quote"})
FORMS = frozenset({cue.form for cue in cue_forms().values()})
SPEECH_RULES = frozenset(
    {f"cue {cue.id}" for cue in cue_forms().values()}
    | {f"<{form}> <{opener}>" for form in FORMS for opener in OPENERS}
    | {f"<noun> <{opener}>" for noun in noun_forms().values() for opener in noun.frames}
    | {"according to <party>", "<party> : <words>"}
)


def read_speech(case: Case) -> Outcome:
    """Return what is said, each part of a broken content by itself.

    Marks do not nest: what is said inside another's content is told by that other's ``holds``, as its speakers, cue
    and content; in a case that expects none to hold anything it counts by itself.
    """
    document = document_of(case)
    for run in (mark_page, find_dates, find_names, split_clitics, find_statements):
        document = run(document)
    nests = any("holds" in expected.values for expected in case.expected)
    values = {match.value.id: _statement_values(document, match.value) for match in document.statements}
    found: list[Found] = []
    fired: set[str] = set()
    for match in document.statements:
        statement = match.value
        cue = find_cue(document.tokens[match.first])
        fired |= rules_of(match) | ({f"cue {cue[0].id}"} if cue else set())
        if nests and statement.attributed_to is not None:
            inner = {key: values[statement.id][key] for key in ("speakers", "cue", "content")}
            values[statement.attributed_to].setdefault("holds", []).append(inner)
        else:
            found += [Found(part.start, part.end, values[statement.id]) for part in statement.content]
    return Outcome(sorted(found, key=lambda each: each.start), fired=frozenset(fired))


def _statement_values(document: Document, statement: Statement) -> dict[str, Any]:
    words = document.article.words
    day = statement.when.earliest if statement.when else None
    return {
        "speakers": [speaker.label for speaker in statement.speakers],
        "entities": [speaker.entity or "" for speaker in statement.speakers],
        "implied": any(speaker.implied for speaker in statement.speakers),
        "cue": words(statement.cue) if statement.cue else "",
        "content": " ... ".join(words(part) for part in statement.content),
        "manner": statement.manner.value,
        "mode": statement.mode.value,
        "act": statement.act.value,
        "about": [party.label for party in statement.about],
        "polarity": statement.polarity.value,
        "hedges": [words(hedge) for hedge in statement.hedges],
        "addressee": statement.addressee.label if statement.addressee else "",
        "channel": words(statement.channel) if statement.channel else "",
        "via": [party.label for party in statement.via],
        "when": day.isoformat() if day else "",
        "sure": statement.sure,
        "rule": statement.rule,
    }


def read_document(case: Case) -> Document:
    """Return a case's text read up to its pledges."""
    document = document_of(case)
    stages = (mark_page, find_dates, find_names, split_clitics, find_statements, find_contacts, find_measures)
    for run in (*stages, find_pledges):
        document = run(document)
    return document


CONTACT_RULES = frozenset(
    {f"<{verb.id}>" for verb in contact_verbs().values() if verb.kind is not None}
    | {f"<{noun.id}>" for noun in contact_nouns().values()}
)


def read_contacts(case: Case) -> Outcome:
    """Return the contacts, each at the first piece of its evidence; the words of a pattern's name count as its rules."""
    document = read_document(case)
    words = document.article.words
    found = []
    for match in document.contacts:
        contact = match.value
        values = {
            "kind": contact.kind.value,
            "status": contact.status.value,
            "who": [who.label for who in contact.participants],
            "roles": [who.role.value for who in contact.participants if who.role],
            "when": days_of(contact.when),
            "place": contact.place.label if contact.place else "",
            "process": contact.process or "",
            "round": contact.round or "",
            "directness": contact.directness.value,
            "topics": [words(topic) for topic in contact.topics],
            "initiator": contact.initiator.label if contact.initiator else "",
            "told_in": contact.attributed_to or "",
            "hedges": [words(hedge) for hedge in contact.hedges],
            "sure": contact.sure,
            "rule": contact.rule,
        }
        span = contact.evidence[0]
        found.append(Found(span.start, span.end, values, frozenset(re.findall("<[^>]+>", match.rule))))
    return Outcome(found)


def _force_rule(word: Any) -> str:
    return f"{'noun' if isinstance(word, Noun) else 'verb'} {word.frame}"


_FRAMES: dict[str, set[str]] = {}
for _word in force_words().values():
    _FRAMES.setdefault(_word.id, set()).add(_force_rule(_word))
_TOLD_BY_OTHERS = {"tally", "breach", "weapon", "result", "claim", "plant", "suffer", "down"}
INCIDENT_RULES = frozenset(
    rule for rules in _FRAMES.values() for rule in rules if rule.split()[1] not in _TOLD_BY_OTHERS
) | {"<number> <loss>"}


def read_incidents(case: Case) -> Outcome:
    """Return the incidents, each at the first piece of its evidence."""
    document = find_incidents(read_document(case))
    found = []
    for match in document.incidents:
        incident = match.value
        labels = [
            f"{toll.outcome.value} {_bounds(toll.min, toll.max)} {document.article.words(toll.words)}"
            for toll in incident.tolls
        ]
        values = {
            "kind": incident.kind.value,
            "actor": incident.actor.label if incident.actor else "",
            "target": incident.target.label if incident.target else "",
            "place": incident.place.label if incident.place else "",
            "when": days_of(incident.when),
            "tolls": labels,
            "told_in": incident.attributed_to or "",
            "reported_by": [who.label for who in incident.reported_by],
            "accusations": [f"{each.accuser.label} → {each.accused.label}" for each in incident.accusations],
            "claimed_by": [who.label for who in incident.claimed_by],
            "deniers": [who.label for who in incident.deniers],
            "no_comment": [who.label for who in incident.no_comment],
            "unverified_by": incident.unverified_by.label if incident.unverified_by else "",
            "breach_of": incident.breach_of.what if incident.breach_of else "",
            "aggregate": incident.aggregate,
            "count": incident.count or 0,
            "sure": incident.sure,
            "rule": incident.rule,
        }
        span = incident.evidence[0]
        ids = re.findall("<([^>]+)>", match.rule)
        fired = {rule for each in ids for rule in _FRAMES.get(each, ())}
        fired |= {"<number> <loss>"} if "number" in ids else set()
        found.append(Found(span.start, span.end, values, frozenset(fired)))
    return Outcome(found)


def _bounds(least: int | None, most: int | None) -> str:
    return f"{'' if least is None else least}-{'' if most is None else most}"


def read_conduct(case: Case) -> Outcome:
    """Return the conduct, each at its evidence."""
    document = find_conduct(read_document(case))
    found = []
    for match in document.conduct:
        conduct = match.value
        values = {
            "kind": conduct.kind.value,
            "who": conduct.who.label,
            "towards": conduct.towards.label if conduct.towards else "",
            "told_in": conduct.attributed_to or "",
            "sure": conduct.sure,
            "rule": conduct.rule,
        }
        span = conduct.evidence[0]
        found.append(Found(span.start, span.end, values, frozenset({match.rule.split()[-1]})))
    return Outcome(found)


PLEDGE_RULES = frozenset(
    {
        "<planned contact> <day>",
        "<planned contact> <order>",
        "<own side> <future>",
        "<future> <day>",
        "<event> <day to come>",
        "<agreement provides> <day>",
    }
) | {rule_of(binder) for rows in binders().values() for binder in rows}
MEASURE_RULES = frozenset(
    {f"<{each}>" for each in (*governor_ids(), *noun_ids(), *verb_ids())}
    | {
        "<participle>",
        "<joined>",
        "<demand>",
        "<after>",
        "<between>",
        "<agreeing>",
        "<ordering>",
        "<terms>",
        "<under>",
        "<during>",
        "<headed>",
        "<known>",
        "<lying-before>",
        "<there>",
        "<signatory>",
        "<owned>",
        "<despite>",
        "<owed>",
        "<told>",
    }
)


def read_measures(case: Case) -> Outcome:
    """Return the measures, each at the words that name it; the words of a pattern's name count as its rules."""
    document = document_of(case)
    for run in (mark_page, find_dates, find_names, split_clitics, find_statements, find_contacts, find_measures):
        document = run(document)
    words = document.article.words
    found = []
    for match in document.measures:
        measure = match.value
        conditions = [words(each.condition) for each in measure.statuses if each.condition]
        values = {
            "kind": measure.kind.value,
            "name": measure.name or "",
            "who": [party.label for party in measure.parties],
            "statuses": [_told(each) for each in measure.statuses],
            "when": [days_of(each.when) for each in measure.statuses if each.when],
            "told_in": [each.attributed_to or "" for each in measure.statuses],
            "condition": conditions[0] if conditions else "",
            "place": measure.place.label if measure.place else "",
            "guarantors": [party.label for party in measure.guarantors],
            "mediators": [party.label for party in measure.mediators],
            "covers": [words(span) for span in measure.covers],
            "excludes": [words(span) for span in measure.excludes],
            "length": measure.length or "",
            "recurs": measure.recurs or "",
            "quantity": measure.quantity or "",
            "hedges": [words(hedge) for hedge in measure.hedges],
            "sure": measure.sure,
            "rule": measure.rule,
        }
        span = match.span
        found.append(Found(span.start, span.end, values, frozenset(re.findall("<[^>]+>", match.rule))))
    return Outcome(sorted(found, key=lambda each: each.start))


def _told(position: Position) -> str:
    """Return a standing in one line: ``broken by A, B of C``."""
    by = f" by {', '.join(party.label for party in position.by)}" if position.by else ""
    of = f" of {', '.join(party.label for party in position.of)}" if position.of else ""
    return f"{position.status.value}{by}{of}"


def read_pledges(case: Case) -> Outcome:
    """Return the pledges, each at what is pledged."""
    document = read_document(case)
    words = document.article.words
    found = []
    for match in document.pledges:
        pledge = match.value
        order = pledge.order
        values = {
            "kind": pledge.kind.value,
            "who": [who.label for who in pledge.who],
            "due": days_of(pledge.due),
            "before": named(order.before, words) if order else "",
            "after": named(order.after, words) if order else "",
            "condition": words(pledge.condition) if pledge.condition else "",
            "place": pledge.place.label if pledge.place else "",
            "to_whom": pledge.to_whom.label if pledge.to_whom else "",
            "told_in": pledge.attributed_to or "",
            "sure": pledge.sure,
            "rule": pledge.rule,
        }
        found.append(Found(pledge.what.start, pledge.what.end, values, frozenset({match.rule})))
    return Outcome(found)


UNDATED_RULES = frozenset(
    {
        "day_and_date",
        "day_of_resolution",
        "day_of_round",
        "resolution_adopted",
        "round_ahead",
        "round_held",
        "round_under_way",
        "told_ahead",
        "told_past",
        "weekday_told",
    }
)


def read_undated(case: Case) -> Outcome:
    """Return the words that hold clues to the day of publication, the codes of their clues and what they come to."""
    spans: dict[Span, list[Clue]] = {}
    for clue in find_clues(read_document(case), BACKGROUND):
        spans.setdefault(clue.span, []).append(clue)
    found = []
    for span, clues in spans.items():
        published, _ = infer_published(clues)
        weekdays = [clue.weekday for clue in clues if clue.weekday]
        values = {
            "because": [clue.because.code for clue in clues],
            "published": days_of(published and When(published.earliest, published.latest, None, published.because)),
            "weekday": weekdays[0] if weekdays else 0,
        }
        found.append(Found(span.start, span.end, values, frozenset(clue.because.code for clue in clues)))
    return Outcome(sorted(found, key=lambda each: each.start))


def days_of(when: When | None) -> str:
    """Return a day, or the first and last day with a stroke between them; an open end is empty."""
    if when is None:
        return ""
    first, last = (day.isoformat() if day else "" for day in (when.earliest, when.latest))
    return first if first == last else f"{first}/{last}"


def named(other: str | Span | None, words: Callable[[Span], str]) -> str:
    """Return the id of another record, or the words that name it."""
    return words(other) if isinstance(other, Span) else other or ""


ROOMS: dict[str, Room] = {
    "conduct": Room(read_conduct, CONDUCT_FRAMES),
    "contacts": Room(read_contacts, CONTACT_RULES),
    "measures": Room(read_measures, MEASURE_RULES),
    "dates": Room(read_dates, DATE_GRAMMAR.rules),
    "incidents": Room(read_incidents, INCIDENT_RULES),
    "names": Room(read_names, PERSON_RULES),
    "speech": Room(read_speech, SPEECH_RULES),
    "pledges": Room(read_pledges, PLEDGE_RULES),
    "undated": Room(read_undated, UNDATED_RULES),
}
