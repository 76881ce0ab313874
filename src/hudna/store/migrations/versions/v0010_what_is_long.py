"""What is long stands apart from the columns that lists go through; more of what lists count is counted beforehand."""

import sqlalchemy as sa
from alembic import op

revision = "10"
down_revision = "9"
_TEXTS = ("id", "type", "kind", "status", "process", "place", "earliest", "latest", "first", "last", "day")
_NEEDED = ("id", "type", "kind", "first", "last")
_FLAGS = ("sure", "open", "differs")
_COUNTS = ("origins", "weight")
_COLUMNS = ("number", *_TEXTS, *_FLAGS, *_COUNTS)
_OF_TELLINGS = ("number", "article", "record", "type", "decided", "event", "more", "is_total")


def upgrade() -> None:
    """Move what is long, make indexes, and count."""
    for name, of in (("wholes", "event"), ("members", "telling")):
        op.create_table(name, sa.Column(of, sa.Integer, primary_key=True), sa.Column("value", sa.Text, nullable=False))
    op.execute("INSERT INTO wholes SELECT number, value FROM events WHERE value IS NOT NULL ORDER BY number")
    op.execute("INSERT INTO members SELECT number, value FROM tellings ORDER BY number")
    _slim_events()
    _slim_tellings()
    op.drop_index("heads_by_day", "heads")
    op.create_index("heads_of_a_week", "heads", ["monday", "published"])
    _count()


def _slim_events() -> None:
    """Write the events anew without what is long, for the rows would else stay as far apart as they were."""
    op.rename_table("events", "fat")
    op.create_table(
        "events",
        sa.Column("number", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=name not in _NEEDED, unique=name == "id") for name in _TEXTS),
        *(sa.Column(name, sa.Boolean, nullable=False) for name in _FLAGS),
        *(sa.Column(name, sa.Integer, nullable=False) for name in _COUNTS),
    )
    _fill("events", _COLUMNS)
    op.create_index("events_by_day", "events", ["first", "last", "type", "id", "earliest", "latest"])
    op.create_index("events_of_a_kind", "events", ["type", "kind", "status", "first", "last", "sure", "origins"])
    op.create_index("events_of_a_process", "events", ["process", "first", "last"])
    op.create_index("events_of_a_place", "events", ["place", "first", "last"])
    op.create_index("events_by_last_day", "events", ["type", "day"])
    op.execute("CREATE INDEX sure_events ON events (type, first, last, id) WHERE sure = 1")
    op.execute("CREATE INDEX open_events ON events (weight DESC, day DESC, id) WHERE open = 1")
    op.execute("CREATE INDEX differing_events ON events (weight DESC, day DESC, id) WHERE open = 1 AND differs = 1")


def _slim_tellings() -> None:
    op.rename_table("tellings", "fat")
    op.create_table(
        "tellings",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("article", sa.Integer, sa.ForeignKey("articles.number"), nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("decided", sa.Text),
        sa.Column("event", sa.Integer),
        sa.Column("more", sa.Text),
        sa.Column("is_total", sa.Boolean),
        sa.UniqueConstraint("article", "record"),
    )
    _fill("tellings", _OF_TELLINGS)
    op.create_index("tellings_of_an_event", "tellings", ["event", "article"])
    op.create_index("tellings_of_a_record", "tellings", ["article", "record", "event"])
    op.execute("CREATE INDEX totals ON tellings (event) WHERE is_total")
    op.execute("CREATE INDEX decided_tellings ON tellings (decided) WHERE decided IS NOT NULL")
    op.execute("CREATE INDEX tellings_of_none ON tellings (article) WHERE event IS NULL")


def _fill(name: str, columns: tuple[str, ...]) -> None:
    """Bring the rows over from the table as it was, and drop that."""
    fat, slim = (sa.table(each, *map(sa.column, columns)) for each in ("fat", name))
    op.execute(slim.insert().from_select(list(columns), sa.select(*fat.c).order_by(fat.c.number)))
    op.drop_table("fat")


def _count() -> None:
    events = sa.table("events", *map(sa.column, _COLUMNS))
    parties = sa.table("parties", sa.column("entity"), sa.column("event"))
    tallies = sa.table("tallies", *map(sa.column, ("field", "type", "value", "count")))
    is_open = events.c.open == 1
    wanted = {"sure": events.c.sure == 1, "open": is_open, "differing": is_open & (events.c.differs == 1)}
    count = sa.func.count()
    for field, which in wanted.items():
        counted = sa.select(sa.literal(field), events.c.type, sa.literal(""), count).where(which)
        op.execute(tallies.insert().from_select(list(tallies.c), counted.group_by(events.c.type)))
    counted = sa.select(sa.literal("part"), events.c.type, parties.c.entity, count)
    counted = counted.join_from(parties, events, events.c.number == parties.c.event)
    op.execute(tallies.insert().from_select(list(tallies.c), counted.group_by(events.c.type, parties.c.entity)))
