"""What became of commitments, kept with the record."""

import sqlalchemy as sa
from alembic import op

revision = "4"
down_revision = "3"


def upgrade() -> None:
    """Make the tables; whoever opens the store next puts the record together anew and fills them."""
    op.add_column("tellings", sa.Column("more", sa.Text))
    _of_commitments()
    _of_answers()
    op.execute("UPDATE merged SET value = '' WHERE name = 'maker'")


def _of_commitments() -> None:
    op.create_table(
        "moved",
        sa.Column("event", sa.Integer, primary_key=True),
        sa.Column("is_part", sa.Boolean, nullable=False),
    )
    op.create_table(
        "stale",
        sa.Column("commitment", sa.Integer, primary_key=True),
        sa.Column("is_broken", sa.Boolean, nullable=False),
    )
    op.create_table(
        "commitments",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("conditional", sa.Boolean, nullable=False),
        sa.Column("due", sa.Text, nullable=False),
        sa.Column("first", sa.Text, nullable=False),
        sa.Column("day", sa.Text),
        sa.Column("made", sa.Text),
        sa.Column("value", sa.Text, nullable=False),
        sa.Index("commitments_by_due", "due", "first", "id"),
        sa.Index("commitments_by_verdict", "kind", "verdict", "conditional", "due"),
        sa.Index("commitments_by_day", "day", "due", "first", "id"),
    )
    op.create_table(
        "parts",
        sa.Column("event", sa.Integer, primary_key=True),
        sa.Column("commitment", sa.Integer, nullable=False),
        sa.Column("terms", sa.Integer),
        sa.Column("told", sa.Integer),
        sa.Column("words", sa.Text, nullable=False),
        sa.Index("parts_of_a_commitment", "commitment"),
        sa.Index("parts_by_terms", "terms", "told"),
    )


def _of_answers() -> None:
    op.create_table(
        "offers",
        sa.Column("name", sa.Integer, primary_key=True),
        sa.Column("told", sa.Integer, primary_key=True),
        sa.Column("first", sa.Integer, primary_key=True),
        sa.Column("event", sa.Integer, primary_key=True),
        sa.Index("offers_of_an_event", "event"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "wishes",
        sa.Column("name", sa.Integer, primary_key=True),
        sa.Column("commitment", sa.Integer, primary_key=True),
        sa.Column("made", sa.Integer, nullable=False),
        sa.Column("until", sa.Integer, nullable=False),
        sa.Column("is_plan", sa.Boolean, nullable=False),
        sa.Index("wishes_of_a_commitment", "commitment"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "answers",
        sa.Column("commitment", sa.Integer, primary_key=True),
        sa.Column("event", sa.Integer, primary_key=True),
        sa.Index("answers_of_an_event", "event"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "orders",
        sa.Column("commitment", sa.Integer, primary_key=True),
        sa.Column("telling", sa.Text, primary_key=True),
        sa.Column("event", sa.Integer),
        sa.Index("orders_by_telling", "telling"),
        sa.Index("orders_by_event", "event"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "undated",
        sa.Column("event", sa.Integer, primary_key=True),
        sa.Column("day", sa.Text, nullable=False),
    )
