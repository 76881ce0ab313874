"""The JSON API asked whatever its own description allows, and more: it never fails, and says no in one shape."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable

from factories import Writer, call_in_two_outlets
from hudna.model import IncidentKind, MeasureStatus

pytestmark = pytest.mark.slow
EXAMPLES = 20


def _record():
    """Return readings with a record of every type."""
    write = Writer("قال لافروف في حلب إن الهدنة خُرقت غدا وإن القصف عاد.", source="ج", day="2017-07-05", title="ع")
    return (
        *call_in_two_outlets(),
        write.reading(
            statements=(write.statement("قال", "لافروف", "الهدنة خُرقت"),),
            measures=(write.measure("الهدنة", write.position("خُرقت", MeasureStatus.BROKEN, "لافروف")),),
            incidents=(write.incident("القصف", None, None, None, kind=IncidentKind.SHELLING),),
            pledges=(write.pledge("عاد", "لافروف", write.when("غدا", "2017-07-06")),),
        ),
    )


def _asked(client, case, headers):
    """Return the answer to a case as any program would ask it."""
    asked = case.as_transport_kwargs(base_url="http://localhost")
    asked["headers"] = {key: value for key, value in {**asked["headers"], **headers}.items() if value is not None}
    keep = ("method", "url", "params", "json", "data", "headers", "cookies")
    return client.request(**{key: asked[key] for key in keep if asked.get(key) is not None})


def _check(answer, known):
    """Hold an answer to what the description promises."""
    told = (answer.request.method, answer.request.url, answer.text[:200])
    assert answer.status_code < 500, told
    assert answer.headers["content-type"].startswith("application/json"), told
    if answer.status_code >= 400:
        assert {"error"} == answer.json().keys(), told
        assert {"code", "message"} == answer.json()["error"].keys(), told
    assert str(answer.status_code) in known, told


@pytest.mark.parametrize("mode", ["positive", "negative"])
def test_no_question_brings_the_program_down(open_desk, subtests, mode):
    """Every operation, by its description and against it: known statuses, JSON, errors with a code and a line."""
    import schemathesis  # here, for it costs every run of the quick tests a second

    client = open_desk(_record())
    token = {"X-Hudna-Token": client.get("/api/session").json()["token"]}
    schema = schemathesis.openapi.from_dict(client.get("/api/openapi.json").json())
    operations = [each.ok() for each in schema.get_all_operations()]
    assert 18 <= len(operations)

    for operation in operations:
        known = set(operation.definition.raw["responses"])

        @given(case=operation.as_strategy(generation_mode=schemathesis.GenerationMode(mode)))
        @settings(max_examples=EXAMPLES, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
        def ask(case):
            _check(_asked(client, case, token), known)  # noqa: B023 - asked before the loop goes on

        with subtests.test(operation.label):
            try:
                ask()
            except Unsatisfiable:  # nothing that is asked of it can be wrong
                assert "negative" == mode
