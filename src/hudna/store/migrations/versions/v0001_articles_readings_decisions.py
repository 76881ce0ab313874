"""Articles, readings, and decisions on pairs: the first store."""

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "articles",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("digest", sa.Text, nullable=False, unique=True),
        sa.Column("id", sa.Text, nullable=False, index=True),
        sa.Column("source", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("genre", sa.Text, nullable=False),
        sa.Column("published", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("article", sa.Text, sa.ForeignKey("articles.digest"), nullable=False),
        sa.Column("reader_version", sa.Text, nullable=False),
        sa.Column("reader_digest", sa.Text, nullable=False),
        sa.Column("line", sa.Text, nullable=False),
        sa.Column("read_at", sa.Text, nullable=False),
        sa.UniqueConstraint("article", "reader_version", "reader_digest"),
    )
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("left", sa.Text, nullable=False),
        sa.Column("right", sa.Text, nullable=False),
        sa.Column("judgement", sa.Text, nullable=False),
        sa.Column("score", sa.Float),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("withdrawn_at", sa.Text),
        sa.Index("decisions_of_a_pair", "left", "right"),
    )
