"""A store of an earlier version brought to this one; imported only where there is one, for alembic takes its time."""

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from hudna.store.tables import SCHEMA_VERSION

_MIGRATIONS: Final = Path(__file__).with_name("migrations")


def upgrade(connection: Connection, version: int) -> None:
    """Bring a store from a version to ``SCHEMA_VERSION``, within the transaction of the connection."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    command.stamp(config, str(version))
    command.upgrade(config, str(SCHEMA_VERSION))
