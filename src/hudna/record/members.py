"""Records of one reading as tellings of events: entities for parties, days, words, and where the telling goes back to."""

from collections.abc import Iterable, Sequence
from typing import Final

from hudna.model import (
    Actor,
    Article,
    Contact,
    Evidence,
    Member,
    NameKind,
    Participant,
    Party,
    Pledge,
    Reading,
    RecordType,
    Span,
    Statement,
    When,
)
from hudna.record.entities import Entities
from hudna.record.names import plain_form

_NOT_SAID: Final = "unsaid"


def members_of(reading: Reading, entities: Entities) -> Iterable[tuple[RecordType, Member]]:
    """Yield every contact, pledge and statement of a reading as a member of an event, in the order of the reading."""
    by_id = {statement.id: statement for statement in reading.statements}
    for contact in reading.contacts:
        yield RecordType.CONTACT, _of_contact(contact, reading, entities, by_id.get(contact.attributed_to or ""))
    for pledge in reading.pledges:
        yield RecordType.PLEDGE, _of_pledge(pledge, reading, entities, by_id.get(pledge.attributed_to or ""))
    for statement in reading.statements:
        yield RecordType.STATEMENT, _of_statement(statement, reading, entities)


def _of_contact(contact: Contact, reading: Reading, entities: Entities, told_in: Statement | None) -> Member:
    article = reading.article
    return Member(
        article=article.digest,
        article_id=article.id,
        outlet=article.source,
        published=article.published,
        record=contact.id,
        kind=contact.kind.value,
        status=contact.status.value,
        outcome=None if contact.outcome == _NOT_SAID else contact.outcome.value,
        actors=_actors(contact.participants, entities),
        earliest=contact.when.earliest if contact.when else None,
        latest=contact.when.latest if contact.when else None,
        because=contact.when.because if contact.when else None,
        place=contact.place.label if contact.place else None,
        process=contact.process,
        round=contact.round,
        origin=_origin(reading, entities, told_in),
        sure=contact.sure,
        evidence=_evidence(article, contact.evidence),
    )


def _of_pledge(pledge: Pledge, reading: Reading, entities: Entities, told_in: Statement | None) -> Member:
    article = reading.article
    return Member(
        article=article.digest,
        article_id=article.id,
        outlet=article.source,
        published=article.published,
        record=pledge.id,
        kind=pledge.kind.value,
        actors=_actors(pledge.who, entities),
        earliest=pledge.due.earliest if pledge.due else None,
        latest=pledge.due.latest if pledge.due else None,
        because=pledge.due.because if pledge.due else None,
        place=pledge.place.label if pledge.place else None,
        what=article.words(pledge.what),
        origin=_origin(reading, entities, told_in),
        sure=pledge.sure,
        evidence=_evidence(article, pledge.evidence),
    )


def _of_statement(statement: Statement, reading: Reading, entities: Entities) -> Member:
    article = reading.article
    when: When | None = statement.when
    return Member(
        article=article.digest,
        article_id=article.id,
        outlet=article.source,
        published=article.published,
        record=statement.id,
        kind=statement.act.value,
        status=statement.mode.value,
        actors=_actors(statement.speakers, entities),
        earliest=when.earliest if when else None,
        latest=when.latest if when else None,
        because=when.because if when else None,
        place=statement.place.label if statement.place else None,
        what=" … ".join(article.words(span) for span in statement.content),
        origin=_origin(reading, entities, statement),
        sure=statement.sure,
        evidence=_evidence(article, statement.evidence),
    )


def _actors(parties: Sequence[Party | Participant], entities: Entities) -> tuple[Actor, ...]:
    """Return who takes part, each entity once, in the order of the record."""
    found: dict[str, Actor] = {}
    for party in parties:
        if not plain_form(party.label):
            continue
        entity = entities.of(party)
        count = party.count if isinstance(party, Participant) else None
        if entity.id not in found or found[entity.id].count is None:
            found[entity.id] = Actor(entity.id, entity.label, count)
    return tuple(found.values())


def _origin(reading: Reading, entities: Entities, told_in: Statement | None) -> str:
    """Return whom a telling goes back to: an entity's id, else a name folded, else the article itself."""
    article = reading.article
    chain = told_in.via if told_in is not None and told_in.via else reading.credits
    if chain:
        last = chain[-1]
        return last.entity or plain_form(last.label)
    outlet = plain_form(article.source or "")
    if not outlet:
        return article.digest
    known = entities.ids.get(outlet, outlet)
    return known if known in entities.by_id and entities.by_id[known].kind is NameKind.BODY else outlet


def _evidence(article: Article, spans: Sequence[Span]) -> tuple[Evidence, ...]:
    return tuple(Evidence(article.digest, span, article.words(span)) for span in spans)
