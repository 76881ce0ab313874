"""The tables of stories: made of the profiles of articles, and kept where the record is put together."""

from typing import Final

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, Table, Text

from hudna.store.tables import metadata

NO_DAY: Final = "9999-12-31"  # behind all others

# What of an article is compared with others. ``day`` is the first on which it may have been published, ``leads`` what it
# leans on as it was last compared (``hudna.record.candidates``), ``story`` the number of the story it tells.
profiles = Table(
    "profiles",
    metadata,
    Column("article", Integer, ForeignKey("articles.number"), primary_key=True),
    Column("digest", Text, nullable=False),
    Column("day", Text),
    Column("leads", Text),
    Column("story", Integer),
    Column("value", Text, nullable=False),
    Index("profiles_by_day", "day", "digest"),
    Index("profiles_by_digest", "digest"),
    Index("profiles_of_a_story", "story"),
)
# Articles that have yet to be compared, with the day and the leads that they were compared by before, if they were.
untold = Table(
    "untold",
    metadata,
    Column("article", Integer, primary_key=True),
    Column("day", Text),
    Column("leads", Text),
)
# What speaks for two articles' telling one happening; the left one stands first by day and digest.
kin = Table(
    "kin",
    metadata,
    Column("left", Integer, primary_key=True),
    Column("right", Integer, primary_key=True),
    Column("score", Float, nullable=False),
    Index("kin_of_the_right", "right"),
    sqlite_with_rowid=False,
)
# ``first`` and ``digest`` are those of its first article, ``label`` is its own, folded.
stories = Table(
    "stories",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("first", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("value", Text, nullable=False),
    Index("stories_by_day", "first", "digest", "label"),
)
Index("stories_of_several", stories.c.first, stories.c.digest, stories.c.label, sqlite_where=stories.c.size > 1)

STORIES: Final = (profiles, untold, kin, stories)
