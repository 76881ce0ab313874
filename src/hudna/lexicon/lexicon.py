"""Entries found in running words: the longest match of each kind from every word."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from hudna.lexicon.entry import Entry
from hudna.model import Match, Span, Token
from hudna.text import fold, fold_word

MAX_REMEMBERED_WORDS: Final = 200_000


class Variant(NamedTuple):
    """A reading of a written word with some of its clitics cut off: ``cut`` folded characters at its front."""

    folded: str
    cut: int


class _Path(NamedTuple):
    rest: tuple[str, ...]
    entry: Entry


class Lexicon:
    """Forms of tables, indexed by their first folded word.

    ``variants`` lists the readings of a written word, the whole word first; a form matches the first reading that
    begins one. It must be a pure function: its answers are remembered.
    """

    def __init__(self, entries: Iterable[Entry], variants: Callable[[str], Sequence[Variant]]) -> None:
        self._paths: dict[str, list[_Path]] = {}
        self._variants = variants
        self._starts: dict[str, tuple[tuple[int, list[_Path]], ...]] = {}
        for entry in entries:
            first, *rest = fold_word(entry.form).split(" ")
            self._paths.setdefault(first, []).append(_Path(tuple(rest), entry))
        for paths in self._paths.values():
            paths.sort(key=lambda path: -len(path.rest))

    def __contains__(self, folded: str) -> bool:
        """Return whether some entry is this one folded word."""
        return any(not path.rest for path in self._paths.get(folded, ()))

    def find(self, tokens: Sequence[Token]) -> list[Match[Entry]]:
        """Return, from every token, the longest match of each kind; those of one kind and length together.

        A match's span leaves out the clitics before it.
        """
        found: list[Match[Entry]] = []
        remembered = self._starts
        for place, token in enumerate(tokens):
            starts = remembered.get(token.folded)
            if starts is None:
                starts = self._remember(token.folded)
            for cut, paths in starts:
                if self._walk(tokens, place, cut, paths, found):
                    break
        return found

    def entries(self, folded: str) -> list[Entry]:
        """Return the entries whose whole form is this one folded word."""
        return [path.entry for path in self._paths.get(folded, ()) if not path.rest]

    def _remember(self, folded: str) -> tuple[tuple[int, list[_Path]], ...]:
        starts = tuple(
            (variant.cut, self._paths[variant.folded])
            for variant in self._variants(folded)
            if variant.folded in self._paths
        )
        if len(self._starts) >= MAX_REMEMBERED_WORDS:
            self._starts.clear()
        self._starts[folded] = starts
        return starts

    def _walk(
        self, tokens: Sequence[Token], place: int, cut: int, paths: list[_Path], found: list[Match[Entry]]
    ) -> bool:
        longest: dict[str, int] = {}
        token = tokens[place]
        for rest, entry in paths:
            size = len(rest)
            if longest.get(entry.kind, size) != size:
                continue
            end = place + 1 + size
            if size and (
                end > len(tokens) or any(tokens[place + 1 + step].folded != word for step, word in enumerate(rest))
            ):
                continue
            if size and tokens[end - 1].field != token.field:
                continue
            longest[entry.kind] = size
            span = Span(token.start + raw_length(token, cut), tokens[end - 1].end, token.field)
            found.append(Match(entry.kind, token.i, token.i + 1 + size, span, entry, f"{entry.kind}:{entry.id}"))
        return bool(longest)


def raw_length(token: Token, folded_length: int) -> int:
    """Return how many raw characters the first ``folded_length`` folded characters of a token take."""
    if folded_length == 0 or len(token.surface) == len(token.folded):
        return folded_length
    return next(
        (size for size in range(len(token.surface)) if len(fold(token.surface[:size]).text) == folded_length),
        folded_length,
    )
