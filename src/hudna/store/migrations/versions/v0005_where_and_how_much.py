"""Beside each telling: where it lies on the map, what the picture of lives needs, and whether it is a total."""

import sqlalchemy as sa
from alembic import op

revision = "5"
down_revision = "4"


def upgrade() -> None:
    """Add the column; whoever opens the store next puts the record together anew and fills it."""
    op.add_column("tellings", sa.Column("is_total", sa.Boolean))
    op.execute("CREATE INDEX totals ON tellings (event) WHERE is_total")
    op.execute("UPDATE merged SET value = '' WHERE name = 'maker'")
