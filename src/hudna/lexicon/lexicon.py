"""Entries found in running words: the longest match of each kind from every word."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Generic, NamedTuple, TypeVar

from hudna.lexicon.entry import Entry
from hudna.model import Match, Span, Token
from hudna.text import Memo, fold, fold_word

Value = TypeVar("Value")
_GLUE: Final = frozenset("#-")
_new: Final = tuple.__new__  # makes a named tuple in half the time that its own way takes


class Variant(NamedTuple):
    """A reading of a written word with some of its clitics cut off: ``cut`` folded characters at its front."""

    folded: str
    cut: int


_Row = tuple[str, Any, str]  # the kind, value and rule of a match


class _Node:
    """What the forms that end at a word make of it, by the kind of their entries, and the words that go on.

    ``rows`` are all of those that end here, of a word that a form begins with.
    """

    __slots__ = ("ending", "following", "rows")

    def __init__(self) -> None:
        self.ending: dict[str, list[_Row]] = {}
        self.following: dict[str, _Node] = {}
        self.rows: list[_Row] = []


_Readings = tuple[tuple[int, _Node], ...]  # what a reading of a word begins, and how many characters it cuts off
# Of a word: its readings, the words after which a longer form may go on, what is cut off for the rows that end with it.
_Starts = tuple[_Readings, frozenset[str], int, list[_Row]]


class Lexicon(Generic[Value]):
    """Forms of tables as a tree of folded words.

    ``variants`` lists the readings of a written word, the whole word first; a form matches the first reading that
    begins one, or a later one from which a longer form goes on. It must be a pure function: its answers are
    remembered. ``read`` returns the kind and the value that matches of an entry have (`whole_entry`: its own).
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        variants: Callable[[str], Sequence[Variant]],
        read: Callable[[Entry], tuple[str, Value]],
    ) -> None:
        self._forms: dict[str, list[tuple[str, Entry]]] = {}
        self._roots: dict[str, _Node] = {}
        self._variants = variants
        self._read = read
        self._starts = Memo(self._find_starts)
        for entry in entries:
            first, _, rest = fold_word(entry.form).partition(" ")
            self._forms.setdefault(first, []).append((rest, entry))

    def __contains__(self, folded: str) -> bool:
        """Return whether some entry is this one folded word."""
        return bool(self.entries(folded))

    def entries(self, folded: str) -> list[Entry]:
        """Return the entries whose whole form is this one folded word."""
        return [entry for rest, entry in self._forms.get(folded, ()) if not rest]

    @property
    def first_words(self) -> Iterable[str]:
        """The folded words that the forms begin with."""
        return self._forms

    def find(self, tokens: Sequence[Token], places: Iterable[int] | None = None) -> list[Match[Value]]:
        """Return, from every token, the longest match of each kind; those of one kind and length together.

        A match's span leaves out the clitics before it. ``places`` are those of the tokens that a form may begin with,
        where they are known.
        """
        found: list[Match[Value]] = []
        starts, last = self._starts, len(tokens) - 1
        for place in range(len(tokens)) if places is None else places:
            token = tokens[place]
            readings, following, cut, rows = starts[token.folded]
            if following and place < last and tokens[place + 1].folded in following:
                found += self._longest(tokens, place, readings)
            elif rows:
                span = _new(
                    Span, (token.start + raw_length(token, cut) if cut else token.start, token.end, token.field)
                )
                first = token.i
                for kind, value, rule in rows:  # mostly one
                    found.append(_new(Match, (kind, first, first + 1, span, value, rule, ())))
        return found

    def _find_starts(self, folded: str) -> _Starts:
        """Return what begins with a word: what is asked of every word stands beside its readings."""
        forms = self._forms
        readings = tuple([(cut, self._root(word)) for word, cut in self._variants(folded) if word in forms])
        following = frozenset[str]().union(*(node.following for _, node in readings))
        cut, rows = next(((cut, node.rows) for cut, node in readings if node.rows), (0, []))
        return readings, following | _GLUE if following else following, cut, rows

    def _longest(self, tokens: Sequence[Token], place: int, readings: _Readings) -> list[Match[Any]]:
        """Return the longest matches from a word after which some form may go on."""
        best: list[Match[Any]] = []
        after = tokens[place + 1].folded
        for cut, node in readings:
            if after in node.following or (after in _GLUE and node.following):
                matches = self._walk(tokens, place, cut, node)
            else:
                matches = _ending(tokens[place], cut, node)
            if not best or (matches and matches[0].end > best[0].end):
                best = matches
        return best

    def _root(self, first: str) -> _Node:
        """Return the tree of the forms that begin with a word; it grows when the word is first met."""
        root = self._roots.get(first)
        if root is None:
            root = self._roots[first] = _Node()
            for rest, entry in self._forms[first]:
                node = root
                for word in rest.split(" ") if rest else ():
                    node = node.following.setdefault(word, _Node())
                node.ending.setdefault(entry.kind, []).append((*self._read(entry), f"{entry.kind}:{entry.id}"))
            root.rows = [row for rows in root.ending.values() for row in rows]
        return root

    def _walk(self, tokens: Sequence[Token], place: int, cut: int, root: _Node) -> list[Match[Any]]:
        """Return the longest matches of each kind, the longest of all first."""
        longest: dict[str, tuple[int, list[_Row]]] = {}
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
        found: list[Match[Any]] = []
        first, start = token.i, token.start + raw_length(token, cut)
        for stop, rows in sorted(longest.values(), key=_longest_first) if len(longest) > 1 else longest.values():
            span = _new(Span, (start, tokens[stop - 1].end, field))
            last = first + stop - place
            found += [_new(Match, (kind, first, last, span, value, rule, ())) for kind, value, rule in rows]
        return found


def _ending(token: Token, cut: int, node: _Node) -> list[Match[Any]]:
    """Return the matches of the one word that no form goes on from."""
    first, start = token.i, token.start + raw_length(token, cut) if cut else token.start
    span = _new(Span, (start, token.end, token.field))
    return [_new(Match, (kind, first, first + 1, span, value, rule, ())) for kind, value, rule in node.rows]


def _past_glue(tokens: Sequence[Token], place: int) -> int:
    """Return the token after a mark inside a name: a hash right before a word, a hyphen that touches both."""
    if place + 1 == len(tokens) or tokens[place + 1].start != tokens[place].end:
        return place
    return place + 1 if tokens[place].folded == "#" or tokens[place].start == tokens[place - 1].end else place


def _longest_first(item: tuple[int, list[_Row]]) -> int:
    return -item[0]


def whole_entry(entry: Entry) -> tuple[str, Entry]:
    """Return the kind of an entry, and the entry for a value."""
    return entry.kind, entry


def raw_length(token: Token, folded_length: int) -> int:
    """Return how many raw characters the first ``folded_length`` folded characters of a token take.

    What folding drops (vowel signs, a tatweel) belongs to the character before it.
    """
    if folded_length == 0 or len(token.surface) == len(token.folded):
        return folded_length
    sizes = range(len(token.surface), 0, -1)
    return next((size for size in sizes if len(fold(token.surface[:size]).text) == folded_length), folded_length)
