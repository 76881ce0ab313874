"""Profiles of articles as rows: written, and read a few at a time."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Select, select

from hudna.record.profiles import KeptProfile, Profile, read_profile
from hudna.store.story_tables import profiles
from hudna.store.tables import articles

_REMEMBER: Final = (
    "INSERT INTO untold (article, day, leads) SELECT article, day, leads FROM profiles WHERE article = ? "
    "ON CONFLICT (article) DO NOTHING"
)
_NEW: Final = "INSERT INTO untold (article, day, leads) VALUES (?, NULL, NULL) ON CONFLICT (article) DO NOTHING"
_WRITE: Final = (
    "INSERT INTO profiles (article, digest, day, value) SELECT number, digest, ?, ? FROM articles WHERE number = ? "
    "ON CONFLICT (article) DO UPDATE SET day = excluded.day, leads = NULL, value = excluded.value"
)


def keep_profiles(connection: Connection, found: Sequence[tuple[int, KeptProfile]]) -> None:
    """Write the profiles of articles by their numbers, in place of those they had; they have yet to be compared."""
    if found:
        connection.exec_driver_sql(_REMEMBER, [(article,) for article, _ in found])
        connection.exec_driver_sql(_NEW, [(article,) for article, _ in found])
        connection.exec_driver_sql(_WRITE, [(each.day, each.line, article) for article, each in found])


def profiles_as_kept() -> Select[Any]:
    """Return the query for profiles, which ``profile_of_row`` reads."""
    columns = (profiles.c.article, profiles.c.digest, profiles.c.day, profiles.c.value)
    return select(*columns, articles.c.id).join(articles, articles.c.number == profiles.c.article)


def profile_of_row(row: Any) -> Profile:
    """Return a profile as it was kept."""
    return read_profile(KeptProfile(row.day, row.value), row.digest, row.id)
