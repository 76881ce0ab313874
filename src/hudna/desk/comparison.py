"""What outlets tell of one thing, side by side."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from hudna.desk.record import AnyRecord, make_record, reading_of
from hudna.desk.stories import pick_story, stories_in
from hudna.model import InputError, Reading, Story
from hudna.record import Comparison, compare
from hudna.record.stories import PREFIX

if TYPE_CHECKING:
    from hudna.store import Store


def compare_articles(
    store: "Store",
    keys: Sequence[str],
    *,
    record: AnyRecord | None = None,
    story_of: Callable[[str], Story] | None = None,
) -> Comparison:
    """Return what articles tell and where they differ: those of the ids given, of a story, or that tell an event.

    ``record`` is the store's record where it has been made already, ``story_of`` gives a story by its id where they are at hand.

    Raises:
        InputError: nothing goes by a key, or only one article is left to compare.
        StoreError: several articles go by a key.
    """
    digests = articles_to_compare(store, keys, record=record, story_of=story_of)
    if len(digests) < 2:
        raise InputError(f"{store.path}: only one article tells {', '.join(keys)}")
    return compare_digests(store, digests, reading_of(store))


def compare_digests(store: "Store", digests: Iterable[str], found: Callable[[str], Reading]) -> Comparison:
    """Return what articles tell and where they differ, by their digests; ``found`` gives their readings."""
    return compare([found(digest) for digest in digests], store.decisions())


def articles_to_compare(
    store: "Store",
    keys: Sequence[str],
    *,
    record: AnyRecord | None = None,
    story_of: Callable[[str], Story] | None = None,
) -> list[str]:
    """Return the digests of the articles that keys mean, as ``compare_articles`` takes them, each once.

    Raises:
        InputError: nothing goes by a key.
        StoreError: several articles go by a key.
    """
    digests: dict[str, None] = {}
    for key in keys:
        reading = store.reading(key)
        if reading is not None:
            digests[reading.article.digest] = None
            continue
        if key.startswith(PREFIX):
            several = list((story_of(key) if story_of else pick_story(stories_in(store), key)).digests)
        else:
            record = record or make_record(store)
            event = record.event(key)
            several = sorted({member.article for member in event.members}) if event else []
        if not several:
            raise InputError(f"{store.path}: nothing goes by {key}")
        digests |= dict.fromkeys(several)
    return list(digests)


def export_comparison(
    store: "Store",
    keys: Sequence[str],
    form: str,
    *,
    language: str = "en",
    record: AnyRecord | None = None,
    story_of: Callable[[str], Story] | None = None,
) -> Iterator[str]:
    """Return the text lines of a comparison as ``json`` or ``html``, labels in a language.

    Raises:
        InputError: as ``compare_articles``, or there is no such format.
    """
    from hudna.export.comparison import describe_comparison, export_comparison_json, export_comparison_page
    from hudna.export.words import load_words

    comparison = compare_articles(store, keys, record=record, story_of=story_of)
    if form == "json":
        return export_comparison_json(comparison)
    if form == "html":
        words = load_words(language)
        return iter([export_comparison_page(describe_comparison(comparison, reading_of(store), words), words)])
    raise InputError(f"no format {form}; there are html, json")
