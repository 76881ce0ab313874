"""Decisions of every kind, bound to the words they rest on; a withdrawal is a row of its own. Search."""

import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"


def upgrade() -> None:
    """Make decisions rows that never change, days that come later rows of their own, and the tables of search."""
    _decisions()
    _days()
    _search()


def _decisions() -> None:
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


def _days() -> None:
    op.create_table(
        "later_days",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("article", sa.Text, sa.ForeignKey("articles.digest"), nullable=False),
        sa.Column("published", sa.Text, nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.UniqueConstraint("article", "published"),
    )
    op.rename_table("readings", "former")
    op.create_table(
        "readings",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("article", sa.Text, sa.ForeignKey("articles.digest"), nullable=False),
        sa.Column("reader_version", sa.Text, nullable=False),
        sa.Column("reader_digest", sa.Text, nullable=False),
        sa.Column("line", sa.Text, nullable=False),
        sa.Column("read_at", sa.Text, nullable=False),
        sa.Column("published", sa.Text, nullable=False),
        sa.UniqueConstraint("article", "reader_version", "reader_digest", "published"),
    )
    op.execute(
        "INSERT INTO readings SELECT former.number, article, reader_version, reader_digest, line, read_at, published "
        "FROM former JOIN articles ON articles.digest = former.article ORDER BY former.number"
    )
    op.drop_table("former")


def _search() -> None:
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
