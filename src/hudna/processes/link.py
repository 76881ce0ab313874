"""Measures set beside the agreements and resolutions that are known, by the words that carry them."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from hudna.arabic.clitics import name_variants
from hudna.model import Document, Match, Measure, MeasureKind, Span, TokenKind
from hudna.model.frozen import replace
from hudna.processes.lookup import agreement_names, find_agreements, find_resolution
from hudna.processes.process import Agreement, Process, Role
from hudna.text import fold_word

MAX_NAME_TOKENS: Final = 8
MAX_NUMBER_TOKENS: Final = 4  # from the word for a resolution to its number
_ACCORDS: Final = frozenset({MeasureKind.AGREEMENT, MeasureKind.CEASEFIRE, MeasureKind.ZONE, MeasureKind.DOCUMENT})
_ACTING: Final = frozenset({Role.PARTY, Role.GUARANTOR, Role.MONITOR})
_RESOLUTION: Final = fold_word("قرار")


class Link(NamedTuple):
    """A process and its agreement by their ids, with the words that name it."""

    process: str
    agreement: str
    name: str


def link_measures(document: Document) -> Iterator[Match[Measure]]:
    """Yield the measures with the ids of process and agreement, where their words name one that is known."""
    named = {bare(match.value.entity) for match in document.names} if document.measures else set()
    for match in document.measures:
        measure = match.value
        if measure.kind is MeasureKind.RESOLUTION:
            link = _resolution(document, measure)
        else:
            link = _agreement(document, measure, named)
        if link is None:
            yield match
        else:
            linked = replace(measure, process=link.process, agreement=link.agreement, name=measure.name or link.name)
            yield match.with_value(linked)


def acting(process: Process) -> frozenset[str]:
    """Return the ids of those who act in a process, mediators, hosts and observers left out."""
    return frozenset(member.entity for member in process.members if member.role in _ACTING)


def bare(entity: str | None) -> str | None:
    """Return an entity's id as the process files write it: without its kind, an adjective as its state."""
    return entity.rpartition(":")[2].removesuffix("-adj") if entity else None


def _resolution(document: Document, measure: Measure) -> Link | None:
    """Return the resolution whose number stands behind the word for one; None where it is none, or there are two."""
    found = set()
    for token in (token for span in measure.evidence for token in document.tokens_in(span)):
        if token.kind is not TokenKind.NUMBER or not token.folded.isdecimal() or len(token.folded) > MAX_NUMBER_TOKENS:
            continue
        before = document.tokens[max(0, token.i - MAX_NUMBER_TOKENS) : token.i]
        words = [each.i for each in before if each.folded.endswith(_RESOLUTION)]
        known = find_resolution(int(token.folded)) if words else None
        if known:
            name = document.article.words(document.span(words[-1], token.i + 1))
            found.add(Link(known.process.id, f"{known.what.body}-{known.what.number}", name))
    return found.pop() if len({link.agreement for link in found}) == 1 else None


def _agreement(document: Document, measure: Measure, named: set[str | None]) -> Link | None:
    """Return the latest agreement that a measure's words name and the article can speak of.

    Names are shared (an accord of Paris on the climate): the article has to name the state that a process is about or
    those who act in it, and of one process alone.
    """
    published = document.published.latest
    if published is None or measure.kind not in _ACCORDS:
        return None
    called = fold_word(measure.name) if measure.name is not None else ""
    for name, words in _names(document, measure.evidence):
        if name not in called and called not in name:  # it goes by another name
            continue
        known = [
            each
            for each in find_agreements(name, on=published)
            if not named.isdisjoint({*each.process.states, *acting(each.process), *each.what.parties})
        ]
        if len({each.process.id for each in known}) == 1:
            return Link(
                known[0].process.id,
                known[0].what.id,
                words if fold_word(words) == name else _written(known[0].what, name),
            )
    return None


def _written(agreement: Agreement, name: str) -> str:
    """Return a folded name of an agreement as its file writes it: behind some prepositions the text writes it without its alef."""
    return next(each for each in agreement.names if fold_word(each) == name)


def _names(document: Document, evidence: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """Yield the names of agreements that begin in some evidence, folded and as written; the longest at each word."""
    tokens = document.tokens
    for token in (token for span in evidence for token in document.tokens_in(span)):
        for first, cut in name_variants(token.folded):
            if first not in _first_words():
                continue
            for end in range(min(len(tokens), token.i + MAX_NAME_TOKENS), token.i + 1, -1):
                name = " ".join([first, *(each.folded for each in tokens[token.i + 1 : end])])
                if name in agreement_names():
                    yield name, document.article.words(document.span(token.i, end))[cut:]
                    break


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in agreement_names())
