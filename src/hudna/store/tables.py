"""The tables of a store."""

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA_VERSION: Final = 2  # SQLite's user_version
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

# What alembic has brought the file to; ``user_version`` says the same to whoever only opens it.
alembic_version = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))
