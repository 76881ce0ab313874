"""Figures of contacts, measures, incidents and pledges, each worked out by hand."""

import pytest
from scored import at, contact, counts, figures, incident, measure, pledge, prf, sheet, statement

DAY = ["2018-03-01", "2018-03-01"]


def contacts(gold, predicted):
    return figures("contacts", sheet(contacts=gold), sheet(contacts=predicted))


def test_perfect_and_empty():
    gold = [contact("c1", [at(1, 4)], "a", "b", when=DAY, place="x")]
    found = contacts(gold, gold)
    assert prf(found["right"]) == prf(found["exact_kind"]) == prf(found["found"]) == (1, 1, 1)
    assert counts(found["days"]) == counts(found["place"]) == counts(found["status"]) == (1, 1)
    assert prf(contacts(gold, [])["right"]) == (None, 0, 0)


def test_one_shared_word_is_enough():
    gold = [contact("c1", [at(1, 4)], "a", "b")]
    assert contacts(gold, [contact("c1", [at(4, 8)], "a", "b")])["right"]["right"] == 1
    assert contacts(gold, [contact("c1", [at(5, 8)], "a", "b")])["right"]["right"] == 0


@pytest.mark.parametrize(
    ("evidence", "right"),
    [
        ([at(0, 39)], 1),
        ([at(0, 40)], 0),
        ([at(0, 40), at(2, 3)], 1),
        ([at(0, 32), at(40, 72), at(80, 113)], 1),
        ([at(0, 32), at(40, 72), at(80, 114)], 0),
    ],
    ids=["40 words", "41 words", "41 and a short piece", "100 in all", "101 in all"],
)
def test_paragraph_long_evidence_gives_no_credit(evidence, right):
    gold = [contact("c1", [at(1, 4)], "a", "b")]
    assert contacts(gold, [contact("c1", evidence, "a", "b")])["right"]["right"] == right


@pytest.mark.parametrize(("kind", "right", "exact"), [("meeting", 1, 1), ("talks", 1, 0), ("call", 0, 0)])
def test_near_kinds(kind, right, exact):
    found = contacts([contact("c1", [at(1)], "a", "b")], [contact("c1", [at(1)], "a", "b", kind=kind)])
    assert (found["right"]["right"], found["exact_kind"]["right"]) == (right, exact)


@pytest.mark.parametrize(
    ("who", "right", "exact", "half"),
    [("abc", 1, 1, 1), ("ab", 1, 0, 1), ("abx", 1, 0, 0), ("ax", 0, 0, 0), ("", 0, 0, 0)],
)
def test_main_parties(who, right, exact, half):
    """Of three gold participants two are asked for."""
    found = contacts([contact("c1", [at(1)], "a", "b", "c")], [contact("c1", [at(1)], *who)])
    assert found["right"]["right"] == right
    assert found["found"]["right"] == 1
    assert counts(found["participants_exact"]) == (exact, right)
    assert counts(found["participants_half"]) == (half, right)


def test_days_right_wrong_and_invented():
    gold = [contact("c1", [at(1)], "a", "b", when=DAY), contact("c2", [at(9)], "a", "b")]
    predicted = [
        contact("c1", [at(1)], "a", "b", when={"earliest": "2018-03-01", "latest": "2018-03-02"}),
        contact("c2", [at(9)], "a", "b", when={"earliest": "2018-03-01T10:00:00", "latest": None}),
    ]
    found = contacts(gold, predicted)
    assert counts(found["days"]) == (0, 1)
    assert counts(found["days_invented"]) == (1, 1)
    assert counts(found["days_given"]) == (0, 2)


def test_time_of_day_is_left_aside():
    gold = [contact("c1", [at(1)], "a", "b", when=DAY)]
    when = {"earliest": "2018-03-01T08:00:00", "latest": "2018-03-01T12:00:00"}
    assert counts(contacts(gold, [contact("c1", [at(1)], "a", "b", when=when)])["days"]) == (1, 1)


def test_two_contacts_of_the_same_words_go_by_their_status():
    gold = [contact("c1", [at(1)], "a", "b"), contact("c2", [at(1)], "a", "b", status="planned")]
    predicted = [contact("c1", [at(1)], "a", "b", status="planned"), contact("c2", [at(1)], "a", "b")]
    assert counts(contacts(gold, predicted)["status"]) == (2, 2)


def test_attribution_by_statement_by_speaker_and_own_voice():
    told = [statement("s1", [at(1, 9)], "a"), statement("s2", [at(20, 29)], "b"), statement("s3", [at(40, 49)], "a")]
    gold = [
        contact(f"c{n}", [at(n)], "x", "y", attributed_to=by) for n, by in ((1, "s1"), (2, "s1"), (3, "s2"), (4, None))
    ]
    answers = ((1, "s1"), (2, "s3"), (3, "s1"), (4, None))
    predicted = [contact(f"c{n}", [at(n)], "x", "y", attributed_to=by) for n, by in answers]
    found = figures("contacts", sheet(statements=told, contacts=gold), sheet(statements=told, contacts=predicted))
    assert counts(found["attribution"]) == (3, 4)


def test_measure_positions():
    """Two of three statuses are there, one of them by the right party; one predicted status is too much."""
    gold = measure(
        "m1",
        [at(1, 5)],
        {"status": "agreed", "by": ["a", "b"], "when": DAY},
        {"status": "rejected", "by": ["c"]},
        {"status": "called_for", "by": ["d"]},
    )
    predicted = measure(
        "m1",
        [at(1, 5)],
        {"status": "agreed", "by": ["b", "a"], "when": DAY},
        {"status": "rejected", "by": ["a"]},
        {"status": "broken", "by": ["c"]},
    )
    found = figures("measures", sheet(measures=[gold]), sheet(measures=[predicted]))
    assert counts(found["status"]) == (2, 3)
    assert counts(found["status_by"]) == (1, 3)
    assert counts(found["status_extra"]) == (1, 3)
    assert counts(found["days"]) == (1, 1)


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        ({"actor": "a"}, {"actor": "a", "target": "t"}, 1),
        ({"actor": "a"}, {}, 0),
        ({}, {"actor": "a"}, 0),
        ({"target": "the old town"}, {"target": "old town hall"}, 1),
        ({"target": "the old town"}, {}, 0),
        ({"actor": "a"}, {"accusations": [{"accuser": "b", "accused": "a"}]}, 1),
        ({}, {}, 1),
    ],
)
def test_incident_actors_are_neither_missed_nor_invented(gold, predicted, right):
    found = figures(
        "incidents",
        sheet(incidents=[incident("i1", [at(1)], **gold)]),
        sheet(incidents=[incident("i1", [at(1)], **predicted)]),
    )
    assert found["right"]["right"] == right


def test_incident_tolls_and_sources():
    gold = incident(
        "i1",
        [at(1)],
        reported_by=["a"],
        accusations=[{"accuser": "a", "accused": "x"}],
        tolls=[{"outcome": "killed", "min": 3, "max": None}, {"outcome": "wounded", "min": None, "max": None}],
    )
    predicted = incident(
        "i1", [at(1)], actor="x", reported_by=["a"], tolls=[{"outcome": "killed", "min": 3, "max": 3}], aggregate=True
    )
    found = figures("incidents", sheet(incidents=[gold]), sheet(incidents=[predicted]))
    assert counts(found["sources"]) == (1, 1)
    assert counts(found["tolls"]) == (0, 2)
    assert counts(found["aggregate"]) == (0, 1)


@pytest.mark.parametrize(
    ("kind", "words", "right", "what"),
    [
        ("promise", at(1, 8), 1, 1),
        ("promise", at(1, 3), 1, 0),
        ("schedule", at(1, 8), 0, 0),
        ("promise", at(1, 60), 0, 0),
    ],
)
def test_pledges(kind, words, right, what):
    gold, predicted = [pledge("p1", at(1, 8), "a")], [pledge("p1", words, "a", kind=kind)]
    found = figures("pledges", sheet(pledges=gold), sheet(pledges=predicted))
    assert found["right"]["right"] == right
    assert counts(found["what"]) == (what, right)
