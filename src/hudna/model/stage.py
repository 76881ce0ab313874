"""A step of reading, and the steps that know one language."""

from collections.abc import Callable
from dataclasses import dataclass

from hudna.model.document import Document


@dataclass(frozen=True, slots=True)
class Stage:
    """A step ``run`` from document to document; ``needs`` and ``adds`` name what must be there and what it fills in."""

    name: str
    needs: frozenset[str]
    adds: frozenset[str]
    run: Callable[[Document], Document]


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """All knowledge of one language: its stages in order and the digest of its tables, rules and models."""

    language: str
    stages: tuple[Stage, ...]
    digest: str
