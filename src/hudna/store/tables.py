"""The tables of a store."""

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    desc,
    text,
)

SCHEMA_VERSION: Final = 10  # SQLite's user_version
APPLICATION_ID: Final = 0x48756461  # SQLite's application_id: "Huda"

metadata = MetaData()

# An article as it was received; ``published`` is the JSON form of the format page.
articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("id", Text, nullable=False, index=True),
    Column("source", Text),
    Column("url", Text),
    Column("title", Text),
    Column("author", Text),
    Column("language", Text),
    Column("genre", Text, nullable=False),
    Column("published", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("added_at", Text, nullable=False),
)

# A day of publication that came in later, for an article known without it or with another; JSON as in ``articles``.
later_days = Table(
    "later_days",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", Text, ForeignKey("articles.digest"), nullable=False),
    Column("published", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    UniqueConstraint("article", "published"),
)

# What one reader made of it: a line of the public format. The highest number of an article is its latest reading.
# ``published`` is the day the article was read with, as it was known then.
readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", Text, ForeignKey("articles.digest"), nullable=False),
    Column("reader_version", Text, nullable=False),
    Column("reader_digest", Text, nullable=False),
    Column("line", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    Column("published", Text, nullable=False),
    UniqueConstraint("article", "reader_version", "reader_digest", "published"),
)

# Judgements of people and of the machine, and their withdrawals, in the order they were made; no row is ever changed.
# A withdrawal is a row that names the decision it takes back. ``reasons`` is a JSON list.
decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("judgement", Text, nullable=False),
    Column("field", Text),
    Column("value", Text),
    Column("score", Float),
    Column("reasons", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("withdraws", Integer, ForeignKey("decisions.number"), unique=True),
    Index("decisions_of_a_pair", "left", "right"),
)

# The tellings a decision is bound to: ``spans`` is a JSON list of [start, end, field]; articles need not be here yet.
anchors = Table(
    "anchors",
    metadata,
    Column("decision", Integer, ForeignKey("decisions.number"), primary_key=True),
    Column("side", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("article", Text, nullable=False, index=True),
    Column("record", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("spans", Text, nullable=False),
)

# What can be found: each article (record and type are empty) and each record of its latest reading. Made from readings.
findables = Table(
    "findables",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", Text, ForeignKey("articles.digest"), nullable=False, index=True),
    Column("record", Text),
    Column("type", Text),
    Column("outlet", Text),
    Column("earliest", Text),
    Column("latest", Text),
    Column("sure", Boolean, nullable=False),
)
Index("findable_articles", findables.c.article, sqlite_where=findables.c.record.is_(None))
# Their words, by the same numbers: keys and marks, cut up at spaces only.
FOUND_BY: Final = "found_by"
MAKE_FOUND_BY: Final = (
    f"CREATE VIRTUAL TABLE {FOUND_BY} USING fts5(title, words, parties, places, "
    """tokenize = "unicode61 remove_diacritics 0 tokenchars '~=:-_.,/'")"""
)

# The record as it was last put together: made of readings and decisions, never exported, made anew where a program of
# another version opens it. ``merged`` says of what it is made.
merged = Table("merged", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

# Of each article, what pages tell of it without its text; ``reading`` is the number of the reading it is of, ``monday``
# its week, where its day is known, ``credits`` a JSON list, ``added`` are the numbers of the records added by hand, ``told``
# is how many tellings it has.
heads = Table(
    "heads",
    metadata,
    Column("article", Integer, ForeignKey("articles.number"), primary_key=True),
    Column("reading", Integer, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("monday", Text),
    Column("published", Text, nullable=False),
    Column("credits", Text, nullable=False),
    Column("problems", Integer, nullable=False),
    Column("added", Text, nullable=False),
    Column("told", Integer, nullable=False, server_default="0"),
    Index("heads_of_an_outlet", "outlet", "article"),
    Index("heads_by_week", "outlet", "monday"),
    Index("heads_by_credit", "outlet", "credits"),
    Index("heads_of_a_week", "monday", "published"),
)

Index("heads_with_more", heads.c.article, sqlite_where=text("added != ''"))

# By what the text of each article is known in others (``hudna.record.reprints.Print``).
prints = Table(
    "prints",
    metadata,
    Column("article", Integer, ForeignKey("articles.number"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("passages", LargeBinary, nullable=False),
)
# How often each name is mentioned in what way; ``kind`` is empty where it is not given.
mentions = Table(
    "mentions",
    metadata,
    Column("key", Text, primary_key=True),
    Column("label", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("known", Boolean, nullable=False),
    Column("count", Integer, nullable=False),
)

# Who is who: the entity behind each key, and the entities; ``forms`` is a JSON list, ``called`` the label folded, ``spelled``
# the forms folded, one a line; and by which words of people's names they are found.
names = Table(
    "names",
    metadata,
    Column("key", Text, primary_key=True),
    Column("entity", Text, nullable=False, index=True),
)
entities = Table(
    "entities",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("forms", Text, nullable=False),
    Column("called", Text, nullable=False, server_default=""),
    Column("spelled", Text, nullable=False, server_default=""),
)
words_of_names = Table(
    "words_of_names",
    metadata,
    Column("word", Text, primary_key=True),
    Column("entity", Text, primary_key=True),
    Index("words_of_an_entity", "entity"),
    sqlite_with_rowid=False,
)

# The records of latest readings, each a telling; ``decided`` are the numbers of the decisions on it, ``event`` the number of
# the event it tells, ``more`` what is needed beside it (``hudna.record.particulars``), ``is_total`` whether it is an incident
# that counts others up.
tellings = Table(
    "tellings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", Integer, ForeignKey("articles.number"), nullable=False),
    Column("record", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("decided", Text),
    Column("event", Integer),
    Column("more", Text),
    Column("is_total", Boolean),
    UniqueConstraint("article", "record"),
    Index("tellings_of_an_event", "event", "article"),
    Index("tellings_of_a_record", "article", "record", "event"),
)
Index("totals", tellings.c.event, sqlite_where=tellings.c.is_total)
Index("decided_tellings", tellings.c.decided, sqlite_where=tellings.c.decided.is_not(None))
Index("tellings_of_none", tellings.c.article, sqlite_where=tellings.c.event.is_(None))
# What each of them tells, by the keys of whom it names; apart from what is gone through by the thousand, for it is long.
members = Table(
    "members", metadata, Column("telling", Integer, primary_key=True), Column("value", Text, nullable=False)
)
# Tellings that have yet to be put together with the others.
fresh = Table("fresh", metadata, Column("telling", Integer, primary_key=True))
# Who is named in which telling, and with what it is compared: all that shares a block.
named_in = Table(
    "named_in",
    metadata,
    Column("key", Text, primary_key=True),
    Column("telling", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
blocks = Table(
    "blocks",
    metadata,
    Column("block", Integer, primary_key=True),
    Column("telling", Integer, primary_key=True),
    Index("blocks_of_a_telling", "telling"),
    sqlite_with_rowid=False,
)
# Pairs of tellings that speak for being one event: ``via`` is the block where that was found, or what ``merging`` says.
pairs = Table(
    "pairs",
    metadata,
    Column("left", Integer, primary_key=True),
    Column("right", Integer, primary_key=True),
    Column("via", Integer, primary_key=True),
    Column("score", Float, nullable=False),
    Index("pairs_of_the_right", "right"),
    Index("pairs_of_a_block", "via"),
    sqlite_with_rowid=False,
)

# Events, with all that a list is narrowed and ordered by. ``earliest`` and ``latest`` are the days of its line,
# ``first`` and ``last`` the same for ordering, ``day`` the last of them that is known. ``open`` says that somebody should look
# at it, ``weight`` how much hangs on it.
events = Table(
    "events",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("type", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("status", Text),
    Column("process", Text),
    Column("place", Text),
    Column("earliest", Text),
    Column("latest", Text),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    Column("day", Text),
    Column("sure", Boolean, nullable=False),
    Column("open", Boolean, nullable=False),
    Column("differs", Boolean, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("weight", Integer, nullable=False),
    Index("events_by_day", "first", "last", "type", "id", "earliest", "latest"),
    Index("events_of_a_kind", "type", "kind", "status", "first", "last", "sure", "origins"),
    Index("events_of_a_process", "process", "first", "last"),
    Index("events_of_a_place", "place", "first", "last"),
    Index("events_by_last_day", "type", "day"),
)
Index("sure_events", events.c.type, events.c.first, events.c.last, events.c.id, sqlite_where=text("sure = 1"))
_BY_WEIGHT: Final = (events.c.weight.desc(), events.c.day.desc(), events.c.id)
Index("open_events", *_BY_WEIGHT, sqlite_where=text("open = 1"))
Index("differing_events", *_BY_WEIGHT, sqlite_where=text("open = 1 AND differs = 1"))
# Those that are more than one untouched telling, whole; apart from what lists go through, for they are long.
wholes = Table("wholes", metadata, Column("event", Integer, primary_key=True), Column("value", Text, nullable=False))
# ``form`` is the label folded where it is another than the entity's: somebody wrote it.
parties = Table(
    "parties",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("event", Integer, primary_key=True),
    Column("form", Text, nullable=False),
    Index("parties_of_an_event", "event"),
    sqlite_with_rowid=False,
)
Index("parties_by_form", parties.c.form, sqlite_where=parties.c.form != "")
witnesses = Table(
    "witnesses",
    metadata,
    Column("outlet", Text, primary_key=True),
    Column("event", Integer, primary_key=True),
    Column("named", Boolean, nullable=False),  # else the outlet is unknown, and it is the article's id
    Index("witnesses_of_an_event", "event"),
    sqlite_with_rowid=False,
)
# How many events have each value that lists are narrowed by; ``type`` is empty where it says nothing.
tallies = Table(
    "tallies",
    metadata,
    Column("field", Text, primary_key=True),
    Column("type", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    Index("tallies_by_count", "field", desc("count"), "value"),
)
# Where parties stand on measures: the events of each party by kind, status and days, as in ``events``.
stands = Table(
    "stands",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("status", Text, primary_key=True),
    Column("first", Text, primary_key=True),
    Column("last", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("event", Integer, nullable=False),
    Column("earliest", Text),
    Column("latest", Text),
    Column("day", Text),
    Index("stands_of_an_event", "event"),
    sqlite_with_rowid=False,
)

# What alembic has brought the file to; ``user_version`` says the same to whoever only opens it.
alembic_version = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))
