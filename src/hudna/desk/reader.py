"""Reading articles: nothing is kept."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from os import PathLike
from pathlib import Path
from typing import Final

import hudna
from hudna.intake import Options, Refusal, find_articles
from hudna.model import Article, HudnaError, Reading, Search
from hudna.reading import Pipeline
from hudna.reading.memory import use_large_pages
from hudna.reading.parallel import read_in_order

NO_OPTIONS: Final = Options()
_COLLECT_SELDOM = (50_000, 20, 100)  # a reading is a tree of values without circles; measured a third faster
MUCH_BYTES: Final = 2_000_000  # some hundred articles, or some thousand packed ones: large pages pay from the first on
AnyPath = str | PathLike[str]


@cache
def pipeline() -> Pipeline:
    """Return the reader of this program.

    Raises:
        TableError: a table of a team's list is wrong.
    """
    with _kept():
        from hudna.arabic.lists import check_lists
        from hudna.arabic.pack import PACK
        from hudna.processes import BACKGROUND, STAGE

        check_lists()
        pack = replace(PACK, stages=(*PACK.stages, STAGE))
        return Pipeline(pack, version=hudna.__version__, background=BACKGROUND)


@cache
def _load_tables() -> None:
    """Load the tables of the reader, which whoever only searches does not need."""
    with _kept():
        pipeline().read(Article(id="", text="."))  # one mark: nearly all of them are loaded to look at it


@contextmanager
def _kept() -> Iterator[None]:
    """Look for no garbage meanwhile, nor later among what is loaded now: it lives as long as the program.

    To look through the tables again and again costs a quarter of the time.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
    gc.freeze()
    gc.set_threshold(*_COLLECT_SELDOM)


def make_ready() -> None:
    """Have the tables loaded by which texts are read and names looked up, in either script."""
    from hudna.arabic.names.lookup import look_up
    from hudna.arabic.names.tables import labels

    _load_tables()
    anybody = next(iter(labels().values()))
    for name in (anybody.form, anybody["latin"] or "a"):
        look_up(name)


def searching() -> Search:
    """Return how the language of the articles is searched."""
    found = pipeline().pack.search
    if found is None:
        raise HudnaError(f"texts in {pipeline().pack.language} can't be searched")
    return found


def find(paths: Iterable[AnyPath], options: Options) -> Iterator[Article | Refusal]:
    """Yield what is found under the paths, pages read with the pack's words for dates and agencies."""
    from hudna.arabic.press import agency_names, date_labels

    return find_articles(paths, replace(options, date_labels=date_labels(), agencies=agency_names()))


def read(paths: Iterable[AnyPath], options: Options = NO_OPTIONS, *, jobs: int = 1) -> Iterator[Reading | Refusal]:
    """Yield a reading for every article found under the paths and a refusal for what is none, in order of input.

    The same articles give the same readings, whatever the number of ``jobs`` (processes). Derivations are left out;
    ``explain`` has them. A refusal that is a warning (``is_warning``) concerns an article that was read all the same.

    Raises:
        HudnaError: a reading process died.
    """
    paths = list(paths)
    found = find(paths, options)
    if jobs > 1:
        return read_in_order(found, read_article, jobs)
    if sum(map(_size_of, paths)) >= MUCH_BYTES:
        _load_tables()
        use_large_pages()
    return (each if isinstance(each, Refusal) else read_article(each) for each in found)


def _size_of(path: AnyPath) -> int:
    """Return how many bytes a file has; what can't be opened is told when it is its turn to be read."""
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):
        return 0


def read_article(article: Article) -> Reading:
    """Return the reading of one article, without derivations."""
    _load_tables()
    return replace(pipeline().read(article), derivations=())
