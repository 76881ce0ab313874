"""The tables of a store."""

from typing import Final

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

SCHEMA_VERSION: Final = 1  # SQLite's user_version
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

# What one reader made of it: a line of the public format. The highest number of an article is its latest reading.
readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", Text, ForeignKey("articles.digest"), nullable=False),
    Column("reader_version", Text, nullable=False),
    Column("reader_digest", Text, nullable=False),
    Column("line", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    UniqueConstraint("article", "reader_version", "reader_digest"),
)

# Judgements of people and of the machine; withdrawn, never deleted. ``reasons`` is a JSON list.
decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("judgement", Text, nullable=False),
    Column("score", Float),
    Column("reasons", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("withdrawn_at", Text),
    Index("decisions_of_a_pair", "left", "right"),
)
