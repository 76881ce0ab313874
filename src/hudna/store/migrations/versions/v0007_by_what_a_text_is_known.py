"""Beside each article: by what its text is known in others, so that no text is gone through when events are fused."""

import sqlalchemy as sa
from alembic import op

revision = "7"
down_revision = "6"


def upgrade() -> None:
    """Add the table; whoever opens the store next puts the record together anew and fills it."""
    op.create_table(
        "prints",
        sa.Column("article", sa.Integer, sa.ForeignKey("articles.number"), primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("passages", sa.LargeBinary, nullable=False),
    )
    op.execute("UPDATE merged SET value = '' WHERE name = 'maker'")
