"""Groups that an adjective names: a Houthi attack, the government's shelling."""

from functools import cache
from importlib.resources import files

from hudna.arabic.scene import Scene
from hudna.lexicon import load_entries
from hudna.model import Party
from hudna.text import fold_word


@cache
def _groups() -> dict[str, tuple[str, str | None]]:
    """Return the folded adjectives in all their forms with the label and the entity of the group."""
    found = {}
    for entry in load_entries(files(__package__) / "adjectives.tsv", "adjective"):
        stem = fold_word(entry.form)
        for front in ("", "ال"):
            for ending in ("", "ه", "ا"):
                found[front + stem + ending] = entry["label"], entry["entity"] or None
    return found


def group_at(scene: Scene, place: int) -> Party | None:
    """Return the group that an adjective at a token names, None where it names none."""
    group = _groups().get(scene.words[place])
    if group is None:
        return None
    return Party(scene.document.span(place, place + 1), *group)
