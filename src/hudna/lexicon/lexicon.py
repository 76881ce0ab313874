"""Entries found in running words: the longest match of each kind from every word."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from hudna.lexicon.entry import Entry
from hudna.model import Match, Span, Token
from hudna.text import Memo, fold, fold_word

_END: Final = ""  # after the last word; no form goes on with it
_GLUE: Final = frozenset("#-")
_new: Final = tuple.__new__  # makes a named tuple in half the time that its own way takes


class Variant(NamedTuple):
    """A reading of a written word with some of its clitics cut off: ``cut`` folded characters at its front."""

    folded: str
    cut: int


class _Node:
    """The entries that end at a word of a form, by kind and each with its rule, and the words that go on."""

    __slots__ = ("ending", "following")

    def __init__(self) -> None:
        self.ending: dict[str, list[tuple[Entry, str]]] = {}
        self.following: dict[str, _Node] = {}


class Lexicon:
    """Forms of tables as a tree of folded words.

    ``variants`` lists the readings of a written word, the whole word first; a form matches the first reading that
    begins one, or a later one from which a longer form goes on. It must be a pure function: its answers are
    remembered.
    """

    def __init__(self, entries: Iterable[Entry], variants: Callable[[str], Sequence[Variant]]) -> None:
        self._forms: dict[str, list[tuple[str, Entry]]] = {}
        self._roots: dict[str, _Node] = {}
        self._variants = variants
        self._starts = Memo(self._find_starts)
        for entry in entries:
            first, _, rest = fold_word(entry.form).partition(" ")
            self._forms.setdefault(first, []).append((rest, entry))

    def __contains__(self, folded: str) -> bool:
        """Return whether some entry is this one folded word."""
        return bool(self.entries(folded))

    def entries(self, folded: str) -> list[Entry]:
        """Return the entries whose whole form is this one folded word."""
        if folded not in self._forms:
            return []
        return [entry for rows in self._root(folded).ending.values() for entry, _ in rows]

    @property
    def first_words(self) -> Iterable[str]:
        """The folded words that the forms begin with."""
        return self._forms

    def find(self, tokens: Sequence[Token], places: Iterable[int] | None = None) -> list[Match[Entry]]:
        """Return, from every token, the longest match of each kind; those of one kind and length together.

        A match's span leaves out the clitics before it. ``places`` are those of the tokens that a form may begin with,
        where they are known.
        """
        found: list[Match[Entry]] = []
        starts, last = self._starts, len(tokens) - 1
        for place in range(len(tokens)) if places is None else places:
            after = tokens[place + 1].folded if place < last else _END
            best: list[Match[Entry]] = []
            for cut, node in starts[tokens[place].folded]:
                if after in node.following or (after in _GLUE and node.following):
                    matches = self._walk(tokens, place, cut, node)
                elif not node.ending:
                    continue
                else:
                    matches = _ending(tokens[place], cut, node)
                if not best or (matches and matches[0].end > best[0].end):
                    best = matches
            found += best
        return found

    def _find_starts(self, folded: str) -> tuple[tuple[int, _Node], ...]:
        forms = self._forms
        return tuple([(cut, self._root(word)) for word, cut in self._variants(folded) if word in forms])

    def _root(self, first: str) -> _Node:
        """Return the tree of the forms that begin with a word; it grows when the word is first met."""
        root = self._roots.get(first)
        if root is None:
            root = self._roots[first] = _Node()
            for rest, entry in self._forms[first]:
                node = root
                for word in rest.split(" ") if rest else ():
                    node = node.following.setdefault(word, _Node())
                node.ending.setdefault(entry.kind, []).append((entry, f"{entry.kind}:{entry.id}"))
        return root

    def _walk(self, tokens: Sequence[Token], place: int, cut: int, root: _Node) -> list[Match[Entry]]:
        """Return the longest matches of each kind, the longest of all first."""
        longest: dict[str, tuple[int, list[tuple[Entry, str]]]] = {}
        end = place + 1
        token = tokens[place]
        field = token.field
        node: _Node | None = root
        while node is not None:
            for kind, rows in node.ending.items():
                longest[kind] = (end, rows)
            if end == len(tokens):
                break
            if tokens[end].folded in _GLUE and node.following:
                end = _past_glue(tokens, end)
            node = node.following.get(tokens[end].folded)
            if node is not None and tokens[end].field is not field:
                break
            end += 1
        found: list[Match[Entry]] = []
        first, start = token.i, token.start + raw_length(token, cut)
        for kind, (stop, rows) in sorted(longest.items(), key=_longest_first) if len(longest) > 1 else longest.items():
            span = Span(start, tokens[stop - 1].end, field)
            last = first + stop - place
            found += [_new(Match, (kind, first, last, span, entry, rule, ())) for entry, rule in rows]
        return found


def _ending(token: Token, cut: int, node: _Node) -> list[Match[Entry]]:
    """Return the matches of the one word that no form goes on from."""
    first, start, end, field, _, _, _ = token
    span = Span(start + raw_length(token, cut) if cut else start, end, field)
    return [
        _new(Match, (kind, first, first + 1, span, entry, rule, ()))
        for kind, rows in node.ending.items()
        for entry, rule in rows
    ]


def _past_glue(tokens: Sequence[Token], place: int) -> int:
    """Return the token after a mark inside a name: a hash right before a word, a hyphen that touches both."""
    if place + 1 == len(tokens) or tokens[place + 1].start != tokens[place].end:
        return place
    return place + 1 if tokens[place].folded == "#" or tokens[place].start == tokens[place - 1].end else place


def _longest_first(item: tuple[str, tuple[int, list[tuple[Entry, str]]]]) -> int:
    return -item[1][0]


def raw_length(token: Token, folded_length: int) -> int:
    """Return how many raw characters the first ``folded_length`` folded characters of a token take.

    What folding drops (vowel signs, a tatweel) belongs to the character before it.
    """
    if folded_length == 0 or len(token.surface) == len(token.folded):
        return folded_length
    sizes = range(len(token.surface), 0, -1)
    return next((size for size in sizes if len(fold(token.surface[:size]).text) == folded_length), folded_length)
