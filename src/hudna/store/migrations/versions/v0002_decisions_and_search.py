"""Decisions of every kind, bound to the words they rest on; a withdrawal is a row of its own. Search."""

import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"


def upgrade() -> None:
    """Make decisions rows that never change: each withdrawal becomes a row behind them."""
    op.rename_table("decisions", "former")
    op.drop_index("decisions_of_a_pair", "former")
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("left", sa.Text, nullable=False),
        sa.Column("right", sa.Text, nullable=False),
        sa.Column("judgement", sa.Text, nullable=False),
        sa.Column("field", sa.Text),
        sa.Column("value", sa.Text),
        sa.Column("score", sa.Float),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("withdraws", sa.Integer, sa.ForeignKey("decisions.number"), unique=True),
        sa.Index("decisions_of_a_pair", "left", "right"),
    )
    op.execute(
        'INSERT INTO decisions (number, kind, "left", "right", judgement, score, reasons, "by", at) '
        'SELECT number, kind, "left", "right", judgement, score, reasons, "by", at FROM former ORDER BY number'
    )
    op.execute(  # nobody wrote down who withdrew it
        'INSERT INTO decisions (kind, "left", "right", judgement, reasons, "by", at, withdraws) '
        "SELECT 'withdrawal', \"left\", \"right\", 'negative', '[]', '', withdrawn_at, number "
        "FROM former WHERE withdrawn_at IS NOT NULL ORDER BY withdrawn_at, number"
    )
    op.drop_table("former")
    op.create_table(
        "anchors",
        sa.Column("decision", sa.Integer, sa.ForeignKey("decisions.number"), primary_key=True),
        sa.Column("side", sa.Text, primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("article", sa.Text, nullable=False, index=True),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("spans", sa.Text, nullable=False),
    )
    op.create_table(
        "findables",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("article", sa.Text, sa.ForeignKey("articles.digest"), nullable=False, index=True),
        sa.Column("record", sa.Text),
        sa.Column("type", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("earliest", sa.Text),
        sa.Column("latest", sa.Text),
        sa.Column("sure", sa.Boolean, nullable=False),
    )
    op.create_index("findable_articles", "findables", ["article"], sqlite_where=sa.text("record IS NULL"))
    op.execute(
        "CREATE VIRTUAL TABLE found_by USING fts5(title, words, parties, places, "
        """tokenize = "unicode61 remove_diacritics 0 tokenchars '~=:-_.,/'")"""
    )
