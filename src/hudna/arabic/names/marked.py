"""What stands in quotation marks, brackets or behind a comma in the phrase of a party."""

from typing import Final

from hudna.arabic.names.chart import Chart
from hudna.model import PUNCTUATION, Match, Name, Span
from hudna.text.letters import COMMAS

RELATIVES: Final = frozenset({"الذي", "التي", "الذين", "اللذين", "اللتين", "اللذان", "اللتان", "اللواتي"})
MAX_RANK_TOKENS: Final = 2  # the staff colonel
IN_THE_NAME_OF: Final = "باسم"
MAX_DEFINITE_TOKENS: Final = 5  # of a name in marks behind "the daily", which is named before as a rule
MAX_MARKED_TOKENS: Final = 10  # of an outlet's name, its points counted
_ARTICLE: Final = "ال"
_THAT: Final = "ان"
_NON: Final = "غير"  # non-governmental
_OPENS: Final = frozenset({'"', "«", "“"})
_CLOSES: Final = frozenset({'"', "»", "”"})


def past_quoted_name(chart: Chart, mark: int, limit: int) -> int:
    """Return the token after an outlet's name in marks and the nationality behind it, or ``mark``."""
    definite = chart.words[mark - 1].startswith(("ال", "لل"))
    if chart.words[mark] in COMMAS or (mark + 1 < limit and not _may_open(chart, mark + 1)):
        return mark  # the mark closes what was named before
    for place in range(mark + 2, min(limit, mark + (MAX_DEFINITE_TOKENS if definite else MAX_MARKED_TOKENS))):
        if chart.words[place] in COMMAS:
            break
        if chart.words[place] in {'"', "»", ")", "”"}:
            after = chart.name_at(place + 1) if place + 1 < limit else None
            return after.end if after is not None and after.kind == "nationality" else place + 1
    return mark


def _may_open(chart: Chart, place: int) -> bool:
    """Return whether the name of an outlet may begin at a token."""
    return chart.tokens[place].kind is not PUNCTUATION and chart.words[place] != _THAT


def past_quoted_body(chart: Chart, mark: int, limit: int) -> int:
    """Return the token after a body's name in marks, 0 where none starts at a token."""
    name = chart.name_at(mark + 1) if chart.words[mark] in _OPENS and mark + 1 < limit else None
    if name is None or name.kind != "body" or name.end >= limit or chart.words[name.end] not in _CLOSES:
        return 0
    return name.end + 1


def past_qualities(chart: Chart, end: int, limit: int) -> int:
    """Return the token after the nationalities and adjectives of belonging behind a quoted name: American, private."""
    while end < limit:
        name = chart.name_at(end)
        word = chart.words[end]
        if name is not None and name.kind == "nationality" and not chart.glued(name):
            end = name.end
        elif word == _NON and end + 1 < limit and chart.words[end + 1].startswith(_ARTICLE):
            end += 2
        elif name is None and word.startswith(_ARTICLE) and word.endswith(("ي", "يه")) and word not in RELATIVES:
            end += 1
        else:
            break
    return end


def named_after_mark(chart: Chart, mark: int, limit: int) -> tuple[Match[Name] | None, int]:
    """Return the person named right after an opening mark or comma, and where the phrase then ends."""
    if mark + 2 < limit and chart.words[mark + 1] == "#":
        mark += 1
    name = chart.name_at(mark + 1) if mark + 1 < limit else None
    while (
        name is not None
        and name.kind == "office"
        and name.end - name.first <= MAX_RANK_TOKENS
        and not chart.glued(name)
    ):
        name = chart.name_at(name.end) if name.end < limit else None  # a rank or title before the name
    if name is None or name.kind != "person" or chart.glued(name):
        return None, mark
    after = name.end
    if chart.words[mark] != "،" and after < limit and chart.tokens[after].kind is PUNCTUATION:
        after += 1
    return name, after


def past_hashtag(chart: Chart, mark: int, limit: int) -> int:
    """Return the token after a hash and the words that underscores join behind it."""
    tokens, end = chart.tokens, mark + 1
    if chart.name_at(end) is not None:
        return end
    while end + 1 < limit and tokens[end + 1].start == tokens[end].end + 1:
        between = Span(tokens[end].end, tokens[end + 1].start, tokens[end].field)
        if chart.document.article.words(between) != "_":
            break
        end += 1
    return end + 1 if end > mark + 1 and end < limit else mark + 1


def speaks_for(chart: Chart, place: int, end: int) -> bool:
    """Return whether a man behind a comma is he for whom a spokesman without a name speaks: a spokesman of the leader, X."""
    words = chart.words[place:end]
    if words[0].startswith("ال") or IN_THE_NAME_OF not in words:
        return False
    name = chart.name_at(place + words.index(IN_THE_NAME_OF) + 1)
    return name is not None and name.kind == "office"
