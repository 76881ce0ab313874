"""Where the record is kept: articles, what each reader made of them, and what was decided; nothing is overwritten."""

from hudna.store.called import Calling
from hudna.store.followed import Followed
from hudna.store.incoming import Added, Incoming, Ready, make_ready
from hudna.store.search import Found, Sought
from hudna.store.standing import Standing
from hudna.store.store import Store
from hudna.store.told import Told

__all__ = [
    "Added",
    "Calling",
    "Followed",
    "Found",
    "Incoming",
    "Ready",
    "Sought",
    "Standing",
    "Store",
    "Told",
    "make_ready",
]
