"""Whatever stands in a text, the reading of statements ends, in time that grows with it, and reads the rest."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from growth import growth
from hudna.arabic.clitics.stage import split_clitics
from hudna.arabic.dates import find_dates
from hudna.arabic.names.recognise import find_names
from hudna.arabic.press.stage import mark_page
from hudna.arabic.speech.cues import cue_forms
from hudna.arabic.speech.stage import find_statements
from hudna.model import Article, Document
from hudna.text import segment

BEFORE = "قال علي شمخاني إن الهدنة صامدة في كل المناطق."
AFTER = "وأكد سيرغي لافروف أن الجولة المقبلة قريبة جدا."
NAMES = ("سيرغي لافروف", "علي شمخاني", "الحكومة السورية", "المبعوث الأممي", "سامر القلموني", "وزير الخارجية التركي")
TROUBLE = {
    "an opening mark without its partner": "قال المسؤول: «الطريق مفتوح أمام الجميع.",
    "a closing mark without its partner": "قال المسؤول: الطريق مفتوح» أمام الجميع.",
    "an odd straight mark": 'قال المسؤول: "الطريق مفتوح أمام الجميع.',
    "marks that cross": "قال «المسؤول “إن» الطريق” مفتوح.",
    "a mark for every word": "«قال» «المسؤول» «إن» «الطريق» «مفتوح».",
    "a run of opening marks": "«" * 500,
    "a run of closing marks": "»" * 500,
    "nothing but marks": "«“”„‘’\"'()[]:،؛؟!.,…" * 50,
    "two thousand cues in a line": "قال " * 2_000,
    "cues of every kind in a line": " ".join(cue_forms()),
    "cues with their conjunction in a line": "و" + " و".join(cue_forms()),
    "a list of two hundred speakers": "أعلن " + " و".join(NAMES[n % 6] for n in range(200)) + " أن الهدنة صامدة.",
    "two hundred speakers and commas": "أعلن " + "، و".join(NAMES[n % 6] for n in range(200)) + " أن الهدنة صامدة.",
    "a thousand Latin words": "قال " + "word " * 1_000,
    "controls of direction": "\u202eقال\u202c \u2067المسؤول\u2069 \u200fإن\u200e الطريق\u061c مفتوح.",
    "controls of direction that never close": "\u202e\u202d\u2066\u2067قال المسؤول إن الطريق مفتوح.",
    "scripts mixed in a sentence": "قال Lavrov إن the truce صامدة 中文 русский ١٢٣ עברית فارسی.",
    "a cue at the very end": "ثم أضاف",
    "a that-word at the very end": "وقال المسؤول إن",
    "a colon at the very end": "وقال المسؤول:",
    "an opening mark at the very end": "وقال المسؤول: «",
    "words glued by underscores": "#قال_الوزير_إن_الهدنة_صامدة",
    "vowel signs on every letter": "قَاَلَ اَلَوَزَيَرَ إَنَ اَلَطَرَيَقَ مَفَتَوَحَ.",
    "one long word": "قال" * 5_000,
    "a long chain of told words": "قال لافروف إن بوتين أكد أن " * 40 + "الهدنة صامدة.",
    "sources one behind the other": "بحسب المرصد السوري، " * 100,
}
LINEAR = {
    "cues": "قال ",
    "cues with their conjunction": "وقال وأضاف ",
    "sentences": "قال لافروف إن الهدنة صامدة. وقال بوتين إن الحرب انتهت. ",
    "dropped subjects": "قال لافروف إن الهدنة صامدة. وأضاف أن الخروق قليلة. ",
    "participles of one sentence": "قال لافروف إن الهدنة صامدة، مضيفا أن الخروق قليلة، ",
    "unclosed quotations": "قال لافروف: «الهدنة صامدة. ",
    "Latin words": "word ",
    "adjuncts": "قال لافروف في جنيف ",
    "dates between commas": "قال لافروف، الثلاثاء، ",
    "brackets": "قال لافروف (",
    "subjects before a verb": "لافروف وبوتين وبيدرسون ",
    "bodies taken up": "أعلنت وزارة الدفاع الروسية هدنة. وقالت الوزارة إن الهدنة صامدة. ",
    "controls of direction": "\u202e\u2067قال لافروف إن الهدنة صامدة.\u202c\u2069 ",
    "scripts mixed": "قال Lavrov إن the truce صامدة 中文 русский ١٢٣. ",
    "nouns of saying": "دعوة روسيا إلى الحوار بعد إعلان موسكو أن ",
    "set phrases": "قال لافروف في وقت سابق من جهته ",
    "heads of relatives": "لافروف الذي قال إن الهدنة صامدة ",
    "counted groups": "قال بوتين وروحاني وإردوغان إن الهدنة صامدة. وقال الرؤساء الثلاثة إن الحرب انتهت. ",
    "unknown subjects": "وعبر بعض القرويين عن قلقهم. وأوضح زعفران المهلهل أن الطريق مغلق. ",
}
LOOKING_BACK = {  # the piece, and how many words of it show the growth
    "told inside each other": ("قال لافروف إن بوتين أكد أن ", 4_000),
    "sources of one sentence": ("بحسب المرصد السوري لحقوق الإنسان ", 16_000),
    "sides whom nothing names": ("قال الجانبان إن الهدنة صامدة. ", 16_000),
    "offices that stand for nobody": ("وصل وزير الخارجية الروسي. قال المسؤول الأمريكي إن بيدرسون وصل. ", 20_000),
}
TOKENS = 12_000


def _read(text: str) -> Document:
    document = segment(Article("1", text))
    for run in (mark_page, find_dates, find_names, split_clitics, find_statements):
        document = run(document)
    return document


def _contents(document: Document) -> list[str]:
    words = document.article.words
    return [words(part) for match in document.statements for part in match.value.content]


@pytest.mark.parametrize("name", TROUBLE)
def test_rest_is_read(name: str) -> None:
    """A paragraph nobody can read costs the paragraphs around it nothing."""
    contents = _contents(_read(f"{BEFORE}\n{TROUBLE[name]}\n{AFTER}"))

    assert contents[0] == "الهدنة صامدة في كل المناطق"
    assert contents[-1] == "الجولة المقبلة قريبة جدا"


@pytest.mark.parametrize("name", TROUBLE)
def test_trouble_alone(name: str) -> None:
    """A text of nothing else is read to its end, marks and all."""
    document = _read(TROUBLE[name])

    _check_spans(document)


def test_whole_article_in_one_quotation() -> None:
    """A mark at either end of an article leaves what is said in it readable."""
    sentences = "قال لافروف إن الهدنة صامدة. وقال بوتين إن الحرب انتهت. " * 50

    assert len(_contents(_read(f"«{sentences}»"))) <= 100
    assert _contents(_read(f"«{sentences}\n{AFTER}"))[-1] == "الجولة المقبلة قريبة جدا"


def test_ten_thousand_cues_in_a_line() -> None:
    """A line of nothing but reporting words says nothing, and soon."""
    assert len(_read("قال " * 10_000).statements) == 0


def test_speakers_of_a_long_list_are_all_kept() -> None:
    """A joint statement of many has each of them, as long as the list is one phrase."""
    people = (
        "سيرغي لافروف وبشار الأسد وفلاديمير بوتين وحسن روحاني ورجب طيب أردوغان وإيمانويل ماكرون "
        "وأنغيلا ميركل وتيريزا ماي ودونالد ترامب وبنيامين نتنياهو ومحمود عباس وأنطونيو غوتيريش"
    )

    (match,) = _read(f"أعلن {people} أن الهدنة صامدة في كل المناطق حتى الآن.").statements

    assert len(match.value.speakers) == len({party.entity for party in match.value.speakers}) == 12


@pytest.mark.slow
@pytest.mark.parametrize("name", LINEAR)
def test_time_grows_with_the_text(name: str) -> None:
    """A text four times as long takes about four times as long; quadratic time would take sixteen."""
    piece = LINEAR[name]
    large = piece * (TOKENS // len(piece.split()))

    assert growth(_read, large[: len(large) // 4], large, tries=1) < 10


@pytest.mark.slow
@pytest.mark.parametrize("name", LOOKING_BACK)
def test_time_grows_with_one_sentence(name: str) -> None:
    """What a statement looks back at stays as little as the text is short."""
    piece, words = LOOKING_BACK[name]
    large = piece * (words // len(piece.split()))

    assert growth(_read, large[: len(large) // 4], large, tries=1) < 8


FRAGMENTS = st.sampled_from(
    [
        *(
            "قال",
            "وأضاف",
            "أعلنت",
            "يدعو",
            "مؤكدا",
            "مضيفا",
            "رفض",
            "بين",
            "نقلت",
            "بحسب",
            "وفق",
            "حسبما",
            "لم",
            "التي",
        ),
        *("إن", "أن", "بأن", "إلى", "عن", "من", "على", "ما", "قوله", "خلال", "في", "بيان", "كما", "وقد", "له"),
        *("لافروف", "الوزارة", "وزير الخارجية الروسي", "الجانبان", "الوفدان الروسي والتركي", "وكالة تاس", "دمشق"),
        *("الهدنة", "صامدة", "الثلاثاء", "word", "٣", ":", "،", ".", "..", "؟", "«", "»", '"', "(", ")", "-", "\n"),
        *("\u202e", "\u200f", "\u064e", "ـ", "#", "_", "\ufdf2", "\ud800"),
    ]
)


def _check_spans(document: Document) -> None:
    """Every span is of the text and holds words; ids count up, what they name is there, and cues are no content."""
    words = document.article.words
    ids = [match.value.id for match in document.statements]
    assert ids == [f"s{number}" for number in range(1, len(ids) + 1)]
    for match in document.statements:
        statement = match.value
        assert statement.cue is not None
        assert statement.speakers
        assert statement.content
        assert statement.attributed_to is None or statement.attributed_to in ids
        for span in (statement.cue, *statement.content, *statement.evidence, *statement.hedges):
            assert 0 <= span.start < span.end
            assert len(words(span)) == span.end - span.start
        for part in statement.content:
            assert any(letter.isalnum() for letter in words(part))
            assert not part.overlaps(statement.cue)
        for party in (*statement.speakers, *statement.about, *statement.via):
            assert party.label
            assert words(party.span)


@given(st.lists(FRAGMENTS, max_size=40).map(" ".join))
@example("قال قال قال قال قال نقلت عن قال قوله")
@example("نقلت الوكالة عن لافروف ونقلت عنه قوله")
@settings(max_examples=300)
def test_any_sequence_of_words(text: str) -> None:
    """Reporting words, parties and marks in any order make records whose spans hold."""
    _check_spans(_read(text))


@given(st.text(st.characters(), max_size=80), st.lists(FRAGMENTS, max_size=15).map("".join))
def test_any_text(text: str, glued: str) -> None:
    """Characters of any script, and words without spaces between them."""
    _check_spans(_read(f"قال لافروف إن {text} {glued}"))
