"""The stages of a language pack, checked when they are put together and run over one article at a time."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from hudna.calendar.publication import UNCLEAR, infer_published
from hudna.lexicon import look_up
from hudna.model import (
    Article,
    Background,
    Document,
    HudnaError,
    LanguagePack,
    Match,
    Problem,
    PublishedBasis,
    Reader,
    Reading,
    Stage,
)
from hudna.model.frozen import replace
from hudna.reading.memory import use_large_pages
from hudna.text import segment as segment_text

LAID_OUT: Final = frozenset({"article", "folded", "tokens", "sentences", "quotations", "published", "problems"})
_MATCHED: Final = ("names", "dates", "statements", "contacts", "measures", "incidents", "conduct", "pledges")
_PLAIN: Final = ("credits", "litter", "problems")
MANY: Final = 256  # articles: large pages save more time by the next as many than it takes to make them

Segment = Callable[[Article], Document]
Watch = Callable[[str], None]


class PipelineError(HudnaError):
    """The stages of a pack can't be run in the order given."""


class Pipeline:
    """A reader: the stages of one language pack over articles laid out by ``segment``.

    With a ``background``, an article without a day is read for clues to it and then once more, with the days inferred.

    Raises:
        PipelineError: a stage needs what neither the layout nor a stage before it adds, or two have one name.
    """

    def __init__(
        self,
        pack: LanguagePack,
        segment: Segment = segment_text,
        *,
        version: str,
        background: Background | None = None,
    ) -> None:
        _check(pack.stages)
        self.pack = pack
        self.background = background
        self.reader = Reader(version, pack.digest)
        self._segment = segment
        self._articles = 0

    def read(self, article: Article, *, watch: Watch | None = None) -> Reading:
        """Return what the stages find; no text raises.

        A stage that fails leaves the problem ``stage_failed`` and adds nothing. ``watch`` is called with the name of
        each step when it is done, for those who measure.
        """
        document = self.document(article, watch=watch)
        reading = self._reading(document)
        document.shared.clear()  # it leads back to the document, which would wait for the garbage collector
        self._articles += 1
        if self._articles % MANY == 0:
            use_large_pages()
        return reading

    def document(self, article: Article, *, watch: Watch | None = None) -> Document:
        """Return the article with everything the stages add to it."""
        document = self._read(article, watch)
        if document.published.basis is not PublishedBasis.UNKNOWN:
            return document
        return _run(Stage("undated", frozenset(), frozenset(), self._date), document)

    def _read(self, article: Article, watch: Watch | None = None) -> Document:
        document = self._segment(article)
        if watch is not None:
            watch("segment")
        look_up(document)
        if watch is not None:
            watch("words")
        for stage in self.pack.stages:
            document = _run(stage, document)
            if watch is not None:
                watch(stage.name)
        return document

    def _date(self, document: Document) -> Document:
        """Return an article without a day read once more with the days inferred from its clues, if there are any."""
        if self.pack.find_clues is None or self.background is None:
            return document
        published, against = infer_published(self.pack.find_clues(document, self.background))
        if published is not None:
            document = self._read(replace(document.article, published=published))
        problems = tuple(Problem(UNCLEAR, clue.span, clue.because.code) for clue in against)
        return replace(document, problems=(*document.problems, *problems)) if problems else document

    def _reading(self, document: Document) -> Reading:
        found: dict[str, Any] = {name: getattr(document, name) for name in _PLAIN}
        derivations: list[Match[Any]] = []
        for name in _MATCHED:
            matches = getattr(document, name)
            found[name] = tuple([match.value for match in matches])
            derivations += matches
        article = document.article
        if document.published != article.published or document.author is not None:
            article = replace(article, published=document.published, author=document.author or article.author)
        return Reading(reader=self.reader, article=article, derivations=tuple(derivations), **found)


def _check(stages: Iterable[Stage]) -> None:
    there = set(LAID_OUT)
    names: set[str] = set()
    for stage in stages:
        missing = sorted(stage.needs - there)
        if missing:
            raise PipelineError(
                f"stage {stage.name} needs {', '.join(missing)}, which nothing before it adds; "
                f"there are {', '.join(sorted(there))}"
            )
        if stage.name in names:
            raise PipelineError(f"two stages are named {stage.name}")
        names.add(stage.name)
        there |= stage.adds


def _run(stage: Stage, document: Document) -> Document:
    try:
        return stage.run(document)
    except Exception as error:  # noqa: BLE001 (a fault in one stage must not lose the article, nor those after it)
        problem = Problem("stage_failed", None, f"{stage.name}: {type(error).__name__}")
        return replace(document, problems=(*document.problems, problem))
