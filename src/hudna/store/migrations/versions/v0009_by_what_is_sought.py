"""What is due, what is sure of one type, and what was decided on, found without going through all there is."""

from alembic import op

revision = "9"
down_revision = "8"


def upgrade() -> None:
    """Make the indexes."""
    op.drop_index("tellings_of_an_event", "tellings")
    op.create_index("tellings_of_an_event", "tellings", ["event", "article"])
    op.create_index("events_by_last_day", "events", ["day"])
    op.execute("CREATE INDEX heads_with_more ON heads (article) WHERE added != ''")
    op.execute("CREATE INDEX decided_tellings ON tellings (decided) WHERE decided IS NOT NULL")
    op.execute("CREATE INDEX sure_events ON events (type, first, last, id) WHERE sure = 1")
