"""What lists count and are narrowed by, kept beside the record: stands, names folded, how much an article tells."""

import json

import sqlalchemy as sa
from alembic import op

from hudna.record.names import plain_form, word_keys

revision = "8"
down_revision = "7"


def upgrade() -> None:
    """Make tables, columns and indexes, and fill them from what there is."""
    op.drop_index("events_of_a_kind", "events")
    op.create_index("events_of_a_kind", "events", ["type", "kind", "status", "first", "last", "sure", "origins"])
    op.drop_index("open_events", "events")
    op.execute("CREATE INDEX open_events ON events (weight DESC, day DESC, id) WHERE open = 1")
    op.execute("CREATE INDEX differing_events ON events (weight DESC, day DESC, id) WHERE open = 1 AND differs = 1")
    op.execute("CREATE INDEX tallies_by_count ON tallies (field, count DESC, value)")
    op.execute("CREATE INDEX tellings_of_none ON tellings (article) WHERE event IS NULL")
    op.add_column("heads", sa.Column("told", sa.Integer, nullable=False, server_default="0"))
    op.execute("UPDATE heads SET told = (SELECT count(*) FROM tellings WHERE tellings.article = heads.article)")
    _stands()
    _names()


def _stands() -> None:
    op.create_table(
        "stands",
        sa.Column("entity", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("status", sa.Text, primary_key=True),
        sa.Column("first", sa.Text, primary_key=True),
        sa.Column("last", sa.Text, primary_key=True),
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("event", sa.Integer, nullable=False),
        sa.Column("earliest", sa.Text),
        sa.Column("latest", sa.Text),
        sa.Column("day", sa.Text),
        sqlite_with_rowid=False,
    )
    op.create_index("stands_of_an_event", "stands", ["event"])
    op.execute(
        "INSERT INTO stands (entity, kind, status, first, last, id, event, earliest, latest, day) "
        "SELECT entity, kind, status, first, last, id, number, earliest, latest, day "
        "FROM events JOIN parties ON parties.event = events.number "
        "WHERE type = 'measure' AND status IS NOT NULL"
    )


def _names() -> None:
    for name in ("called", "spelled"):
        op.add_column("entities", sa.Column(name, sa.Text, nullable=False, server_default=""))
    op.create_table(
        "words_of_names",
        sa.Column("word", sa.Text, primary_key=True),
        sa.Column("entity", sa.Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("words_of_an_entity", "words_of_names", ["entity"])
    connection = op.get_bind()
    for key, label, written in connection.execute(sa.text("SELECT id, label, forms FROM entities")).all():
        forms = json.loads(written)
        spelled = "\n".join(plain_form(form) for form in forms)
        connection.exec_driver_sql(
            "UPDATE entities SET called = ?, spelled = ? WHERE id = ?", (plain_form(label), spelled, key)
        )
        for word in {word for form in forms for word in word_keys(form)}:
            connection.exec_driver_sql("INSERT INTO words_of_names (word, entity) VALUES (?, ?)", (word, key))
