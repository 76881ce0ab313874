"""Tables for the terminal.

The articles' words stand in the last column alone, so that a terminal that orders right-to-left text cannot mix
up the columns, and one that does not still keeps them apart.
"""

from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from hudna.export.decisions import describe_decision
from hudna.export.passages import find_passages
from hudna.export.words import listed
from hudna.model import Field

_PASSAGES_A_HIT = 2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from hudna.desk import Hit
    from hudna.export.chronology import Row
    from hudna.export.passages import Passage
    from hudna.export.words import Words
    from hudna.model import (
        Conduct,
        Contact,
        Decision,
        Entity,
        Incident,
        Measure,
        Participant,
        Party,
        Pledge,
        Reading,
        Span,
        Statement,
        Story,
        When,
    )


def table_with(columns: "Sequence[str]", *, widest: int = 22) -> Table:
    """Return an empty table of columns, all but the last no wider than so many characters."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_lines=False, header_style="bold")
    for place, column in enumerate(columns):
        last = place + 1 == len(columns)
        table.add_column(column, overflow="fold", ratio=1 if last else None, max_width=None if last else widest)
    return table


def table_of_reading(reading: "Reading", words: "Words") -> "RenderableType":
    """Return the records of a reading in the order of the text, under the article's outlet, day and headrow."""
    article = reading.article
    known = (article.id, words.days(article.published.earliest, article.published.latest), article.source)
    heading = Text(" · ".join(each for each in known if each), style="bold")
    table = table_with([words("column", key) for key in ("event", "day", "evidence")])
    rows = sorted(
        [
            *((contact.evidence, _contact(contact, words)) for contact in reading.contacts),
            *(each for measure in reading.measures for each in _positions(measure, words)),
            *((incident.evidence, _incident(incident, reading, words)) for incident in reading.incidents),
            *((conduct.evidence, _conduct(conduct, words)) for conduct in reading.conduct),
            *((statement.evidence, _statement(statement, reading, words)) for statement in reading.statements),
            *((pledge.evidence, _pledge(pledge, reading, words)) for pledge in reading.pledges),
        ],
        key=lambda row: row[0],
    )
    for _, cells in rows:
        table.add_row(*cells)
    parts: list[RenderableType] = [heading]
    if article.title:
        parts.append(Text(article.title))
    parts.append(table if rows else Text(words("page", "no_records"), style="dim"))
    if reading.problems:
        parts.append(Text(words.count("problem", len(reading.problems)), style="dim"))
    return Group(*parts, Text(""))


def table_of_chronology(rows: "Sequence[Row]", words: "Words") -> "RenderableType":
    """Return the chronology, for each event its first passage."""
    if not rows:
        return Text(words("page", "empty"))
    table = table_with([words("column", key) for key in ("day", "event", "witnesses", "evidence")])
    for row in rows:
        place = f"({row.place})" if row.place else ""
        told = Text.assemble((row.who, "bold"), " " if row.who and place else "", place)
        if row.what:
            told.append(f": {row.what}", style="not bold")
        else:
            for passage in _first_passages(row):
                told.append("\n").append(passage)
        kind = "\n".join(each for each in (row.kind, row.status, row.outcome) if each)
        table.add_row(f"{row.days}\n{row.id}", kind, f"{row.witness_count} / {row.origin_count}", told)
    note = Text(words("page", "unreviewed"), style="italic dim")
    return Group(table, Text(f"{words('column', 'witnesses')}: {words('page', 'counts')}", style="dim"), note)


def table_of_stories(stories: "Sequence[Story]", words: "Words") -> "RenderableType":
    """Return the stories, each with its days, how many articles of how many outlets, and its headline."""
    if not stories:
        return Text(words("page", "empty"))
    table = table_with([words("column", key) for key in ("day", "articles", "witnesses", "story")])
    for story in stories:
        days = words.days(story.earliest, story.latest)
        table.add_row(f"{days}\n{story.id}", str(len(story.articles)), str(len(story.outlets)), Text(story.label))
    return table


def marked(passage: "Passage") -> Text:
    """Return a passage with its evidence set off."""
    text = Text(style="not bold")
    for piece in passage.pieces:
        text.append(" ".join(f"|{piece.text}|".split())[1:-1], style="underline" if piece.marked else "")
    return text


def _first_passages(row: "Row") -> "Iterator[Text]":
    """Yield the passage that tells most: the first of a text, a headline where there is no other."""
    passages = [passage for account in row.accounts for passage in account.passages]
    passages.sort(key=lambda passage: passage.field is Field.TITLE)
    yield from (marked(passage) for passage in passages[:1])


def _contact(contact: "Contact", words: "Words") -> tuple[str, str, Text]:
    kind = f"{words('kind', contact.kind)}, {words.status(contact.status, contact.kind)}"
    return kind, _days(contact.when, words), Text(listed(_labels(contact.participants)))


def _statement(statement: "Statement", reading: "Reading", words: "Words") -> tuple[str, str, Text]:
    said = " … ".join(" ".join(reading.article.words(span).split()) for span in statement.content)
    who = listed(_labels(statement.speakers))
    return words("act", statement.act), _days(statement.when, words), Text.assemble((who, "bold"), ": ", said)


def _pledge(pledge: "Pledge", reading: "Reading", words: "Words") -> tuple[str, str, Text]:
    what = " ".join(reading.article.words(pledge.what).split())
    who = listed(_labels(pledge.who))
    told = Text.assemble((who, "bold"), ": ", what) if who else Text(what)
    return words("kind", pledge.kind), _days(pledge.due, words), told


def _positions(measure: "Measure", words: "Words") -> "Iterator[tuple[tuple[Span, ...], tuple[str, str, Text]]]":
    """Yield a row for each position on a measure, with the words it stands on."""
    for position in measure.statuses:
        kind = f"{words('kind', measure.kind)}, {words.status(position.status, measure.kind)}"
        told = Text(listed(_labels(position.by or measure.parties)))
        if measure.name:
            told.append(f": {measure.name}")
        yield position.evidence, (kind, _days(position.when, words), told)


def _incident(incident: "Incident", reading: "Reading", words: "Words") -> tuple[str, str, Text]:
    told = Text(listed(_labels(party for party in (incident.actor, incident.target) if party)))
    if incident.place:
        told.append(f" ({incident.place.label})")
    tolls = " … ".join(" ".join(reading.article.words(toll.words).split()) for toll in incident.tolls)
    return words("kind", incident.kind), _days(incident.when, words), told.append(f": {tolls}") if tolls else told


def _conduct(conduct: "Conduct", words: "Words") -> tuple[str, str, Text]:
    parties = [party for party in (conduct.who, conduct.towards) if party]
    return words("kind", conduct.kind), _days(conduct.since, words), Text(listed(_labels(parties)))


def _labels(parties: "Iterable[Party | Participant]") -> list[str]:
    return list(dict.fromkeys(party.label for party in parties))


def _days(when: "When | None", words: "Words") -> str:
    return "" if when is None else words.days(when.earliest, when.latest)


def sheet_of_event(row: "Row", words: "Words") -> "RenderableType":
    """Return everything about one event: what is agreed, where the accounts differ, and each account."""
    facts = [
        ("id", row.id),
        ("day", row.days),
        ("because", row.because),
        ("event", row.kind),
        ("status", " · ".join(each for each in (row.status, row.outcome) if each)),
        ("who", row.who),
        ("place", row.place),
        ("witnesses", f"{row.witnesses}, {row.origins}"),
        ("verdict", row.verdict),
    ]
    told = [(words("column", key), value) for key, value in facts]
    told.append((words("page", "goes_back"), "\n".join(row.sources)))
    parts: list[RenderableType] = [_facts(told)]
    if not row.sure:
        parts.append(Text(words("page", "hedged"), style="italic"))
    if row.differences:
        parts.append(Text("\n" + words("page", "also"), style="bold"))
        parts.append(_facts([(each.what, "\n".join(each.values)) for each in row.differences]))
    if row.corrections:
        parts.append(Text("\n" + words("column", "corrected"), style="bold"))
        parts.append(_facts([(each.what, "\n".join(each.values)) for each in row.corrections]))
    for account in row.accounts:
        parts.append(Text(f"\n{account.published} · {account.article} · {account.outlet}", style="bold"))
        parts.extend(marked(passage) for passage in account.passages)
    parts.append(Text("\n" + words("page", "reviewed" if row.reviewed else "unreviewed"), style="italic dim"))
    return Group(*parts)


def table_of_decisions(decisions: "Iterable[Decision]", words: "Words") -> "RenderableType":
    """Return decisions in the order they were made: who, when, what, why, and what was withdrawn."""
    table = table_with([words("column", key) for key in ("number", "at", "by", "event", "evidence")])
    for decision in decisions:
        told = describe_decision(decision, words)
        text = Text(f"{told.why}\n")
        text.append("\n".join(told.about), style="dim")
        if told.withdrawn:
            text.append(f"\n{words('column', 'withdrawn')}: {told.withdrawn}", style="italic")
        table.add_row(str(told.number), told.at, told.by, told.what, text)
    return table


def sheet_of_entity(entity: "Entity", rows: "Sequence[Row]", words: "Words") -> "RenderableType":
    """Return who or what an entity is, under which forms it is written, and the events it has a part in."""
    facts = [
        (words("column", "id"), entity.id),
        (words("column", "kind"), words("name", entity.kind)),
        (words("column", "label"), entity.label),
        (words("column", "forms"), "\n".join(entity.forms)),
    ]
    return Group(_facts(facts), Text(""), table_of_chronology(rows, words))


def _facts(facts: "Iterable[tuple[str, str]]") -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    for name, value in facts:
        if value:
            table.add_row(name, Text(value))
    return table


def table_of_hits(hits: "Iterable[Hit]", words: "Words") -> "RenderableType":
    """Return what was found: article, day and type, and the words asked for in their sentence."""
    table = table_with([words("column", key) for key in ("event", "published", "id", "evidence")])
    for hit in hits:
        article = hit.article
        days = words.days(article.published.earliest, article.published.latest)
        passages = find_passages(article, hit.spans)[:_PASSAGES_A_HIT]
        told = Text("\n").join([Text(article.title or "", style="bold"), *(marked(each) for each in passages)])
        table.add_row(words("event", hit.type or "article"), days, article.id, told)
    return table
