"""Lists of people: what is refused, who is known already, who holds an office beside whom."""

import pytest

from hudna.arabic.lists import check_people
from hudna.arabic.lists.people import COLUMNS

GOOD = {"name": "رزكار الدوسكين", "country": "SY"}
OFFICE = GOOD | {"office": "وزير الخارجية", "from": "2031-02-01", "to": "2032", "source": "https://example.org"}


def check(*rows):
    return check_people(
        [(f"x.csv:{n}", dict.fromkeys(COLUMNS, "") | row) for n, row in enumerate(rows, 2)], "/no/such/list/"
    )


def test_person_becomes_rows():
    """A row for each spelling, the name first; a single word is a surname; without a source the list is named."""
    rows = check(GOOD | {"latin": "Rizgar al-Doskin", "spellings": "رزكار دوسكين|الدوسكين"}).tables["people.tsv"]

    assert [("رزكار الدوسكين", "1", "full"), ("رزكار دوسكين", "2", "full"), ("الدوسكين", "3", "surname")] == [
        (row["form"], row["rank"], row["class"]) for row in rows
    ]
    assert {("rizgar-al-doskin", "SY", "list:x.csv")} == {(row["id"], row["country"], row["source"]) for row in rows}


def test_rows_of_one_name_are_one_persons():
    """Each row may add an office."""
    checked = check(OFFICE, OFFICE | {"office": "president", "from": "2033", "to": ""})

    assert 1 == len(checked.tables["people.tsv"])
    assert [("minister-foreign-affairs", "2031-02-01", "2032"), ("president", "2033", "")] == [
        (row["office"], row["from"], row["to"]) for row in checked.tables["holders.tsv"]
    ]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"office": "وزير السعادة"}, "no table knows the office"),
        ({"office": ""}, "but no office"),
        ({"from": ""}, "from is ''"),
        ({"from": "2031-02-30"}, "no day of the calendar"),
        ({"from": "1.2.2031"}, "write a day, month or year"),
        ({"to": "2030"}, "ends (2030) before it begins"),
        ({"source": ""}, "needs a source"),
        ({"country": "", "of": ""}, "is no country of an office"),
        ({"country": "Syria"}, "no code of two letters"),
        ({"name": "محمد"}, "alone is a name of many"),
        ({"spellings": "الرئيس"}, "alone is a name of many"),
        ({"spellings": "لافروف"}, "alone is person:sergey-lavrov"),
        ({"name": "رزكار\u2067الدوسكين"}, "can't be seen"),
        ({"name": "Rizgar"}, "no letter of an Arabic name"),
        ({"id": "Rizgar!"}, "is not of small Latin letters"),
        ({"source": "a\u202eb"}, "can't be seen"),
    ],
)
def test_bad_row_is_refused(change, reason):
    """Each fault is told with the row it stands in."""
    [refused] = check(OFFICE | change).refused

    assert refused.startswith("x.csv:2: ")
    assert reason in refused


def test_known_person_gets_offices_not_rows():
    """Who is in the packaged table stays who he is; a term that stands there already is not added."""
    checked = check(GOOD | {"name": "وليد المعلم"}, GOOD | {"name": "سيرغي لافروف", "country": "RU"})

    assert ([], []) == (checked.tables["people.tsv"], checked.tables["holders.tsv"])
    assert ["walid-muallem", "sergey-lavrov"] == [note.split("person:")[1].split()[0] for note in checked.notes]


def test_namesake_of_another_country_is_left_out():
    """A text can't tell two people of one name apart, so nothing is said of the second."""
    checked = check(OFFICE | {"name": "وليد المعلم", "country": "IQ"})

    assert {"people.tsv": [], "holders.tsv": []} == checked.tables
    assert "is left out" in checked.notes[0]


def test_likely_spelling_of_a_known_person_is_told():
    """A spelling of a known name makes another person, and the note gives the id that would make it the same."""
    apart = check(GOOD | {"name": "ألكسندر لافرينتيييف", "country": "RU"})
    same = check(GOOD | {"name": "ألكسندر لافرينتيييف", "country": "RU", "id": "alexander-lavrentiev"})

    assert "may be person:alexander-lavrentiev" in apart.notes[0]
    assert {"alexander-lavrentiev"} == {row["id"] for row in same.tables["people.tsv"]}
    assert "1" not in {row["rank"] for row in same.tables["people.tsv"]}


def test_id_of_somebody_else_is_told():
    """A mistyped id does not make two people one in silence."""
    assert "is now a name of person:sergey-lavrov" in check(GOOD | {"id": "sergey-lavrov"}).notes[0]


def test_two_of_a_list_with_one_name_are_refused():
    """Ids keep them apart, but no text does."""
    assert ["رزكار الدوسكين is the name of one and of two"] == check(GOOD | {"id": "one"}, GOOD | {"id": "two"}).refused


def test_one_name_with_two_countries_is_refused():
    """Rows of one name are one person's, and a person has one country."""
    assert "has another country" in check(GOOD, GOOD | {"country": "IQ"}).refused[0]


def test_clash_of_terms_is_told():
    """Against the packaged table the list counts; two of the list leave the office open."""
    packaged = check(OFFICE | {"from": "2013", "to": "2014"}).notes
    own = check(OFFICE | {"from": "2001", "to": "2002"}, OFFICE | {"name": "شيرزاد الدوسكين", "from": "2001", "to": ""})

    assert any(
        "person:walid-muallem is minister-foreign-affairs" in note and "the list counts" in note for note in packaged
    )
    assert any("left open" in note for note in own.notes)
