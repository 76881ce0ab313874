"""The record as it was last put together: tellings, who is who, events; all made of what there is already."""

import sqlalchemy as sa
from alembic import op

revision = "3"
down_revision = "2"


def upgrade() -> None:
    """Make the tables; whoever opens the store next fills them."""
    _of_articles()
    _of_names()
    _of_tellings()
    _of_events()


def _of_articles() -> None:
    op.create_table("merged", sa.Column("name", sa.Text, primary_key=True), sa.Column("value", sa.Text, nullable=False))
    op.create_table(
        "heads",
        sa.Column("article", sa.Integer, sa.ForeignKey("articles.number"), primary_key=True),
        sa.Column("reading", sa.Integer, nullable=False),
        sa.Column("outlet", sa.Text, nullable=False),
        sa.Column("monday", sa.Text),
        sa.Column("published", sa.Text, nullable=False),
        sa.Column("credits", sa.Text, nullable=False),
        sa.Column("problems", sa.Integer, nullable=False),
        sa.Column("added", sa.Text, nullable=False),
        sa.Index("heads_of_an_outlet", "outlet", "article"),
        sa.Index("heads_by_week", "outlet", "monday"),
        sa.Index("heads_by_credit", "outlet", "credits"),
        sa.Index("heads_by_day", "published"),
    )


def _of_names() -> None:
    op.create_table(
        "mentions",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("label", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("known", sa.Boolean, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_table(
        "names",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("entity", sa.Text, nullable=False, index=True),
    )
    op.create_table(
        "entities",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("forms", sa.Text, nullable=False),
    )


def _of_tellings() -> None:
    op.create_table(
        "tellings",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("article", sa.Integer, sa.ForeignKey("articles.number"), nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("decided", sa.Text),
        sa.Column("event", sa.Integer),
        sa.UniqueConstraint("article", "record"),
        sa.Index("tellings_of_an_event", "event"),
    )
    op.create_table("fresh", sa.Column("telling", sa.Integer, primary_key=True))
    op.create_table(
        "named_in",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("telling", sa.Integer, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "blocks",
        sa.Column("block", sa.Integer, primary_key=True),
        sa.Column("telling", sa.Integer, primary_key=True),
        sa.Index("blocks_of_a_telling", "telling"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pairs",
        sa.Column("left", sa.Integer, primary_key=True),
        sa.Column("right", sa.Integer, primary_key=True),
        sa.Column("via", sa.Integer, primary_key=True),
        sa.Column("score", sa.Float, nullable=False),
        sa.Index("pairs_of_the_right", "right"),
        sa.Index("pairs_of_a_block", "via"),
        sqlite_with_rowid=False,
    )


def _of_events() -> None:
    op.create_table(
        "events",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("status", sa.Text),
        sa.Column("process", sa.Text),
        sa.Column("place", sa.Text),
        sa.Column("earliest", sa.Text),
        sa.Column("latest", sa.Text),
        sa.Column("first", sa.Text, nullable=False),
        sa.Column("last", sa.Text, nullable=False),
        sa.Column("day", sa.Text),
        sa.Column("sure", sa.Boolean, nullable=False),
        sa.Column("open", sa.Boolean, nullable=False),
        sa.Column("differs", sa.Boolean, nullable=False),
        sa.Column("origins", sa.Integer, nullable=False),
        sa.Column("weight", sa.Integer, nullable=False),
        sa.Column("value", sa.Text),
        sa.Index("events_by_day", "first", "last", "type", "id"),
        sa.Index("events_of_a_kind", "type", "kind", "status", "first", "last"),
        sa.Index("events_of_a_process", "process", "first", "last"),
        sa.Index("events_of_a_place", "place", "first", "last"),
    )
    op.execute("CREATE INDEX open_events ON events (weight DESC, day DESC, id) WHERE open")
    op.create_table(
        "parties",
        sa.Column("entity", sa.Text, primary_key=True),
        sa.Column("event", sa.Integer, primary_key=True),
        sa.Column("form", sa.Text, nullable=False),
        sa.Index("parties_of_an_event", "event"),
        sqlite_with_rowid=False,
    )
    op.execute("CREATE INDEX parties_by_form ON parties (form) WHERE form != ''")
    op.create_table(
        "witnesses",
        sa.Column("outlet", sa.Text, primary_key=True),
        sa.Column("event", sa.Integer, primary_key=True),
        sa.Column("named", sa.Boolean, nullable=False),
        sa.Index("witnesses_of_an_event", "event"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tallies",
        sa.Column("field", sa.Text, primary_key=True),
        sa.Column("type", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
    )
