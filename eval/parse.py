"""JSON, of a gold article or of a reading, to a sheet.

Gold writes spans as ``[start, end]`` (``[start, end, "title"]``, or ``"in"`` or ``"field"`` for a whole record), parties
as a label or ``{"label", "also", "speaker_is", "implied"}``, days as ``[earliest, latest]``; readings write the public
format. One set of functions takes both.
"""

from collections.abc import Mapping
from typing import Any, Final

from eval.facts import LAYERS, Act, Days, Mention, Position, Sheet, Statement, Toll, Who
from hudna.model import Field, Span

Values = Mapping[str, Any]
NO_AGREEMENT: Final = "no_agreement"


def parse_sheet(values: Values) -> Sheet:
    """Return what a gold article or a line of readings says."""
    return Sheet(
        layers=frozenset(layer for layer in LAYERS if layer in values),
        statements=tuple(_statement(each) for each in values.get("statements", ())),
        contacts=tuple(_contact(each) for each in values.get("contacts", ())),
        measures=tuple(_measure(each) for each in values.get("measures", ())),
        incidents=tuple(_incident(each) for each in values.get("incidents", ())),
        pledges=tuple(_pledge(each) for each in values.get("pledges", ())),
        dates=tuple(
            Mention(_own_span(each), each.get("type", ""), _days(each), _opened(each))
            for each in values.get("dates", ())
        ),
        names=tuple(Mention(_own_span(each), each["kind"]) for each in values.get("names", ())),
        litter=tuple(_span(each) for each in values.get("litter", ())),
    )


def _opened(value: Mapping[str, Any]) -> str | None:
    why = value.get("because") or {}
    code = why.get("args", {}).get("how", why.get("code"))
    return code if code in {"since", "until", "before", "after"} else None


def _span(value: Any, field: str = "text") -> Span:
    if isinstance(value, Mapping):
        return Span(value["start"], value["end"], Field(value.get("in", field)))
    return Span(value[0], value[1], Field(value[2] if len(value) > 2 else field))


def _field(values: Values) -> str:
    """Return where a record's offsets point; gold says it once for the whole record."""
    return str(values.get("in") or values.get("field") or "text")


def _own_span(values: Values) -> Span:
    return _span(values.get("span", values), _field(values))


def _spans(values: Values, key: str) -> tuple[Span, ...]:
    return tuple(_span(each, _field(values)) for each in values.get(key) or ())


def _days(value: Any) -> Days | None:
    """Return the days of a time, without the time of day; None for no time and for one open at both ends."""
    if value is None:
        return None
    if isinstance(value, Mapping):
        earliest, latest = value.get("earliest"), value.get("latest")
    else:
        earliest, latest = value[0], value[1]
    if earliest is None and latest is None:
        return None
    return Days(earliest and str(earliest)[:10], latest and str(latest)[:10])


def _who(value: Any) -> Who:
    if isinstance(value, str):
        return Who((value,))
    names = (value["label"], *value.get("also", ()))
    if value.get("speaker_is"):
        names += (value["speaker_is"],)
    return Who(
        names,
        words=value.get("text"),
        known=value.get("entity") is not None,
        implied=bool(value.get("implied")),
        parts=tuple(_who(each) for each in value.get("parts", ())),
    )


def _maybe(value: Any) -> Who | None:
    return None if value is None else _who(value)


def _all(value: Any) -> tuple[Who, ...]:
    return tuple(_who(each) for each in value or ())


def _statement(values: Values) -> Statement:
    cue = values.get("cue")
    return Statement(
        id=values["id"],
        speakers=_all(values["speakers"]),
        cue=None if cue is None else _span(cue, _field(values)),
        content=_spans(values, "content"),
        manner=values.get("manner"),
        mode=values.get("mode"),
        act=values.get("act"),
        polarity=values.get("polarity"),
        about=_all(values.get("about")),
        via=_all(values.get("via")),
        addressee=_maybe(values.get("addressee")),
        days=_days(values.get("when")),
        sure=values.get("sure", True),
    )


def _common(values: Values, when: str = "when") -> dict[str, Any]:
    return {
        "id": values["id"],
        "kinds": frozenset(values["kinds"] if "kinds" in values else [values["kind"]]),
        "evidence": _spans(values, "evidence"),
        "days": _days(values.get(when)),
        "place": _maybe(values.get("place")),
        "attributed_to": values.get("attributed_to"),
        "sure": values.get("sure", True),
    }


def _contact(values: Values) -> Act:
    statuses = set(values["statuses"] if "statuses" in values else [values["status"]])
    if values.get("outcome") == NO_AGREEMENT:
        statuses.add(NO_AGREEMENT)
    return Act(**_common(values), parties=_all(values["participants"]), statuses=frozenset(statuses))


def _measure(values: Values) -> Act:
    positions = tuple(
        Position(each["status"], _all(each.get("by")), _days(each.get("when")), each.get("attributed_to"))
        for each in values["statuses"]
    )
    return Act(**_common(values), parties=_all(values["parties"]), positions=positions)


def _incident(values: Values) -> Act:
    accused = [each["accused"] for each in values.get("accusations", ())]
    accusers = [each["accuser"] for each in values.get("accusations", ())]
    actor, target = _maybe(values.get("actor")), _maybe(values.get("target"))
    if actor is None and len(accused) == 1:
        actor = _who(accused[0])
    return Act(
        **_common(values),
        parties=tuple(each for each in (actor, target) if each is not None),
        actor=actor,
        target=target,
        sources=_all([*values.get("reported_by", ()), *accusers]),
        tolls=tuple(Toll(each["outcome"], each.get("min"), each.get("max")) for each in values.get("tolls", ())),
        aggregate=bool(values.get("aggregate")),
    )


def _pledge(values: Values) -> Act:
    found = _common(values, "due")
    found["evidence"] = (_span(values["what"], _field(values)),)
    return Act(**found, parties=_all(values["who"]))
