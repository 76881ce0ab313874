"""Records of one reading as tellings of events: entities for parties, days, words, and where the telling goes back to.

What a telling says depends on its article alone, as far as parties go by the keys under which the record knows them
(``key_of``); who they are depends on all articles and is put in afterwards (``resolved``).
"""

from collections.abc import Iterator, Sequence
from typing import Final

from hudna.model import (
    Actor,
    Answer,
    AnswerKind,
    Article,
    Charge,
    Conduct,
    Contact,
    Count,
    Evidence,
    Incident,
    Measure,
    Member,
    NameKind,
    OriginBasis,
    Participant,
    Party,
    Place,
    Pledge,
    Position,
    Reading,
    RecordType,
    Said,
    Span,
    Statement,
    When,
)
from hudna.model.frozen import replace
from hudna.record.additions import added_by
from hudna.record.entities import Entities, key_of
from hudna.record.names import plain_form
from hudna.record.origins import origin_of, tellers

_NOT_SAID: Final = "unsaid"


_ACTOR: Final = "actor:"


def members_of(reading: Reading, entities: Entities) -> Iterator[tuple[RecordType, Member]]:
    """Yield every record of a reading as a member of an event, by type, each in the order of the reading."""
    for record, telling in tellings_of(reading):
        yield record, resolved(telling, entities)


def resolved(telling: Member, entities: Entities) -> Member:
    """Return a telling with the entities of a record for the keys under which its parties go, each actor once."""
    ids = entities.ids
    return replace(
        telling,
        actors=_actors(telling.actors, entities),
        origin=outlet_of(telling.origin, entities) if telling.origin_basis is OriginBasis.OUTLET else telling.origin,
        doers=_named(telling.doers, entities),
        sufferers=_named(telling.sufferers, entities),
        said=tuple(
            Said(_ACTOR + ids[each.field.removeprefix(_ACTOR)], each.evidence)
            if each.field.startswith(_ACTOR)
            else each
            for each in telling.said
        ),
        charges=tuple(
            Charge(ids[each.accuser], ids[each.accused], each.label, each.evidence) for each in telling.charges
        ),
        answers=tuple(Answer(each.kind, ids[each.entity], each.label, each.evidence) for each in telling.answers),
    )


def keys_of(telling: Member) -> frozenset[str]:
    """Return the keys of everybody in a telling that is not resolved."""
    found = {actor.entity for actor in telling.actors} | {*telling.doers[:1], *telling.sufferers[:1]}
    found |= {key for each in telling.charges for key in (each.accuser, each.accused)}
    return frozenset(found | {each.entity for each in telling.answers})


def tellings_of(reading: Reading) -> Iterator[tuple[RecordType, Member]]:
    """Yield the members of a reading with keys for entities: every party as often as it is named."""
    told = _Telling(reading)
    for contact in reading.contacts:
        yield RecordType.CONTACT, told.contact(contact)
    for measure in reading.measures:
        for number, position in enumerate(measure.statuses, start=1):
            yield RecordType.MEASURE, told.position(measure, number, position)
    for incident in reading.incidents:
        yield RecordType.INCIDENT, told.incident(incident)
    for conduct in reading.conduct:
        yield RecordType.CONDUCT, told.conduct(conduct)
    for pledge in reading.pledges:
        yield RecordType.PLEDGE, told.pledge(pledge)
    for statement in reading.statements:
        yield RecordType.STATEMENT, told.statement(statement)


class _Telling:
    """One reading, as a teller of events."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._statements = {statement.id: statement for statement in reading.statements}

    def contact(self, contact: Contact) -> Member:
        """Return what a contact tells."""
        return self._member(
            contact,
            contact.participants,
            contact.when,
            contact.place,
            kind=contact.kind.value,
            status=contact.status.value,
            outcome=None if contact.outcome == _NOT_SAID else contact.outcome.value,
            process=contact.process,
            series_round=contact.round,
        )

    def position(self, measure: Measure, number: int, position: Position) -> Member:
        """Return what a position on a measure tells: whose it is, else whom the measure binds."""
        return self._member(
            measure,
            position.by or measure.parties,
            position.when,
            measure.place,
            number=number,
            told_in=position.attributed_to,
            evidence=position.evidence,
            kind=measure.kind.value,
            status=position.status.value,
            what=measure.name or "",
            words_of_status=position.evidence,
        )

    def incident(self, incident: Incident) -> Member:
        """Return what an incident tells: by whom and to whom, and its numbers in their words."""
        words = self._reading.article.words
        return self._member(
            incident,
            [party for party in (incident.actor, incident.target) if party],
            incident.when,
            incident.place,
            sources=incident.reported_by,
            kind=incident.kind.value,
            what=" … ".join(words(toll.words) for toll in incident.tolls),
            words_of_what=[toll.words for toll in incident.tolls],
            doers=self._ids(incident.actor),
            sufferers=self._ids(incident.target),
            counts=self._counts(incident),
            charges=self._charges(incident),
            answers=self._answers(incident),
        )

    def conduct(self, conduct: Conduct) -> Member:
        """Return what a standing support or stance tells: whose, and towards whom."""
        parties = [party for party in (conduct.who, conduct.towards) if party]
        return self._member(conduct, parties, conduct.since, kind=conduct.kind.value)

    def pledge(self, pledge: Pledge) -> Member:
        """Return what a pledge tells: who binds himself, to what, by when."""
        what = self._reading.article.words(pledge.what)
        return self._member(
            pledge,
            pledge.who,
            pledge.due,
            pledge.place,
            kind=pledge.kind.value,
            what=what,
            words_of_what=(pledge.what,),
        )

    def statement(self, statement: Statement) -> Member:
        """Return what a statement tells: who speaks, and the content in its words."""
        words = self._reading.article.words
        return self._member(
            statement,
            statement.speakers,
            statement.when,
            statement.place,
            told_in=statement.id,
            kind=statement.act.value,
            status=statement.mode.value,
            what=" … ".join(words(span) for span in statement.content),
            words_of_what=statement.content,
            manner=statement.manner.value,
        )

    @staticmethod
    def _ids(party: Party | None) -> tuple[str, ...]:
        """Return what a party goes by as an origin: its key, and its name folded."""
        if party is None or not plain_form(party.label):
            return ()
        return key_of(party), plain_form(party.label)

    def _counts(self, incident: Incident) -> tuple[Count, ...]:
        return tuple(
            Count(
                outcome=toll.outcome,
                victims=toll.victims or "",
                min=toll.min,
                max=toll.max,
                aggregate=incident.aggregate,
                evidence=self._words(toll.words),
            )
            for toll in incident.tolls
        )

    def _charges(self, incident: Incident) -> tuple[Charge, ...]:
        return tuple(
            Charge(
                key_of(each.accuser),
                key_of(each.accused),
                each.accused.label,
                self._words(each.accuser.span),
            )
            for each in incident.accusations
            if plain_form(each.accuser.label) and plain_form(each.accused.label)
        )

    def _answers(self, incident: Incident) -> tuple[Answer, ...]:
        given = (
            (AnswerKind.CLAIMED, incident.claimed_by),
            (AnswerKind.DENIED, incident.deniers),
            (AnswerKind.NO_COMMENT, incident.no_comment),
        )
        return tuple(
            Answer(kind, key_of(party), party.label, self._words(party.span))
            for kind, parties in given
            for party in parties
            if plain_form(party.label)
        )

    def _words(self, span: Span) -> Evidence:
        article = self._reading.article
        return Evidence(article.digest, span, article.words(span))

    def _member(
        self,
        record: Contact | Measure | Incident | Conduct | Pledge | Statement,
        actors: Sequence[Party | Participant],
        when: When | None,
        place: Place | None = None,
        *,
        number: int | None = None,
        told_in: str | None = None,
        sources: Sequence[Party] = (),
        evidence: Sequence[Span] = (),
        kind: str,
        what: str = "",
        status: str | None = None,
        outcome: str | None = None,
        process: str | None = None,
        series_round: str | None = None,
        manner: str | None = None,
        words_of_what: Sequence[Span] = (),
        words_of_status: Sequence[Span] = (),
        doers: tuple[str, ...] = (),
        sufferers: tuple[str, ...] = (),
        counts: tuple[Count, ...] = (),
        charges: tuple[Charge, ...] = (),
        answers: tuple[Answer, ...] = (),
    ) -> Member:
        """Return the telling of a record; ``told_in`` is the statement that holds it, ``sources`` who reports it."""
        article = self._reading.article
        statement = self._statements.get(told_in or record.attributed_to or "")
        if not sources and statement is not None:
            sources = statement.speakers if statement is not record else tellers(statement.speakers)
        origin = origin_of(self._reading, statement.via if statement is not None else (), sources)
        said = [("what", span) for span in words_of_what]
        said += [("status", span) for span in words_of_status]
        said += [("day", when.span)] if when is not None and when.span is not None else []
        said += [("place", place.span)] if place is not None else []
        said += [(_ACTOR + key_of(each), each.span) for each in actors if plain_form(each.label) and not each.implied]
        return Member(
            article=article.digest,
            article_id=article.id,
            outlet=article.source,
            published=article.published,
            record=record.id if number is None else f"{record.id}.{number}",
            actors=_parties(actors),
            earliest=when.earliest if when else None,
            latest=when.latest if when else None,
            because=when.because if when else None,
            place=place.label if place else None,
            origin=origin.id,
            origin_label=origin.label,
            origin_basis=origin.basis,
            origin_is_person=origin.is_person,
            doers=doers,
            sufferers=sufferers,
            sure=record.sure,
            evidence=_evidence(article, evidence or record.evidence),
            manner=manner,
            said=tuple(Said(field, self._words(span)) for field, span in said),
            counts=counts,
            charges=charges,
            answers=answers,
            added_by=added_by(record.rule),
            kind=kind,
            what=what,
            status=status,
            outcome=outcome,
            process=process,
            round=series_round,
        )


def _parties(parties: Sequence[Party | Participant]) -> tuple[Actor, ...]:
    """Return who takes part by their keys, in the order of the record."""
    return tuple(
        Actor(key_of(party), party.label, party.count if isinstance(party, Participant) else None)
        for party in parties
        if plain_form(party.label)
    )


def _actors(parties: Sequence[Actor], entities: Entities) -> tuple[Actor, ...]:
    """Return who takes part, each entity once, in the order of the record."""
    found: dict[str, Actor] = {}
    for party in parties:
        entity = entities.by_id[entities.ids[party.entity]]
        if entity.id not in found or found[entity.id].count is None:
            found[entity.id] = Actor(entity.id, entity.label, party.count)
    return tuple(found.values())


def _named(party: tuple[str, ...], entities: Entities) -> tuple[str, ...]:
    """Return the id of a party given by its key and its name folded, with that name."""
    return tuple(sorted({entities.ids[party[0]], party[1]})) if party else ()


def outlet_of(form: str, entities: Entities) -> str:
    """Return the body that an outlet is, where the record knows it as one, else its name folded."""
    known = entities.ids.get(form, form)
    is_body = known in entities.by_id and entities.by_id[known].kind is NameKind.BODY
    return known if is_body else form


def _evidence(article: Article, spans: Sequence[Span]) -> tuple[Evidence, ...]:
    return tuple(Evidence(article.digest, span, article.words(span)) for span in spans)
