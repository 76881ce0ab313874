"""The tables of what became of commitments: made of events, as of no day, and kept where the record is put together."""

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text

from hudna.store.tables import metadata

# Events that are new since commitments were followed up last, and whether they tell of any; commitments that events which
# are gone were part of (``is_broken``) or answered to.
moved = Table(
    "moved",
    metadata,
    Column("event", Integer, primary_key=True),
    Column("is_part", Boolean, nullable=False),
)
stale = Table(
    "stale",
    metadata,
    Column("commitment", Integer, primary_key=True),
    Column("is_broken", Boolean, nullable=False),
)

# ``due`` is the last day it is due and ``first`` the first, or when it was made, both for ordering; ``day`` the last day
# that is known. ``verdict`` is as of no day, ``value`` the whole outcome.
commitments = Table(
    "commitments",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("conditional", Boolean, nullable=False),
    Column("due", Text, nullable=False),
    Column("first", Text, nullable=False),
    Column("day", Text),
    Column("made", Text),
    Column("value", Text, nullable=False),
    Index("commitments_by_due", "due", "first", "id"),
    Index("commitments_by_verdict", "kind", "verdict", "conditional", "due"),
    Index("commitments_by_day", "day", "due", "first", "id"),
)
# The events that tell of a commitment; pledges with the number of their terms, the day (ordinal) and words they are told in.
parts = Table(
    "parts",
    metadata,
    Column("event", Integer, primary_key=True),
    Column("commitment", Integer, nullable=False),
    Column("terms", Integer),
    Column("told", Integer),
    Column("words", Text, nullable=False),
    Index("parts_of_a_commitment", "commitment"),
    Index("parts_by_terms", "terms", "told"),
)
# Under which names (by number) events may answer to commitments, and commitments be answered; days are ordinals.
offers = Table(
    "offers",
    metadata,
    Column("name", Integer, primary_key=True),
    Column("told", Integer, primary_key=True),
    Column("first", Integer, primary_key=True),
    Column("event", Integer, primary_key=True),
    Index("offers_of_an_event", "event"),
    sqlite_with_rowid=False,
)
wishes = Table(
    "wishes",
    metadata,
    Column("name", Integer, primary_key=True),
    Column("commitment", Integer, primary_key=True),
    Column("made", Integer, nullable=False),
    Column("until", Integer, nullable=False),
    Column("is_plan", Boolean, nullable=False),
    Index("wishes_of_a_commitment", "commitment"),
    sqlite_with_rowid=False,
)
# What does answer, whether it counts or not.
answers = Table(
    "answers",
    metadata,
    Column("commitment", Integer, primary_key=True),
    Column("event", Integer, primary_key=True),
    Index("answers_of_an_event", "event"),
    sqlite_with_rowid=False,
)
# The telling (by its key) that a commitment is to come before or after, and the event it tells of.
orders = Table(
    "orders",
    metadata,
    Column("commitment", Integer, primary_key=True),
    Column("telling", Text, primary_key=True),
    Column("event", Integer),
    Index("orders_by_telling", "telling"),
    Index("orders_by_event", "event"),
    sqlite_with_rowid=False,
)
# Days of contacts held that articles without a day tell of.
undated = Table("undated", metadata, Column("event", Integer, primary_key=True), Column("day", Text, nullable=False))

FOLLOWING = (moved, stale, commitments, parts, offers, wishes, answers, orders, undated)
