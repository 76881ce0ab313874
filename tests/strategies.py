"""Hypothesis strategies: readings of any shape over any text."""

import dataclasses
import datetime as dt
import typing
from enum import Enum
from functools import cache
from typing import Any

from hypothesis import strategies as st

from hudna.model import Article, Because, Reading, Span
from hudna.model.shape import alternatives_of, item_of
from hudna.model.span import Field

TEXTS = st.text(max_size=30)
OFFSETS = st.integers(0, 30)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(),
    bool: st.booleans(),
    float: st.floats(-180, 180),
    type(None): st.none(),
    dt.date: st.dates() | st.datetimes(),
    Span: st.builds(
        lambda start, size, field: Span(start, start + size, field), OFFSETS, OFFSETS, st.sampled_from(Field)
    ),
    Because: st.builds(
        Because, TEXTS, st.dictionaries(TEXTS, TEXTS, max_size=2).map(lambda found: tuple(found.items()))
    ),
}


@cache
def values(hint: Any) -> st.SearchStrategy[Any]:
    """Return a strategy of values of a model type; spans may reach past the text, which cuts them short."""
    item = item_of(hint)
    if item is not None:
        return st.lists(values(item), max_size=1).map(tuple)
    alternatives = alternatives_of(hint)
    if len(alternatives) > 1:
        return st.one_of([values(each) for each in alternatives])
    if hint in PLAIN:
        return PLAIN[hint]
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    hints = typing.get_type_hints(hint)
    return st.builds(hint, **{field.name: values(hints[field.name]) for field in dataclasses.fields(hint)})


def readings() -> st.SearchStrategy[Reading]:
    """Return a strategy of readings with every kind of record and no derivations."""
    hints = typing.get_type_hints(Reading)
    return st.builds(Reading, **{key: values(hint) for key, hint in hints.items() if key != "derivations"})


def articles() -> st.SearchStrategy[Article]:
    """Return a strategy of articles of any text."""
    return values(Article)
