"""The phrases by which a text calls a party: a name with its office, a body, a state, or a common noun that heads one."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from hudna.arabic.clitics import name_variants
from hudna.arabic.clitics.words import word_counts
from hudna.arabic.names.annexed import stands_apart
from hudna.arabic.names.beginnings import MARKS, PARTITIVES, QUANTIFIERS, SEVERAL, beginnings_of, is_several
from hudna.arabic.names.chart import Chart
from hudna.arabic.names.marked import (
    RELATIVES,
    named_after_mark,
    past_hashtag,
    past_qualities,
    past_quoted_body,
    past_quoted_name,
    speaks_for,
)
from hudna.arabic.names.possessors import is_person, possesses, rules_elsewhere
from hudna.arabic.names.tables import demonyms, heads, labels
from hudna.lexicon import Entry, load_entries, raw_length
from hudna.model import PUNCTUATION, WORD, Match, Name, PartKind, Span, Token
from hudna.text import Memo, fold_word
from hudna.text.letters import ALEF, COMMAS, YEH

_new: Final = tuple.__new__  # makes a named tuple in half the time that its own way takes
MAX_PARTY_TOKENS: Final = 18
_WHOLE: Final = ("ون", "ين")
_ACCUSATIVE: Final = YEH + ALEF  # of a nationality: a Palestinian, whom somebody killed
_LINKS: Final = frozenset(
    fold_word(word)
    for word in (
        "إلى", "في", "لدى", "باسم", "لشؤون", "بشؤون", "عن", "من",
        "على", "شؤون", "لجهود", "لـ", "المعني", "حول",
    )
)  # fmt: skip
_SOURCE_LINKS: Final = frozenset(fold_word(word) for word in ("من", "في", "داخل", "لدى", "عن", "بين", "على"))
_LINKED: Final[Mapping[str, frozenset[str]]] = {
    "office": _LINKS,
    "person": _LINKS,
    "body": _LINKS,
    "persons": _SOURCE_LINKS,
    "bodies": _SOURCE_LINKS,
    "source": _SOURCE_LINKS,
}
_EIGHT: Final = fold_word("الثمانية")  # no feminine adjective, though it ends like one
_LEVEL: Final = fold_word("المستوى")
_HIGH: Final = ("رفيع", "عالي")
_OVER: Final = fold_word("على")
_OVERSEERS: Final = tuple(fold_word(word) for word in ("مشرف", "قائم", "مطلع", "مطلعون", "مطلعين"))
_MEDIA: Final = frozenset({"agency", "broadcaster", "newspaper"})
_COUNTABLE: Final = frozenset({"persons", "bodies"})
_OBJECTS: Final = _COUNTABLE | {"person"}  # of heads that are known as an indefinite object
_MARKS: Final = frozenset({'"', "«", "“", "(", "،"})
_NEEDS_CONSTRUCT: Final = frozenset({"body", "state", "place", "office"})
MIN_QUALITY_LETTERS: Final = 5
MAX_OUTLET_WORD_COUNT: Final = 100  # rarer words behind "newspaper" are taken for its name
_FOREIGN_ARTICLES: Final = frozenset(fold_word(word) for word in ("ذي", "ذا", "لا", "لو", "در", "دير", "إل"))
_OF: Final = fold_word("من")
_WITH: Final = "ب"  # met with a number of
_OF_SEVERAL: Final = QUANTIFIERS | PARTITIVES | {_WITH + word for word in PARTITIVES}
_QUALITIES: Final = frozenset(
    fold_word(word)
    for word in ("كبير", "كبيرة", "كبار", "بارز", "بارزة", "رفيع", "سابق", "سابقة", "سابقون", "عسكري", "أمني", "حكومي")
)
_REPORTERS: Final = frozenset(fold_word(word) for word in ("مراسل", "مراسلة", "موفد", "موفدة", "مندوب"))
_BODIES: Final = frozenset({"body", "bodies"})
_ALONE: Final = frozenset({"person", "state", "place"})  # names to which nothing behind them belongs


class Party(NamedTuple):
    """A party phrase over tokens ``first`` to ``end``: its head word, its kind, and what is named in it.

    ``kind`` is the kind of the name it is (``person``, ``body``, ``state``, ``place``, ``nationality``), ``office``,
    or the class of its head in ``heads.tsv``. ``countries`` are lower-case codes in the order named.
    """

    first: int
    end: int
    span: Span
    head: str
    kind: str
    name: Match[Name] | None
    offices: tuple[str, ...]
    countries: tuple[str, ...]
    definite: bool


@cache
def _adjectives() -> Mapping[str, str]:
    table = files(__package__).joinpath("adjectives.tsv")
    return {fold_word(entry.form): entry["class"] for entry in load_entries(table, "adjective")}


def head_at(token: Token) -> tuple[Entry, int] | None:
    """Return the row of ``heads.tsv`` a token is, with the clitic characters before it."""
    return HEADS[token.folded]


def head_of(folded: str) -> tuple[Entry, int] | None:
    """Return the row of ``heads.tsv`` that a folded word is, with the clitic characters before it."""
    table = heads()
    readings = name_variants(folded)
    for word, cut in readings:
        if word in table:
            return table[word], cut
    if folded.endswith("ا"):  # the indefinite object: officials, envoys
        for word, cut in readings:
            entry = table.get(word[:-1])
            if entry is not None:
                return (entry, cut) if entry["class"] in _OBJECTS else None
    return None


HEADS: Final = Memo(head_of)


def find_party(chart: Chart, place: int, limit: int) -> Party | None:
    """Return the party phrase that starts at a token and ends before ``limit``, None when none starts there."""
    if place >= limit or not (chart.beginnings or beginnings_of(chart))[place] or chart.dated[place]:
        return None
    known = chart.parties
    asked = place, limit
    if asked not in known:  # several rooms ask for one place
        known[asked] = _read_party(chart, place, limit)
    return known[asked]


def _read_party(chart: Chart, place: int, limit: int) -> Party | None:
    token = chart.tokens[place]
    if token.kind is not WORD:
        return _quoted_party(chart, place, limit)
    part = _part_of(chart, place, limit) if token.folded in _OF_SEVERAL else 0
    if part:
        party = find_party(chart, part, limit)
        own = token.span._replace(start=token.start + int(token.folded[1:] in PARTITIVES))
        return party._replace(first=place, span=own.until(party.span)) if party is not None else None
    name = chart.name_at(place)
    if name is not None and name.end <= limit:
        kind = name.kind
        if kind in _ALONE:
            return _named(chart, name, kind)
        if kind == "body":
            return _body(chart, place, limit, name)
        return _phrase(chart, place, limit, name.end, name.span.start, kind)
    head = head_at(token)
    if head is None:
        return None
    entry, cut = head
    return _phrase(chart, place, limit, place + 1, token.start + raw_length(token, cut), entry["class"])


def _named(chart: Chart, name: Match[Name], kind: str) -> Party:
    """Return the party that a name alone is, whatever stands behind it."""
    place = name.first
    if place not in chart.named:
        chart.named[place] = _party(chart, place, name.end, name.span.start, "", kind, name)
    return chart.named[place]


def _part_of(chart: Chart, place: int, limit: int) -> int:
    """Return the token of those of whom some or all are meant: all states, one of the leaders; 0 for any other."""
    folded = chart.words[place]
    bare = folded[1:] if folded.startswith(_WITH) else folded
    if place + 2 < limit and chart.words[place + 1] == _OF and not PARTITIVES.isdisjoint({folded, bare}):
        return place + 2
    return place + 1 if folded in QUANTIFIERS and place + 1 < limit else 0


def cut_at(chart: Chart, party: Party, end: int) -> Party:
    """Return a phrase up to a token, without what stands from there on."""
    return party._replace(end=end, span=party.span._replace(end=chart.tokens[end - 1].end))


def find_parties(chart: Chart, place: int, limit: int) -> list[Party]:
    """Return the parties joined by "and" or commas that start at a token; empty when none does."""
    found: list[Party] = []
    while True:
        party = find_party(chart, place, limit)
        if party is None:
            return found
        named = _named_of_several(chart, party, limit)
        found += named or [party]
        place = found[-1].end
        if place < limit and chart.words[place] in COMMAS and _joined(chart, place + 1, limit):
            place += 1
        elif not _joined(chart, place, limit):
            return found


def _named_of_several(chart: Chart, party: Party, limit: int) -> list[Party]:
    """Return those whom a plural office names one by one: the foreign ministers of X, A, and of Y, B; else none."""
    if party.end >= limit or party.name is not None or not is_several(chart.tokens[party.first]):
        return []
    people: list[Party] = []
    place = party.end
    while place < limit and (name := chart.name_at(place)) is not None and name.kind == "person":
        people.append(_named(chart, name, "person"))
        place = name.end + (name.end < limit and chart.words[name.end] in COMMAS)
        land = chart.name_at(place) if place < limit else None
        if land is None or land.kind not in {"state", "nationality"} or not chart.glued(land).startswith("و"):
            break
        place = land.end
    return people if len(people) > 1 else []


def _joined(chart: Chart, place: int, limit: int) -> bool:
    if place >= limit:
        return False
    token = chart.tokens[place]
    if not token.folded.startswith("و"):
        return False
    name = chart.name_at(place)
    if name is not None:
        return chart.glued(name).startswith("و")
    head = head_at(token)
    return head is not None and head[1] > 0


def _quoted_party(chart: Chart, place: int, limit: int) -> Party | None:
    """Return the party inside quotation marks or brackets, its marks included in the tokens; a hash closes with nothing."""
    token = chart.tokens[place]
    if token.folded not in MARKS or place + 1 >= limit:
        return None
    name = chart.name_at(place + 1)
    if name is None or name.kind not in {"person", "body", "state"}:
        return None
    closed = token.folded != "#" and name.end < limit and chart.tokens[name.end].kind is PUNCTUATION
    end = name.end + 1 if closed else name.end
    party = find_party(chart, place + 1, limit)
    return party._replace(first=place, end=max(end, party.end)) if party else None


def _body(chart: Chart, place: int, limit: int, name: Match[Name]) -> Party:
    """Return a body with the nationality after it: the ministry of a state."""
    end = name.end
    after = chart.name_at(end) if end < limit else None
    if after is not None and after.kind == "nationality" and not chart.glued(after):
        end = after.end if _tells_more(chart, name.first, after.first) else end
    elif is_person(after) and chart.words[place].startswith("ال") and not head_at(chart.tokens[place]):
        assert after is not None
        return _party(chart, place, after.end, name.span.start, "", "person", after)
    return _party(chart, place, end, name.span.start, "", name.kind, name)


def _phrase(chart: Chart, place: int, limit: int, end: int, start: int, kind: str) -> Party | None:
    """Return the phrase that an office, nationality or common noun heads, with what depends on it."""
    tokens, words = chart.tokens, chart.words
    limit = min(limit, place + MAX_PARTY_TOKENS)
    definite = words[end - 1].startswith(("ال", "وال", "لل", "بال")) or end - place > 1
    person: Match[Name] | None = None
    kinds = {kind}
    while end < limit and not chart.dated[end]:
        name = chart.name_at(end)
        if name is not None and name.end <= limit:
            glued = chart.glued(name)
            if glued.startswith("و") and not _continues(chart, place, end, name, kinds):
                break
            if glued == "ل" and (_is_media(name) or _is_of_others(chart, place, end, name)):
                break  # the outlet spoken to, the president whom another receives
            if name.kind == "person":
                if glued or kind == "persons" or words[place] in SEVERAL:
                    break  # members of a party, and whom they are about
                if kind in _BODIES and not words[place].startswith("ال"):
                    end = name.end if end == place + 1 else end  # the government of a man is not the man
                    break
                if kind == "source":
                    end = name.end  # a source close to him
                    break
                if kinds & {"state"} and rules_elsewhere(chart, end, name, tokens[place]):
                    break
                end = name.end
                if not possesses(chart, place, name):
                    person = name
                    break
                kinds.add("possessor")
                kind = "person"
                continue
            if name.kind == "nationality" and kind not in {"persons", "bodies", "pair"} and words[end] in demonyms():
                break
            if name.kind == "nationality" and not glued and not _tells_more(chart, place, end):
                break
            titled = name.kind == "office" and is_person(chart.name_at(name.end))
            if (
                name.kind in _NEEDS_CONSTRUCT
                and not glued
                and not titled
                and (
                    _closed(tokens[end - 1], definite=definite)
                    or _qualified(chart, place, end - 1)
                    or (end == place + 1 and _is_whole(kind, words[place]))
                )
            ):
                break
            kinds.add(name.kind)
            end = name.end
            continue
        if words[end] == "#":
            end = past_hashtag(chart, end, limit)
            continue
        quoted = past_quoted_body(chart, end, limit)
        if quoted and (end == place + 1 or _is_body(tokens[end - 1])):
            end = past_qualities(chart, quoted, limit)
            break
        step = _modifier(chart, end, limit, kind)
        if step == end or (end == place + 1 and words[end].startswith("ال") and _is_whole(kind, words[place])):
            break
        end = step
    while end > place + 1 and words[end - 1] in _LINKS:
        end -= 1
    if person is None and end < limit and words[end] in _MARKS:
        if kind == "outlet" or (end == place + 1 and words[place].removeprefix("و") in _REPORTERS):
            end = past_quoted_name(chart, end, limit)
        elif not speaks_for(chart, place, end):
            person, end = named_after_mark(chart, end, limit)
    if person is not None:
        return _party(chart, place, end, start, "", "person", person, office=True)
    return _party(chart, place, end, start, words[place], kind, None)


def _tells_more(chart: Chart, head: int, place: int) -> bool:
    """Return whether a nationality agrees with what stands before it: no object, as in "the army killed a Palestinian"."""
    word, before = chart.words[place], chart.words[place - 1]
    if before.startswith(("ال", "وال")) and not word.startswith("ال"):
        return False
    return not word.endswith(_ACCUSATIVE) or before.endswith(ALEF) or chart.words[head].endswith(ALEF)


def _is_quality(token: Token) -> bool:
    """Return whether a word without the article looks like an adjective of belonging: intelligence, tribal."""
    surface = token.surface
    return (
        len(surface) > MIN_QUALITY_LETTERS
        and surface.endswith(("ي", "ية", "يين", "يون"))
        and token.folded not in _LINKS
    )


def _is_body(token: Token) -> bool:
    """Return whether a word heads the phrases of bodies: the leader of the group "X"."""
    head = head_at(token)
    return head is not None and head[0]["class"] == "body"


def _is_media(name: Match[Name]) -> bool:
    entry = labels().get(name.value.entity or "")
    return entry is not None and entry["class"] in _MEDIA


def _closed(before: Token, *, definite: bool) -> bool:
    """Return whether the word before is definite by its article, so that no noun can stand in construct with it."""
    return definite and before.folded.startswith(("ال", "وال", "لل", "بال"))


def _is_whole(kind: str, word: str) -> bool:
    """Return whether nothing stands in construct with a plural, by its whole ending: gunmen killed *the mayor*."""
    return kind == "persons" and word.endswith(_WHOLE) and not word.startswith("ال")


def _qualified(chart: Chart, first: int, place: int) -> bool:
    """Return whether an adjective without the article closes a phrase: a senior American general."""
    word = chart.words[place]
    if word in _QUALITIES or (place > first and not word.startswith("ال") and word in _adjectives()):
        return True
    name = chart.name_at(place)
    return name is not None and name.kind == "nationality" and not word.startswith("ال")


def _continues(chart: Chart, first: int, end: int, name: Match[Name], kinds: set[str]) -> bool:
    """Return whether a joined name still belongs to the phrase: a second nationality, or a second office of a person."""
    if name.kind == "nationality":
        return "nationality" in kinds and (chart.name_at(name.end) is None)
    if name.kind == "state":
        return "state" in kinds and is_several(chart.tokens[first])  # the foreign ministers of X and Y
    if name.kind == "office":
        return (
            "office" in kinds
            and not of_other_countries(chart, first, end, name)
            and any(
                other is not None and other.kind == "person" and not chart.glued(other)
                for other in (chart.name_at(place) for place in range(name.end, min(name.end + 14, len(chart.tokens))))
            )
            and not any(word in {"،", ".", ":"} for word in chart.words[end : end + 12])
        )
    return False


def _is_of_others(chart: Chart, first: int, end: int, name: Match[Name]) -> bool:
    """Return whether a name is an office of another country than the phrase before it."""
    return name.kind == "office" and of_other_countries(chart, first, end, name)


def of_other_countries(chart: Chart, first: int, end: int, name: Match[Name]) -> bool:
    """Return whether a joined office is of another country than the phrase before it: somebody else's."""
    behind = chart.name_at(name.end)
    _, own = chart.codes_within(first, end)
    _, other = chart.codes_within(name.first, behind.end if behind else name.end)
    return bool(own and other) and own[0] != other[0]


def _modifier(chart: Chart, end: int, limit: int, kind: str) -> int:
    """Return the token after an adjective, a noun in construct or a linked phrase at ``end``, or ``end``."""
    token = chart.tokens[end]
    if token.kind is not WORD or token.folded in RELATIVES:
        return end
    adjectives, word, before = _adjectives(), token.folded, chart.words[end - 1]
    if word in adjectives or (word.endswith("ا") and before.endswith("ا") and word[:-1] in adjectives):
        apart = before.startswith("ال") and not word.startswith("ال") and head_at(token) is not None
        return end + (not apart)  # the delegation met officials
    if word == _LEVEL and before.startswith(_HIGH):
        return end + 1
    apart = stands_apart(kind, before, own := head_at(token))
    if word.startswith("ال") and len(word) > 3:
        construct = not before.startswith(("ال", "وال", "لل")) and before not in adjectives and not apart
        nisba = word.endswith(("ي", "يه", "يين", "يون")) and before.startswith(("ال", "وال", "لل"))
        people = kind == "persons" and before.endswith(_WHOLE) and head_at(chart.tokens[end - 1]) is not None
        village = people and word.endswith("يه") and word != _EIGHT  # the gunmen, and the village
        return end + 1 if construct or (nisba and not village) else end
    if kind in _LINKED and not before.startswith("ال") and _is_quality(token):
        return end + 1
    if kind == "outlet" and word_counts().get(word, 0) < MAX_OUTLET_WORD_COUNT:
        joined = word.startswith("و") and chart.document.parts[end][:1]
        return end if joined and joined[0].kind is PartKind.CONJUNCTION else end + 1  # the daily says, and adds
    if kind == "outlet" and word in _FOREIGN_ARTICLES and chart.name_at(end + 1) is not None:
        return end + 1
    if word.startswith("لل") and len(word) > 4 and kind in {"office", "person"}:
        return end if word.endswith("ين") else end + 1  # reporters are spoken to
    links = _LINKED.get(kind, frozenset())
    if word == _OVER and kind != "source" and not before.removeprefix("ال").startswith(_OVERSEERS):
        return end  # the minister on the need: what he stresses
    if word in links and end + 1 < limit and not chart.dated[end + 1]:
        after = chart.tokens[end + 1]
        if kind == "body" and chart.name_at(end + 1) is None:
            return end
        if chart.name_at(end + 1) is not None or (after.folded.startswith("ال") and after.folded not in RELATIVES):
            return end + 1
        head = head_at(after) if kind in {"source", "persons", "person", "office"} else None
        if head is not None and head[0]["class"] != "text":
            return end + 1  # a source in the ministry, not an official in a statement
    if own is not None and word not in heads() and word.endswith(ALEF) and not before.endswith(ALEF):
        return end  # gunmen killed a soldier
    if kind == "body" and own is not None and own[0]["class"] == "body" and word.startswith("لل"):
        return end + before.startswith("ال") * chart.words[end - 2].startswith("ال")  # the command of the army
    glued = (
        own is not None
        and own[1] > 0
        and not word.startswith(("ل", "بال") if kind in _LINKED and kind not in _BODIES else "ل")
    )  # "under the presidency of" opens another phrase
    if own and not (glued or apart or before.startswith(("ال", "وال")) or _is_nation(chart, end - 1)):
        return end + 1
    return end


def _is_nation(chart: Chart, place: int) -> bool:
    """Return whether the adjective of a nation stands at a token: no noun stands in construct with western states."""
    name = chart.name_at(place)
    return name is not None and name.kind == "nationality"


def _party(
    chart: Chart,
    first: int,
    end: int,
    start: int,
    head: str,
    kind: str,
    name: Match[Name] | None,
    *,
    office: bool = False,
) -> Party:
    tokens = chart.tokens
    last = tokens[end - 1]
    if head == "" and last.kind is PUNCTUATION:
        last = tokens[end - 2]
    offices, countries = chart.codes_within(first, end)
    definite = (
        office
        or name is not None
        or chart.words[first].startswith(("ال", "وال", "لل"))
        or bool(countries)
        or end - first > 2
        or (end - first > 1 and chart.words[first + 1].startswith("ال"))  # in construct with a definite noun
    )
    span = _new(Span, (start, last.end, tokens[first].field))
    return _new(Party, (first, end, span, head, kind, name, offices, countries, definite))


def bare_words(chart: Chart, first: int, end: int) -> frozenset[str]:
    """Return the folded words of tokens without their article."""
    return frozenset([_BARE[token.folded] for token in chart.tokens[first:end] if token.kind is WORD])


def _without_article(word: str) -> str:
    return word[2:] if word.startswith(("ال", "لل")) else word


_BARE: Final = Memo(_without_article)
