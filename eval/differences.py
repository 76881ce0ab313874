"""Where outlets differ on one happening: what the program flags against what a reader would want flagged.

A flagged difference is right when the gold has one of a near field, and words of it in two of its values; of what is left
out, words of it in an article that tells it, and an article in common that does not. A gold difference is found when a
flagged one is right by it. Several of one may go with one of the other: how finely statements are counted is nobody's
merit.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, Final, NamedTuple

from eval.gold import GOLD, GoldError, digest_of_text, read_lines
from hudna import desk
from hudna.model import Difference, Event, Evidence, Field, Member, Reading, RecordType, Span
from hudna.record import find_events
from hudna.record.comparison import Comparison, compare
from hudna.record.origins import sources_of
from hudna.record.reprints import Reprints

GOLD_SETS: Final = ("differences", "differences_seeds")
OMISSION: Final = "omission"
NEAR_FIELDS: Final = (frozenset({"toll", "number"}),)
_CLASSES: Final = ("all", "told", OMISSION)


class Flag(NamedTuple):
    """A difference by its parts: field, type, the words of each value by article, the articles that leave it out."""

    field: str
    type: str
    values: tuple[tuple[tuple[str, Span], ...], ...]
    left_out_by: frozenset[str]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A happening with the readings of its articles, by digest, and the gold."""

    name: str
    part: str
    readings: tuple[Reading, ...]
    gold: tuple[Flag, ...]
    origins: tuple[Mapping[str, Any], ...]


@dataclass(slots=True)
class Tally:
    """Counts by field and class, and of types."""

    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    flagged: Counter[str] = field(default_factory=Counter)
    typed: int = 0
    told: int = 0


def load_stories(data: Path, part: str | None = None, sets: Sequence[str] = GOLD_SETS) -> list[Story]:
    """Return the stories of gold sets with their articles read now.

    Raises:
        GoldError: there is no such set, or the texts are missing or not those that were annotated.
    """
    found = []
    for name in sets:
        path = GOLD / f"{name}.json"
        if not path.exists():
            raise GoldError(f"no gold set {name}: {path} is not there")
        values = json.loads(path.read_text(encoding="utf-8"))
        chosen = {key: story for key, story in values["stories"].items() if part in {None, story["part"]}}
        lines = _lines(data / values["source"], {each for story in chosen.values() for each in story["articles"]})
        for key, story in chosen.items():
            found.append(_story(key, story, lines))
    return found


def _lines(source: Path, wanted: set[str]) -> dict[str, dict[str, Any]]:
    if not source.exists():
        raise GoldError(f"{source} is not there: set HUDNA_DATA or --data to the folder that holds the texts")
    if source.is_dir():
        return {key: {"id": key, "text": (source / f"{key}.txt").read_bytes().decode("utf-8")} for key in wanted}
    return {each["id"]: each for each in read_lines(source) if each["id"] in wanted}


def _story(name: str, story: Mapping[str, Any], lines: Mapping[str, dict[str, Any]]) -> Story:
    articles = []
    for key, digest in story["articles"].items():
        line = lines.get(key)
        if line is None or digest_of_text(line["text"]) != digest:
            raise GoldError(f"{name}: article {key} is missing or not the annotated text")
        more = {"published": story.get("published", {}).get(key), "source": story.get("outlets", {}).get(key)}
        articles.append(line | {name: value for name, value in more.items() if value})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.jsonl"
        path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in articles), encoding="utf-8")
        readings = tuple(each for each in desk.read([path]) if isinstance(each, Reading))
    digests = {reading.article.id: reading.article.digest for reading in readings}
    gold = tuple(_gold_flag(each, digests) for each in story["differences"])
    origins = tuple({**each, "said": _said(each["said"], digests)} for each in story["origins"])
    return Story(name, story["part"], readings, gold, origins)


def _gold_flag(value: Mapping[str, Any], digests: Mapping[str, str]) -> Flag:
    values = tuple(_said(each["said"], digests) for each in value["values"])
    left_out_by = frozenset(digests[key] for key in value.get("left_out_by", ()))
    return Flag(value["field"], value["type"], values, left_out_by)


def _said(said: Sequence[Mapping[str, Any]], digests: Mapping[str, str]) -> tuple[tuple[str, Span], ...]:
    return tuple(
        (digests[each["article"]], Span(span["start"], span["end"], Field(span.get("in", "text"))))
        for each in said
        for span in each["spans"]
    )


def flag_of(difference: Difference) -> Flag:
    """Return a difference of the program by its parts."""
    values = tuple(tuple(_place(each) for each in value.evidence) for value in difference.values)
    label = " | ".join(value.value for value in difference.values)
    name = difference.field.partition(":")[0]
    return Flag(name, difference.type.value, values, frozenset(difference.left_out_by), label)


def _place(evidence: Evidence) -> tuple[str, Span]:
    return evidence.article, evidence.span


def is_same(flag: Flag, gold: Flag) -> bool:
    """Return whether two differences are one."""
    if (flag.type == OMISSION) != (gold.type == OMISSION):
        return False
    if flag.type == OMISSION:
        return bool(flag.left_out_by & gold.left_out_by) and any(
            _touches(mine, theirs) for mine in flag.values for theirs in gold.values
        )
    near = flag.field == gold.field or any({flag.field, gold.field} <= fields for fields in NEAR_FIELDS)
    if not near:
        return False
    if len(gold.values) == 1:
        return any(_touches(mine, gold.values[0]) for mine in flag.values)
    pairs = [
        (a, b) for a, mine in enumerate(flag.values) for b, theirs in enumerate(gold.values) if _touches(mine, theirs)
    ]
    return any(a != c and b != d for a, b in pairs for c, d in pairs)


def _touches(ours: Sequence[tuple[str, Span]], theirs: Sequence[tuple[str, Span]]) -> bool:
    return any(article == other and span.overlaps(against) for article, span in ours for other, against in theirs)


def score(story: Story, comparison: Comparison, tally: Tally) -> Iterator[str]:
    """Count one story, and yield a line for all that was missed or flagged in vain."""
    flags = [flag_of(each) for each in comparison.differences]
    text = {reading.article.digest: reading.article for reading in story.readings}
    for gold in story.gold:
        partners = [flag for flag in flags if is_same(flag, gold)]
        for key in _keys(gold):
            tally.gold[key] += 1
            tally.found[key] += bool(partners)
        if partners:
            tally.told += 1
            tally.typed += any(flag.type == gold.type for flag in partners)
        else:
            words = " | ".join(text[digest].words(span) for value in gold.values for digest, span in value[:1])
            yield f"  missed   {gold.field} {gold.type}: {words}"
    for flag in flags:
        right = any(is_same(flag, gold) for gold in story.gold)
        for key in _keys(flag):
            tally.flagged[key] += 1
            tally.right[key] += right
        if not right:
            yield f"  spurious {flag.field} {flag.type}: {flag.label}"


def _keys(flag: Flag) -> tuple[str, str, str]:
    return (
        "all",
        OMISSION if flag.type == OMISSION else "told",
        f"{flag.field} {OMISSION}" if flag.type == OMISSION else flag.field,
    )


def figures_of(tally: Tally) -> dict[str, Any]:
    """Return recall, precision and their mean by class and field."""
    figures: dict[str, Any] = {}
    for key in (*_CLASSES, *sorted({*tally.gold, *tally.flagged} - set(_CLASSES))):
        recall = tally.found[key] / tally.gold[key] if tally.gold[key] else None
        precision = tally.right[key] / tally.flagged[key] if tally.flagged[key] else None
        both = recall is not None and precision is not None and recall + precision > 0
        figures[key] = {
            "r": None if recall is None else round(recall, 3),
            "p": None if precision is None else round(precision, 3),
            "f1": round(2 * recall * precision / (recall + precision), 3) if both else None,
            "gold": tally.gold[key],
            "flagged": tally.flagged[key],
        }
    figures["type"] = {"share": round(tally.typed / tally.told, 3) if tally.told else None, "of": tally.told}
    return figures


def evaluate(data: Path, part: str | None = None, sets: Sequence[str] = GOLD_SETS) -> tuple[dict[str, Any], list[str]]:
    """Return the figures of all stories of the sets (of a part), and lines on what was missed or flagged in vain.

    Stories of part ``scored`` have no lines.

    Raises:
        GoldError: there is no such set, or the texts are missing.
    """
    tally = Tally()
    lines: list[str] = []
    origins = Origins()
    stories = load_stories(data, part, sets)
    for story in stories:
        comparison = compare(story.readings)
        faults = [*score(story, comparison, tally), *score_origins(story, find_events(story.readings), origins)]
        if story.part != "scored":
            lines += [story.name, *faults]
    return {**figures_of(tally), "origins": asdict(origins), "stories": len(stories)}, lines


@dataclass(slots=True)
class Origins:
    """How often what goes back to one source was taken for one, and what does not for several."""

    one: int = 0
    one_right: int = 0
    apart: int = 0
    apart_right: int = 0
    events: int = 0
    twice: int = 0


def score_origins(story: Story, events: Sequence[Event], tally: Origins) -> Iterator[str]:
    """Count the origins of one story, and yield a line for each that was taken wrongly.

    ``twice`` are events that count a common source twice: tellings of the gold's words with several origins.
    """
    members = [member for event in events for member in event.members]
    reprints = Reprints({reading.article.digest: reading.article.text for reading in story.readings}.get)
    for gold in story.origins:
        told = [[each for each in members if _tells(each, place)] for place in _by_article(gold["said"])]
        common = [_have_one(some, more, reprints) for some, more in combinations(told, 2)]
        if gold["count"] == "one":
            tally.one += 1
            tally.one_right += all(common)
            if not all(common):
                yield f"  origins  {gold['reason']}: {[sorted({each.origin for each in some}) for some in told]}"
            for event in events:
                inside = [[each for each in event.members if each in some] for some in told]
                if event.type is not RecordType.STATEMENT and sum(bool(some) for some in inside) > 1:
                    tally.events += 1
                    tally.twice += len({_source(event, each.key) for some in inside for each in some}) > 1
        else:
            tally.apart += 1
            tally.apart_right += not any(common)


def _have_one(ours: Sequence[Member], theirs: Sequence[Member], reprints: Reprints) -> bool:
    return any(len(sources_of([one, other], reprints)) == 1 for one in ours for other in theirs)


def _source(event: Event, key: str) -> str:
    return next((source.id for source in event.sources if key in source.members), "")


def _by_article(said: Sequence[tuple[str, Span]]) -> list[list[tuple[str, Span]]]:
    return [[each for each in said if each[0] == digest] for digest in dict.fromkeys(digest for digest, _ in said)]


def _tells(member: Member, places: Sequence[tuple[str, Span]]) -> bool:
    ours = [_place(each) for each in member.evidence] + [_place(each.evidence) for each in member.said]
    return _touches(ours, places)
