"""What one reader made of one article."""

from typing import Any

from hudna.model.article import Article
from hudna.model.frozen import dataclass
from hudna.model.match import Match
from hudna.model.records import Conduct, Contact, Incident, Measure, Name, Party, Pledge, Problem, Statement
from hudna.model.span import Span
from hudna.model.time import TimeMention

FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class Reader:
    """Which program read: its version and the digest of its rules, tables and models."""

    version: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything one reader found in one article, in the order of the text."""

    reader: Reader
    article: Article
    credits: tuple[Party, ...] = ()
    litter: tuple[Span, ...] = ()
    names: tuple[Name, ...] = ()
    dates: tuple[TimeMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    contacts: tuple[Contact, ...] = ()
    measures: tuple[Measure, ...] = ()
    incidents: tuple[Incident, ...] = ()
    conduct: tuple[Conduct, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    problems: tuple[Problem, ...] = ()
    derivations: tuple[Match[Any], ...] = ()
