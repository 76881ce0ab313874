"""What is due, and what is sure of one type, found without going through all events of the type."""

from alembic import op

revision = "9"
down_revision = "8"


def upgrade() -> None:
    """Make the indexes."""
    op.create_index("events_by_last_day", "events", ["day"])
    op.execute("CREATE INDEX sure_events ON events (type, first, last, id) WHERE sure = 1")
