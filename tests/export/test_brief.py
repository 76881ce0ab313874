"""Briefings: the sentences of both languages, the notes, and what is kept out."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

import hudna
from factories import Writer, meeting
from hudna import desk
from hudna.export.brief import Contents, brief_markdown, brief_page, make_brief
from hudna.export.words import load_words
from hudna.model import ContactKind, IncidentKind, MeasureStatus, PledgeKind, Toll, TollOutcome
from hudna.model.records import Act, Breach
from hudna.record import chronology, find_events
from hudna.record.outcomes import follow_up

SAMPLES = Path(hudna.__file__).parent / "samples"


def _brief(*readings, language="en", everything=True, most=30):
    by_digest = {reading.article.digest: reading for reading in readings}
    events = find_events(readings)
    contents = Contents(
        first=dt.date(2018, 3, 1),
        last=dt.date(2018, 3, 31),
        lines=chronology(events),
        outcomes=follow_up(events, readings),
        everything=everything,
        most=most,
    )
    return make_brief(contents, by_digest.__getitem__, load_words(language))


def _lines(*readings, language="en"):
    return [item.text for section in _brief(*readings, language=language).sections for item in section.items]


def _call():
    write = Writer("تحادث لافروف وظريف هاتفيا أمس.", source="أ", day="2018-03-02")
    who = (write.party("لافروف", "person:sergey-lavrov"), write.party("ظريف", "person:mohammad-javad-zarif"))
    contact = write.contact("تحادث", who, write.when("أمس", "2018-03-01"), kind=ContactKind.CALL)
    return write.reading(contacts=(contact,))


def _truce(status=MeasureStatus.DECLARED, **more):
    write = Writer("أعلنت روسيا هدنة في الغوطة أمس واتهمت الفصائل بخرقها.", source="أ", day="2018-03-02")
    of = tuple(write.party(each) for each in more.pop("of", ()))
    stand = write.position("أعلنت", status, when=write.when("أمس", "2018-03-01"), of=of)
    stand = type(stand)(
        status=stand.status, by=(write.party("روسيا", "state:ru"),), of=of, when=stand.when, evidence=stand.evidence
    )
    return write.reading(measures=(write.measure("هدنة", stand, place=write.place("الغوطة")),))


def _strike(*, aggregate=False, breach=False):
    write = Writer("قصف الجيش الفصائل في دوما أمس فقتل 5 وفق ناشطين.", source="أ", day="2018-03-02")
    toll = Toll(outcome=TollOutcome.KILLED, min=5, max=None, words=write.span("5"))
    incident = write.incident(
        "قصف",
        "الجيش",
        "الفصائل",
        write.when("أمس", "2018-03-01"),
        kind=IncidentKind.SHELLING,
        place=write.place("دوما"),
        tolls=(toll,),
        aggregate=aggregate,
        reported_by=(write.party("ناشطين"),),
        breach_of=Breach(what="هدنة", said_by=write.party("ناشطين")) if breach else None,
    )
    return write.reading(incidents=(incident,))


def _statement():
    write = Writer("اتهم لافروف واشنطن بعرقلة الهدنة.", source="أ", day="2018-03-02")
    speaker = write.party("لافروف", "person:sergey-lavrov")
    about = (write.party("واشنطن", "state:us", label="الولايات المتحدة"),)
    statement = write.statement("اتهم", speaker, "عرقلة الهدنة", act=Act.ACCUSE, about=about)
    return write.reading(statements=(statement,))


def _promise():
    write = Writer("تعهدت تركيا سحب الأسلحة بحلول الخميس.", source="أ", day="2018-03-02")
    due = write.when("الخميس", "2018-03-15")
    pledge = write.pledge("سحب الأسلحة", write.party("تركيا", "state:tr"), due, kind=PledgeKind.PROMISE)
    return write.reading(pledges=(pledge,))


@pytest.mark.parametrize(
    ("reading", "english", "arabic"),
    [
        (
            _call(),
            "A telephone call of Mohammad Javad Zarif and Sergey Lavrov took place, 1 March 2018.",
            "اتصال هاتفي بين ظريف ولافروف (1 آذار/مارس 2018).",
        ),
        (
            _truce(),
            "Declaration of a ceasefire in الغوطة by Russia, 1 March 2018.",
            "إعلان وقف لإطلاق النار في الغوطة من جانب روسيا (1 آذار/مارس 2018).",
        ),
        (
            _truce(MeasureStatus.BROKEN, of=("الفصائل",)),
            "Reported breach of a ceasefire in الغوطة by Russia, said to be broken by الفصائل, 1 March 2018.",
            "خرق وقف لإطلاق النار في الغوطة بحسب القائل من جانب روسيا والمتهم به الفصائل (1 آذار/مارس 2018).",
        ),
        (
            _strike(breach=True),
            (
                "Shelling on الفصائل in دوما, 1 March 2018 by الجيش, at least 5 killed, according to ناشطين, "
                "reported as a breach by ناشطين."
            ),
            "قصف على الفصائل في دوما (1 آذار/مارس 2018) من جانب الجيش، قتلى: 5 على الأقل، بحسب ناشطين، ووصفها بالخرق ناشطين.",
        ),
        (
            _statement(),
            "Sergey Lavrov made an accusation concerning United States.",
            "اتهام من لافروف بشأن الولايات المتحدة: «عرقلة الهدنة».",
        ),
        (
            _promise(),
            "Promise (Withdrawal) by Türkiye, due 15 March 2018; as of 2 March 2018: not yet due.",
            "تعهد (انسحاب) من جانب تركيا: «سحب الأسلحة»، الموعد: 15 آذار/مارس 2018؛ حتى 2 آذار/مارس 2018: لم يحن موعده.",
        ),
    ],
)
def test_a_line_is_built_from_its_fields(reading, english, arabic):
    """Both languages, as an editor may print them."""
    assert [english] == _lines(reading)
    assert [arabic] == _lines(reading, language="ar")


def test_a_total_is_said_to_be_one():
    """It is told apart from single incidents."""
    assert _lines(_strike(aggregate=True))[0].startswith("Total over time or area: Shelling")


def test_every_line_has_notes_to_outlet_date_and_words():
    """In English a place is left for a person's translation."""
    text = "\n".join(brief_markdown(_brief(_statement())))

    assert "[^1]: أ, 2 March 2018: «اتهم: عرقلة الهدنة» Translation: ______" in text
    assert "Translation" not in "\n".join(brief_markdown(_brief(_statement(), language="ar")))


def test_what_is_unsure_is_marked():
    """Nobody takes a machine's guess for a finding."""
    [section] = _brief(meeting("أ", ("لافروف", "ظريف"), "2018-03-02", sure=False)).sections

    assert (("machine reading, unreviewed",),) == tuple(item.marks for item in section.items)


def test_a_section_keeps_what_most_origins_tell_and_counts_the_rest():
    """Nothing is left out in silence."""
    days = ("2018-03-02", "2018-03-12", "2018-03-22")
    who, towns = ("لافروف", "ظريف"), ("طهران", "موسكو", "أنقرة")
    readings = [
        meeting("أ", who, day, place=town, published="2018-03-30") for day, town in zip(days, towns, strict=True)
    ]
    readings.append(meeting("ب", who, days[1], place=towns[1], published="2018-03-30"))
    [section] = _brief(*readings, most=1).sections

    assert "12 March 2018" in section.items[0].text
    assert "2 more of this kind are not listed." == section.more


def test_the_page_escapes_what_articles_write():
    """A headline can hold anything."""
    write = Writer("التقى <script>لافروف</script> أمس.", source="<b>أ</b>", day="2018-03-02")
    contact = write.contact("<script>لافروف</script>", ("لافروف",), write.when("أمس", "2018-03-01"))
    page = "\n".join(brief_page(_brief(write.reading(contacts=(contact,))), load_words("en")))

    assert "<script>" not in page
    assert "<b>" not in page


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    folder = tmp_path_factory.mktemp("brief")
    shutil.copy(SAMPLES / "astana.jsonl", folder / "astana.jsonl")
    with desk.open_store(folder / "record.sqlite", create=True) as store:
        for _ in desk.add(store, [folder / "astana.jsonl"]):
            pass
        yield store


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            "- A meeting of Mevlut Cavusoglu, Mohammad Javad Zarif and Sergey Lavrov in Moscow took place, 20 December 2016.",
        ),
        ("ar", "- لقاء بين مولود تشاووش اوغلو ومحمد جواد ظريف وسيرغي لافروف في موسكو (20 كانون الأول/ديسمبر 2016)."),
        ("ar", "- إقرار القرار 2328 من جانب مجلس الأمن (19 كانون الأول/ديسمبر 2016)."),
    ],
)
def test_the_samples_of_december_2016_are_told(samples, language, line):
    """Read by eye: who met where on which day, and what was adopted."""
    december = desk.Selection(first=dt.date(2016, 12, 15), last=dt.date(2016, 12, 31))
    told = list(desk.brief(samples, "md", selection=december, language=language))

    assert any(each.startswith(line) for each in told)


def test_by_default_only_what_is_sure_is_told(samples):
    """No line is marked as unreviewed unless everything is asked for."""
    assert not any("**[" in line for line in desk.brief(samples, "md"))
    assert any("**[machine reading, unreviewed]**" in line for line in desk.brief(samples, "md", everything=True))
