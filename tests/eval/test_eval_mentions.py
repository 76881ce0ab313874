"""Figures of names and dates."""

from scored import at, counts, figures, prf, sheet


def name(span, kind="person"):
    return {"span": span, "kind": kind}


def date(span, earliest, latest=None, kind="date"):
    return {"span": span, "type": kind, "earliest": earliest, "latest": latest or earliest}


def test_names_by_kind_and_outermost():
    """Person right; body has another kind; the place stands inside it on one side only."""
    gold = [name(at(1, 2)), name(at(5, 8), "body"), name(at(7), "place")]
    predicted = [name(at(1, 2)), name(at(5, 8), "office"), name(at(7), "place")]
    found = figures("names", sheet(names=gold), sheet(names=predicted))
    assert prf(found["micro"]) == (0.5, 0.5, 0.5)
    assert prf(found["person"]) == (1, 1, 1)
    assert prf(found["body"]) == (None, 0, 0)
    assert prf(found["office"]) == (0, None, 0)
    assert "place" not in found
    assert prf(found["nested"]) == (0.6667, 0.6667, 0.6667)
    assert prf(found["span_only"]) == (1, 1, 1)


def test_mentions_in_litter_are_left_out():
    gold = sheet(names=[name(at(1)), name(at(50))], litter=[at(50, 60)])
    assert prf(figures("names", gold, sheet(names=[name(at(1)), name(at(51))]))["micro"]) == (1, 1, 1)


def test_dates():
    """One exact and right, one that overlaps with the wrong days, one missed, one spurious."""
    gold = [date(at(1), "2018-01-01"), date(at(5, 6), "2018-01-02"), date(at(9), "2018-01-03", kind="set")]
    predicted = [date(at(1), "2018-01-01"), date(at(5), "2018-01-09"), date(at(30), "2018-01-03")]
    found = figures("dates", sheet(dates=gold), sheet(dates=predicted))
    assert prf(found["right"]) == prf(found["exact"]) == (0.3333, 0.3333, 0.3333)
    assert prf(found["overlap"]) == (0.6667, 0.6667, 0.6667)
    assert counts(found["value"]) == (1, 2)
    assert counts(found["type"]) == (2, 2)


def test_an_opened_end_counts_as_closed():
    """Since 2011 is marked as 2011; until Friday as Friday; with another first day it stays wrong."""
    gold = [date(at(1), "2011-01-01", "2011-12-31"), date(at(5), "2018-01-05"), date(at(9), "2018-01-03")]
    since = {"because": {"code": "since", "args": {}}}
    until = {"because": {"code": "until", "args": {}}}
    predicted = [
        date(at(1), "2011-01-01") | {"latest": None} | since,
        date(at(5), "2018-01-05") | {"earliest": None} | until,
        date(at(9), "2018-01-02") | {"latest": None} | since,
    ]
    found = figures("dates", sheet(dates=gold), sheet(dates=predicted))
    assert counts(found["value"]) == (0, 3)
    assert counts(found["value_closed"]) == (2, 3)
