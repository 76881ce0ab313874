"""The public form of a reading: what is printed comes back, and every span is its words."""

import dataclasses
import json
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from factories import Writer, call_in_two_outlets
from hudna.model import InputError, Match, Reading, Span
from hudna.model.records import Problem
from hudna.model.schema import schema
from hudna.model.span import Field
from hudna.model.wire import encode, from_line, to_line
from strategies import readings

# Readings are too large to shrink in reasonable time.
ANY_READING = settings(
    max_examples=50,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
VALIDATOR = jsonschema.Draft202012Validator(schema())


def _spans(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [span for each in value for span in _spans(each)]
    if isinstance(value, dict):
        own = [value] if value.get("start") is not None and "text" in value else []
        return own + [span for each in value.values() for span in _spans(each)]
    return []


@ANY_READING
@given(readings())
def test_line_comes_back(reading: Reading) -> None:
    """Any reading survives the way out and in, is one line, and keeps the schema."""
    line = to_line(reading)

    assert "\n" not in line
    line.encode()
    assert reading == from_line(line)
    assert line == to_line(from_line(line))
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(line))] == []


@ANY_READING
@given(readings())
def test_every_span_is_its_words(reading: Reading) -> None:
    """Start and end cut the printed words out of the field they name."""
    value = json.loads(to_line(reading))
    fields = {"text": value["text"], "title": value["article"]["title"] or ""}

    for span in _spans({key: each for key, each in value.items() if key not in {"text", "problems"}}):
        assert fields[span.get("in", "text")][span["start"] : span["end"]] == span["text"]


def test_derivations_are_left_out() -> None:
    """What a reader worked out on the way is not printed."""
    reading = call_in_two_outlets()[0]
    derived = dataclasses.replace(reading, derivations=(Match("x", 0, 1, Span(0, 1), None, "rule"),))

    assert to_line(reading) == to_line(derived)


def test_shapes_of_the_format_page() -> None:
    """Spans are inlined, optional keys are left out, participants always tell role, attendance and count."""
    write = Writer("التقى ظريف لافروف أمس", title="لقاء")
    contact = write.contact("التقى", ("ظريف",), write.when("أمس", "2020-01-02", "2020-01-03"))
    problems = (Problem("odd"), Problem("odd", Span(0, 2, Field.TITLE), "why"))

    value = encode(write.reading(contacts=(contact,), problems=problems))
    printed = value["contacts"][0]

    assert printed["participants"] == [
        {"start": 6, "end": 10, "text": "ظريف", "label": "ظريف", "entity": None}
        | {"role": None, "attendance": None, "count": None}
    ]
    assert printed["when"] == {
        "earliest": "2020-01-02",
        "latest": "2020-01-03",
        "text": "أمس",
        "because": {"code": "written", "args": {}},
        "start": 18,
        "end": 21,
    }
    assert value["problems"] == [
        {"code": "odd", "detail": "", "start": None, "end": None},
        {"code": "odd", "detail": "why", "start": 0, "end": 2, "in": "title"},
    ]


@pytest.mark.parametrize("line", ["", "[]", "null", "{}", '{"format_version": 1}', '{"format_version": 99}', "\x00"])
def test_what_is_no_reading_is_refused(line: str) -> None:
    """Anything else than a reading is an input error of one line."""
    with pytest.raises(InputError) as caught:
        from_line(line)
    assert "\n" not in str(caught.value)


def test_half_surrogate_pair_can_be_written() -> None:
    """A text that no encoding can hold is escaped, and comes back the same."""
    reading = Writer("هدنة \ud800").reading()

    to_line(reading).encode()
    assert from_line(to_line(reading)) == reading


def test_later_keys_are_passed_over_and_missing_lists_are_empty() -> None:
    """A line of a later or earlier version of the same format is read."""
    reading = call_in_two_outlets()[0]
    value = encode(reading)
    value["contacts"][0]["mood"] = "good"
    del value["measures"]

    assert reading == from_line(json.dumps(value))
