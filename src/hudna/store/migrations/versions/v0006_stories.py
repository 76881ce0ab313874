"""The stories that articles tell, with what they are made of."""

import sqlalchemy as sa
from alembic import op

revision = "6"
down_revision = "5"


def upgrade() -> None:
    """Make the tables; whoever opens the store next fills them."""
    op.create_table(
        "profiles",
        sa.Column("article", sa.Integer, sa.ForeignKey("articles.number"), primary_key=True),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("day", sa.Text),
        sa.Column("leads", sa.Text),
        sa.Column("story", sa.Integer),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_index("profiles_by_day", "profiles", ["day", "digest"])
    op.create_index("profiles_by_digest", "profiles", ["digest"])
    op.create_index("profiles_of_a_story", "profiles", ["story"])
    op.create_table(
        "untold",
        sa.Column("article", sa.Integer, primary_key=True),
        sa.Column("day", sa.Text),
        sa.Column("leads", sa.Text),
    )
    op.create_table(
        "kin",
        sa.Column("left", sa.Integer, primary_key=True),
        sa.Column("right", sa.Integer, primary_key=True),
        sa.Column("score", sa.Float, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("kin_of_the_right", "kin", ["right"])
    op.create_table(
        "stories",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("first", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_index("stories_by_day", "stories", ["first", "digest", "label"])
    op.execute("CREATE INDEX stories_of_several ON stories (first, digest, label) WHERE size > 1")
    op.execute("DELETE FROM merged WHERE name = 'stamp'")
