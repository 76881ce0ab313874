"""The older gold of 2018, which uses a smaller set of words, in the words of today.

What it does not tell is in ``LACKS``: those figures are not given for it.
"""

from collections.abc import Mapping
from typing import Any, Final

from hudna.model import PledgeKind

KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "other_breach": (
        "killing_unspecified",
        "violence_against_civilians",
        "obstruction",
        "looting_or_destruction",
        "mine",
        "movement",
        "fortification",
        "overflight",
        "other",
    ),
    "ground_attack": ("ground_attack", "small_arms", "territory_taken"),
}
"""An incident's kind then -> the kinds that it may be now; all others are as they were."""

STATUSES: Final[Mapping[str, tuple[str, ...]]] = {"failed": ("not_held", "no_agreement")}
"""A contact's status then -> what may stand for it now (``no_agreement`` is an outcome)."""

FIELDS: Final[Mapping[str, str]] = {
    "speaker": "speakers",  # one label, also where several speak: then either the whole or its parts are right
    "speaker_is": "also",  # the person an office stands for
    "time": "when",
    "name": "label",
    "as": "role",
    "accuser": "reported_by",  # whoever gives the account; readings count reporters and accusers together
    "killed, wounded": "tolls",  # [n, null] is at least n; the same numbers in both are killed_or_wounded
}
"""A field then -> where it is read now."""

LACKS: Final = frozenset(
    {
        "statements.speakers_implied", "statements.mode", "statements.act", "statements.polarity", "statements.about",
        "statements.days",
        "contacts.attribution",
        "measures.status_by", "measures.attribution",
        "incidents.attribution", "incidents.aggregate",  # totals stand among single incidents
        "pledges.exact_kind", "pledges.attribution",  # every scheduled event is a pledge, none has a kind
    }
)  # fmt: skip
"""Figures for which the older gold holds no answer."""

_AND: Final = " \u0648"


def modernise(article: Mapping[str, Any]) -> dict[str, Any]:
    """Return an article of the older gold in the form of today's."""
    return {
        "statements": [_statement(each, number) for number, each in enumerate(article["statements"], 1)],
        "contacts": [_contact(each, number) for number, each in enumerate(article["contacts"], 1)],
        "measures": [_measure(each, number) for number, each in enumerate(article["measures"], 1)],
        "incidents": [_incident(each, number) for number, each in enumerate(article["incidents"], 1)],
        "pledges": [_pledge(each, number) for number, each in enumerate(article["pledges"], 1)],
    }


def _party(label: str, **more: Any) -> dict[str, Any]:
    parts = label.split(_AND)
    return {"label": label, "parts": parts if len(parts) > 1 else []} | more


def _statement(values: Mapping[str, Any], number: int) -> dict[str, Any]:
    speaker = _party(values["speaker"], speaker_is=values.get("speaker_is"))
    return {**values, "id": f"s{number}", "speakers": [speaker]}


def _contact(values: Mapping[str, Any], number: int) -> dict[str, Any]:
    participants = [_party(each["name"]) for each in values["participants"]]
    statuses = STATUSES.get(values["status"], (values["status"],))
    found = {**values, "id": f"c{number}", "participants": participants, "when": values.get("time")}
    return found | {"statuses": statuses}


def _measure(values: Mapping[str, Any], number: int) -> dict[str, Any]:
    statuses = [
        {"status": name, "when": days or None, "evidence": values["evidence"]} for name, *days in values["statuses"]
    ]
    parties = [_party(each) for each in values["parties"]]
    return {**values, "id": f"m{number}", "parties": parties, "statuses": statuses}


def _incident(values: Mapping[str, Any], number: int) -> dict[str, Any]:
    found = {**values, "id": f"i{number}", "when": values.get("time"), "tolls": _tolls(values)}
    found["kinds"] = KINDS.get(values["kind"], (values["kind"],))
    found["reported_by"] = [values["accuser"]] if values.get("accuser") else []
    if values.get("actor"):
        found["actor"] = _party(values["actor"])
    return found


def _tolls(values: Mapping[str, Any]) -> list[dict[str, Any]]:
    killed, wounded = values.get("killed"), values.get("wounded")
    if killed and killed == wounded:
        return [{"outcome": "killed_or_wounded", "min": killed[1], "max": killed[1]}]
    pairs = (("killed", killed), ("wounded", wounded))
    return [{"outcome": outcome, "min": bounds[0], "max": bounds[1]} for outcome, bounds in pairs if bounds]


def _pledge(values: Mapping[str, Any], number: int) -> dict[str, Any]:
    return {**values, "id": f"p{number}", "who": [_party(values["who"])], "kinds": [kind.value for kind in PledgeKind]}
