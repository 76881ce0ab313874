"""Files of processes are checked when they are loaded."""

import datetime as dt
from pathlib import Path

import pytest

import hudna.processes
from hudna.model import TableError
from hudna.processes import find_agreements, find_resolution, find_round, load_process, load_processes, parse_process

HEAD = 'id = "p"\nlabel = "P"\nsource = "press-usage"\n'
ROUND = (
    HEAD + 'rounds = [\n    { number = 1, first = 2017-01-02, last = 2017-01-03, place = "kz-astana" },\n    %s\n]\n'
)
AGREEMENT = (
    HEAD + '[[agreements]]\nid = "a"\nkind = "ceasefire"\nnames = ["اتفاق"]\nagreed = 2017-01-05\nsource = "hand"\n'
)
FILES = sorted(path.stem for path in Path(hudna.processes.__file__).parent.glob("*.toml"))


def test_a_round_is_found_by_number_and_by_day():
    """Round 5 of Astana was held on 4 and 5 July 2017."""
    astana = load_process("astana")

    assert dt.date(2017, 7, 4) == astana.round(5).first
    assert 5 == astana.round_on(dt.date(2017, 7, 5)).number
    assert astana.round_on(dt.date(2017, 7, 6)) is None
    assert astana.round(99) is None


def test_every_file_loads():
    """The files that come with the program are right, and each is named by the id in it."""
    assert FILES == [process.id for process in load_processes()]


def test_known_things_are_found():
    """An agreement is found by its name in any spelling, a resolution by its number, a round by its series."""
    day = dt.date(2019, 1, 1)

    assert [dt.date(2018, 12, 13)] == [known.what.agreed for known in find_agreements("إتفاقية ستوكهولم")]
    assert ["sochi-memorandum-2019", "sochi-memorandum-2018"] == [
        each.what.id for each in find_agreements("اتفاق سوتشي")
    ]
    assert ["sochi-memorandum-2018"] == [each.what.id for each in find_agreements("اتفاق سوتشي", on=day)]
    assert () == find_agreements("اتفاق لم يكن")
    assert "astana" == find_resolution(2254).process.id
    assert dt.date(2018, 7, 30) == find_round("astana", 10).what.first
    assert find_round("nowhere", 1) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rounds = [", "file.toml"),
        ('id = "p"', "file.toml:1: no label"),
        (HEAD + "weather = 1", "file.toml:4: unknown key weather"),
        (HEAD + 'names = ["ا", "ا"]', "file.toml:4: names names one twice"),
        (HEAD + 'names = ["ا  ب"]', "file.toml:4: stray space"),
        (HEAD + "names = [1]", "file.toml:4: names holds what is no text"),
        (HEAD + 'members = [\n    { entity = "atlantis", role = "party" },\n]', "file.toml:5: 'atlantis' is no entity"),
        (HEAD + 'members = [\n    { entity = "sy", role = "friend" },\n]', "file.toml:5: 'friend' is no role"),
        (
            HEAD + '[[members]]\nentity = "sy"\nrole = "party"\nfirst = 2018-01-01\nlast = 2017-01-01',
            "file.toml:8: last comes before first",
        ),
        (
            ROUND % '{ number = 1, first = 2017-02-02, last = 2017-02-03, place = "kz-astana" },',
            "file.toml:6: round 1 does not follow",
        ),
        (
            ROUND % '{ number = 2, first = 2017-01-03, last = 2017-01-03, place = "kz-astana" },',
            "file.toml:6: round 2 does not follow",
        ),
        (
            ROUND % '{ number = 2, first = 2017-02-03, last = 2017-02-02, place = "kz-astana" },',
            "ends before it begins",
        ),
        (ROUND % '{ number = 2, first = "soon", last = 2017-02-02, place = "kz-astana" },', "file.toml:6: first is no"),
        (ROUND % '{ number = 2, first = 2017-02-02, last = 2017-02-02, place = "x" },', "file.toml:6: 'x' is no place"),
        (ROUND % '{ number = 0, first = 2017-02-02, last = 2017-02-02, place = "kz-astana" },', "no number above zero"),
        (ROUND % '{ first = 2017-02-02, last = 2017-02-02, place = "kz-astana" },', "needs a name"),
        (AGREEMENT + "expires = 2017-01-01", "file.toml:10: expires comes before"),
        (AGREEMENT + 'follows = "b"', "file.toml:10: 'b' is no agreement"),
        (AGREEMENT + AGREEMENT.removeprefix(HEAD), "file.toml:11: agreement a is there twice"),
        (AGREEMENT.replace('"اتفاق"', '"اتفاق", "إتفاق"'), "file.toml:7: two names are one"),
        (AGREEMENT.replace("ceasefire", "party"), "file.toml:6: 'party' is no kind"),
        (
            HEAD + 'resolutions = [\n    { number = 2, adopted = 2017-01-01, about = "x" },\n'
            '    { number = 1, adopted = 2018-01-01, about = "x" },\n]',
            "file.toml:6: resolution 1 does not follow",
        ),
        (
            HEAD + '[[zones]]\nid = "z"\nnames = ["ا"]\nlocalities = []\nfirst = 2017-01-01',
            "file.toml:7: a zone needs a name and a place",
        ),
    ],
)
def test_a_wrong_file_is_refused(text, told):
    """What is wrong is told with the file's name and the line."""
    with pytest.raises(TableError, match=told):
        parse_process(text, "file.toml")


def test_a_process_nobody_wrote_is_refused():
    """A wrong id is told."""
    with pytest.raises(TableError, match="no such process"):
        load_process("nowhere")
