"""Who uses force and what is hit: phrases behind and before a word of force."""

from typing import Final, NamedTuple

from hudna.arabic.incidents.counts import integer_at
from hudna.arabic.incidents.extents import end_of, has_task, is_march, is_proper, past_allies, past_nations
from hudna.arabic.incidents.glued import clitics_before
from hudna.arabic.incidents.heads import bare, is_definite
from hudna.arabic.incidents.qualifiers import is_adjective, is_apart, is_charged, is_of_deed, is_quality, may_own
from hudna.arabic.incidents.verb_forms import is_verb_form
from hudna.arabic.incidents.words import actors, amounts, any_of, heads, markers, words
from hudna.arabic.names.beginnings import may_begin
from hudna.arabic.names.parties import Party as Phrase
from hudna.arabic.names.parties import find_parties, find_party
from hudna.arabic.names.tables import labels
from hudna.arabic.scene import OUTLETS, Scene, state_of
from hudna.lexicon import raw_length
from hudna.model import WORD, Match, Name, Party
from hudna.model.frozen import replace
from hudna.text import Memo, fold_word

MAX_BACK_TOKENS: Final = 12
MIN_PLURAL: Final = 5
MIN_CLOSED: Final = 2
_NISBA: Final = ("يه", "يين", "يون")
_ARMED_CLASSES: Final = frozenset({"armed_group", "army", "alliance", "state_organ", "party", "ministry"})
_ARMED_KINDS: Final = frozenset({"body", "bodies", "state", "pair", "side"})
TO_THEM: Final = frozenset({"له", "لها", "لهم"})
OPENING: Final = frozenset({'"', "«", "“", "#", "'"})
_OF_ARMY: Final = frozenset({"قوات", "وحدات"})
_BELONGING: Final = frozenset({"من", "تابعين"})  # those loyal to a body are not its own
_CLOSING: Final = {'"': '"', "»": "«", "”": "“"}

_WHOLE: Final = ("ون", "ين")  # a plural that nothing stands in construct with


class Force(NamedTuple):
    """A party over tokens ``first`` to ``end``; ``armed`` is whether it is one that uses force."""

    first: int
    end: int
    party: Party
    armed: bool
    phrase: Phrase | None = None


def force_at(scene: Scene, place: int, limit: int) -> Force | None:
    """Return the party that starts at a token, joined ones as one; None where none does."""
    if place >= limit:
        return None
    if not _MAY_OPEN[scene.words[place]] and not may_begin(scene.chart, place):
        return None
    known: dict[tuple[int, int], Force | None] = scene.forces
    asked = place, limit
    if asked not in known:  # several rules ask for one place
        known[asked] = _whole(scene, _read_force(scene, place, limit), limit)
    return known[asked]


def _whole(scene: Scene, force: Force | None, limit: int) -> Force | None:
    """Return a side with the words that tell which it is: factions loyal to X, American and British forces."""
    if force is None or force.end <= force.first or not force.armed:
        return force
    at = scene.chart.name_at(force.end - 1)
    if at is not None and at.kind == "place" and scene.chart.glued(at) == "ب" and at.first > force.first:
        return force._replace(end=at.first, party=words_of(scene, force.first, at.first))  # where they are
    end = past_nations(scene, force.first, force.end, limit)
    end = past_allies(scene, end, limit)
    if end == force.end and force.party.entity is None and not force.party.implied:
        end = end_of(scene, force.first, end, limit)
    return force if end == force.end else force._replace(end=end, party=words_of(scene, force.first, end))


def _read_force(scene: Scene, place: int, limit: int) -> Force | None:
    word = scene.words[place]
    if place + 1 < limit and (word in markers()["demonstrative"] or (word in OPENING and word != "#")):
        found = force_at(scene, place + 1, limit)
        return found._replace(first=place) if found is not None else None
    if word == "#" and (tagged := force_at(scene, place + 1, limit)) is not None:
        return tagged._replace(first=place)
    is_word = scene.tokens[place].kind is WORD
    head = bare(word) if is_word else ""
    if head in markers()["half"] and not _is_whole(scene, place + 1, head, limit):
        return None
    if head in actors()["platform"] and scene.chart.name_at(place) is None and not is_march(scene, place):
        return _platform(scene, place, limit)
    inner = _army_of(scene, place, head, limit)
    if inner is not None:
        return inner
    phrases = find_parties(scene.chart, place, limit)
    if phrases and _usable(phrases[0]) and not _joins_armed(scene, head, phrases[0].end, limit):
        return _of_phrases(scene, phrases, limit)
    if head in actors()["armed"]:
        end = _phrase_end(scene, place, limit)
        if end == place + 1 and head in actors()["collective"] and end < limit and scene.words[end] == "من":
            members = force_at(scene, end + 1, limit)
            end = members.end if members is not None else end
        if end == place + 1 and end + 1 < limit and scene.words[end + 1] in _CLOSING.values():
            body = force_at(scene, end, limit) if scene.words[end] in markers()["named-body"] else None
            name = scene.chart.name_at(end + 2) if end + 2 < limit else None
            if body is not None and body.armed:  # the fighters of the organisation "X"
                entity = body.party.entity or (name.value.entity if name is not None else None)
                return body._replace(first=place, party=replace(body.party, entity=entity))
        if end > place + 2 and scene.words[place + 1] == "من":
            body = force_at(scene, place + 2, limit)
            if body is not None and body.phrase is not None and body.phrase.name is not None:
                return body._replace(first=place, armed=True)
        if end < limit and scene.words[end][0] == "و" and bare(scene.words[end]) in actors()["armed"]:
            other = force_at(scene, end, limit)  # soldiers and gunmen, gunmen and the forces of X
            end = other.end if other is not None else _phrase_end(scene, end, limit)
        return Force(place, end, words_of(scene, place, end), armed=True)
    if is_word and scene.chart.name_at(place) is None:
        owner = _owner_of(scene, place, head)
        if owner is not None:
            return Force(place, place + 1, owner, armed=True)
    return None


def _is_whole(scene: Scene, place: int, head: str, limit: int) -> bool:
    """Return whether what follows makes a head a side: the air arm, the directorate of security; no arms, no district."""
    if head.removeprefix("ال") == "سلاح":
        return place < limit and scene.words[place] in markers()["branch"]
    if place >= limit or scene.chart.name_at(place) is not None:
        return False
    return scene.words[place] in any_of("of-power", "powers") or scene.words[place].startswith("العام")


def _joins_armed(scene: Scene, head: str, end: int, limit: int) -> bool:
    """Return whether an armed head with nothing behind it is joined to another: soldiers and gunmen loyal to X."""
    if head not in actors()["armed"] or end >= limit or scene.words[end][0] != "و":
        return False
    return scene.chart.name_at(end) is None and bare(scene.words[end]) in actors()["armed"]


def _army_of(scene: Scene, place: int, head: str, limit: int) -> Force | None:
    """Return the army whose forces or units a phrase names: the forces of the Syrian army are that army."""
    if head not in _OF_ARMY or place + 1 >= limit or bare(scene.words[place + 1]) != "الجيش":
        return None
    found = force_at(scene, place + 1, limit)
    return found._replace(first=place) if found is not None and found.party.entity is not None else None


def _owner_of(scene: Scene, place: int, head: str) -> Party | None:
    """Return whose fighters these are, where a pronoun tells it: the last party named before that uses force."""
    if not _OWNED[head]:
        return None
    for first in range(place - 1, max(-1, place - MAX_BACK_TOKENS * 2), -1):
        if scene.chart.name_at(first) is None and scene.words[first].removeprefix("و") not in markers()["owner-body"]:
            continue
        found = force_at(scene, first, place)
        if found is not None and found.armed:
            return replace(found.party, implied=True)
        name = scene.chart.name_at(first)
        if name is not None and name.kind == "place" and name.first == first and scene.statements_from(first - 1):
            value = name.value  # a capital that speaks
            return Party(value.span, value.label, value.entity, None, True)
    return None


def _is_owned(head: str) -> bool:
    """Return whether a head is a word for fighters with a pronoun on it."""
    stems = [head.removesuffix(owner) for owner in ("ها", "هم", "ه") if head.endswith(owner)]
    return any(stem in actors()["armed"] or stem + "ن" in actors()["armed"] for stem in stems)


_OWNED: Final = Memo(_is_owned)


def _may_open(word: str) -> bool:
    """Return whether a word opens a party that uses force though no name or word for a party stands there."""
    head = bare(word)
    opens = word in markers()["demonstrative"] or word in OPENING
    return opens or head in heads() or head in _OF_ARMY or _OWNED[head]


_MAY_OPEN: Final = Memo(_may_open)


def _usable(phrase: Phrase) -> bool:
    if phrase.kind in {"text", "outlet", "source", "nationality", "place"}:
        return False
    entry = labels().get((phrase.name.value.entity or "") if phrase.name is not None else "")
    return entry is None or entry["class"] not in OUTLETS


def _platform(scene: Scene, place: int, limit: int) -> Force:
    """Return those whose aircraft or guns these are; the phrase itself where only an adjective tells."""
    end = place + 1
    closed = is_definite(scene, place)
    nation: Match[Name] | None = None
    foe = False
    marks = 0
    while end < min(limit, place + 6):
        word = scene.words[end]
        if word == "#":
            end += 1
            marks += 1
            continue
        if scene.chart.dated[end]:
            break
        if word in markers()["half"] and (arm := force_at(scene, end, limit)) is not None:
            return arm._replace(first=place)  # the planes of the air arm
        if word in markers()["loyal"] and end + 1 < limit and scene.words[end + 1].startswith("ل"):
            inner = force_at(scene, end + 1, limit)
            if inner is not None:
                return inner._replace(first=place, armed=True)
            behind = end + 2  # planes that belong to the regime
            return Force(place, behind, words_of(scene, place, behind), armed=True)
        if word in markers()["foe"]:  # the planes of the aggression, as one side calls the other
            end, foe, closed = end + 1, True, True
            continue
        if end + 1 < limit and word in markers()["without"] and scene.words[end + 1] in markers()["drone"]:
            end += 2
            continue
        name = scene.chart.name_at(end)
        if name is not None and name.kind in {"body", "state", "person"}:
            inner = force_at(scene, end, limit)
            if inner is not None:
                return inner._replace(first=place, armed=True)
            break
        if name is not None and name.kind == "nationality" and not scene.chart.glued(name):
            nation = nation or name
            end = name.end
            continue
        if word.startswith("ال") and not closed and end > place + 1 + marks:
            break  # warplanes of no article and what they hit
        of = word.startswith("ل") and scene.words[end - 1] in markers()["loyal"]
        owner = of or word.startswith(("ال", "لل", "قوات", "لقوات"))
        phrase = find_party(scene.chart, end, limit) if owner else None
        if phrase is not None and phrase.kind == "body":
            found = force_at(scene, end, limit)
            return (
                found._replace(first=place, armed=True)
                if found
                else Force(place, end, words_of(scene, place, end), True)
            )
        if word in markers()["thing-stop"] or not (word.startswith("ال") or word in markers()["machine"]):
            break
        if closed and not word.startswith("ال") and is_definite(scene, place):
            break  # the Turkish air force, and a fighter that it shot down
        closed = closed or word.startswith("ال")
        end += 1
    nation = (
        None if foe or is_definite(scene, place) or bare(scene.words[place]) in markers()["half"] else nation
    )  # the Syrian air force is a body, Syrian planes are not
    state = state_party(scene, nation) if nation is not None and state_of(nation) is not None else None
    if state is not None:
        return Force(place, end, replace(state, span=words_of(scene, place, end).span), armed=True)
    return Force(place, end, words_of(scene, place, end), armed=True)


def _of_phrases(scene: Scene, phrases: list[Phrase], limit: int) -> Force:
    owner = _body_of(scene, phrases[0], limit)
    if owner is not None:
        return owner
    kept = [phrases[0]]
    for phrase in phrases[1:]:
        if phrase.kind != phrases[0].kind and not _armed(scene, phrase):
            break
        kept.append(phrase)
    first = kept[0]
    armed = _armed(scene, first)
    if len(kept) > 1:
        return Force(first.first, kept[-1].end, words_of(scene, first.first, kept[-1].end), armed, first)
    for inside in range(first.first + 1, first.end):
        if first.name is None and _ends_group(scene, first.first, inside):
            return Force(first.first, inside, words_of(scene, first.first, inside), armed, first._replace(end=inside))
    meaning = scene.referents.meaning(first)
    row = labels().get(meaning.entity or "")
    if meaning.implied and row is not None and row["class"] == "armed_group" and _is_army(scene, first.first):
        return Force(first.first, first.end, words_of(scene, first.first, first.end), armed, first)
    end = first.end
    if first.kind == "body" and first.name is not None:
        while end < limit and scene.words[end] in markers()["body-quality"]:
            end += 1
    party = Party(meaning.span, meaning.label, meaning.entity, None, meaning.implied or None)
    if first.name is None and not meaning.implied and first.kind in {"persons", "bodies", "body"}:
        named = any((name := scene.chart.name_at(at)) and name.end == first.end for at in range(first.first, first.end))
        named = named or first.end == limit or _is_closed(scene, first)
        end = _phrase_end(scene, first.end - 1, limit) if not named else end
        end = max(end, _past_leader(scene, max(end, first.end), limit))
        party = words_of(scene, first.first, max(end, first.end))
        end = max(end, first.end)
    if meaning.implied or party.span.start < first.span.start:
        party = Party(first.span, meaning.label, meaning.entity, None, True)
    return Force(first.first, end, party, armed, first)


def _is_closed(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a place behind a phrase that an adjective without the article closes is no part of it."""
    behind, last = scene.chart.name_at(phrase.end), scene.words[phrase.end - 1]
    if behind is None or behind.kind not in {"place", "state"} or phrase.end - phrase.first < MIN_CLOSED:
        return False
    return last.endswith(_NISBA) and not last.startswith("ال")


def _past_leader(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind the man whose forces a phrase names: the forces of President X, militias loyal to X."""
    name = scene.chart.name_at(place) if place < limit else None
    if name is None or name.first != place or name.kind not in {"person", "state", "body"}:
        return place
    front, before = scene.chart.glued(name), scene.chart.name_at(place - 1)
    led = name.kind == "person" and not front and before is not None and before.kind == "office"
    loyal = front in {"ل", "لل"} and scene.words[place - 1] in markers()["loyal"]
    return name.end if led or loyal else place


def _ends_group(scene: Scene, first: int, place: int) -> bool:
    """Return whether a token inside a phrase without a name is no longer of it: a place, an object behind the article."""
    word = scene.words[place]
    name = scene.chart.name_at(place)
    if place == first + 1 and scene.words[first].endswith(_WHOLE) and word.startswith("ال"):
        return not is_definite(scene, first)  # protesters, and the road that they cut
    glued = scene.chart.glued(name) if name is not None else ""
    if name is not None and name.kind == "place" and name.first == place and glued in {"ل", "لل"}:
        return (
            is_definite(scene, place - 1) and scene.words[place - 1] not in markers()["loyal"]
        )  # its siege of the town
    if name is not None and name.kind == "place" and name.first == place and not glued:
        return is_definite(scene, first) or any(  # the forces of X's regime, and the town that they shelled
            (other := scene.chart.name_at(at)) is not None and other.end == place and other.kind in {"body", "person"}
            for at in range(first, place)
        )
    if is_of_deed(bare(scene.words[first]), word):
        return True
    if name is not None and name.kind == "nationality" and not scene.chart.glued(name):
        return is_definite(scene, first) and not is_definite(scene, place)  # the Israeli police, and a Palestinian
    if word in {"في", "ب", "الي"} or is_verb_form(word):
        return not scene.chart.dated[place]
    closed = is_definite(scene, first) and scene.tokens[place].kind is WORD
    if not closed or scene.chart.name_at(place) is not None or word[0] == "و":
        return False
    return not is_definite(scene, place) or not is_adjective(word)


def _is_army(scene: Scene, place: int) -> bool:
    return bare(scene.words[place]) == "الجيش"


def _body_of(scene: Scene, phrase: Phrase, limit: int) -> Force | None:
    """Return the body whose members a phrase names: fighters of a movement."""
    if phrase.kind != "persons" or bare(scene.words[phrase.first]) not in actors()["armed"]:
        return None
    for place in range(phrase.first + 1, min(limit, phrase.first + 4)):
        word = scene.words[place]
        name = scene.chart.name_at(place)
        if name is not None and name.kind == "body" and scene.words[place - 1] in _BELONGING:
            found = force_at(scene, place, limit)
            return found._replace(first=phrase.first, armed=True) if found is not None else None
        if name is not None or word not in _BELONGING:
            return None
    return None


def _armed(scene: Scene, phrase: Phrase) -> bool:
    head = bare(scene.words[phrase.first])
    if head in actors()["armed"]:
        return True
    if head.removeprefix("ال") in markers()["no-people"] or (phrase.name is None and head in markers()["unarmed"]):
        return False
    if phrase.name is not None and phrase.name.kind == "body":
        entry = labels().get(phrase.name.value.entity or "")
        if entry is not None and entry["class"] == "ministry":
            return not markers()["of-power"].isdisjoint(fold_word(entry.form).split())  # no ministry of health
        return entry is None or entry["class"] in _ARMED_CLASSES
    return phrase.kind in _ARMED_KINDS


def _phrase_end(scene: Scene, place: int, limit: int) -> int:
    """Return the token after a noun at a token with its adjectives and the body it belongs to."""
    head = bare(scene.words[place])
    end = place + 1 + (is_proper(scene, place + 1, head, limit) or 2 * has_task(scene, place + 1, head, limit))
    while end < min(limit, place + 6):
        token = scene.tokens[end]
        word = token.folded
        if token.kind is not WORD or scene.chart.dated[end] or integer_at(scene.tokens, end, limit):
            break
        if (
            word in {"من", "تابع", "تابعين", "تابعه", "تابعون", "موالون", "مواليه"}
            and end + 1 < limit
            and place + 1 == end
        ):
            inner = find_party(scene.chart, end + 1, limit)
            named = inner is not None and inner.name is not None and inner.name.kind != "place"
            land = scene.words[end + 1] in markers()["taken-ground"]  # where they come out of, not whose they are
            if inner is not None and (named or (inner.kind in {"body", "bodies"} and not land)):
                return inner.end
            break
        if word in markers()["loyal"] and end + 1 < limit:
            if scene.words[end + 1] in TO_THEM:
                return end + 2  # gunmen loyal to it
            inner = find_party(scene.chart, end + 1, limit)
            if inner is not None and scene.words[end + 1].startswith("ل"):
                return _past_leader(scene, inner.end, limit)
            break
        name = scene.chart.name_at(end)
        if name is not None and not scene.chart.glued(name) and name.kind in {"nationality", "body", "place", "state"}:
            nation = scene.chart.name_at(end - 1)
            of_nation = nation is not None and nation.kind == "nationality"
            whole = end == place + 1 and head.endswith(_WHOLE) and len(head) > MIN_PLURAL
            if name.kind in {"body", "place"} and (whole or of_nation or is_definite(scene, end - 1)):
                break  # the opposition, and the army that it accuses; western states, and the capital
            if name.kind == "nationality" and is_definite(scene, end - 1) and not is_definite(scene, end):
                break  # the Israeli police, and a Palestinian
            if name.kind == "nationality" and is_apart(scene, place, end):
                break  # an Israeli settler, and a Palestinian
            end = name.end
            continue
        body = name is not None and name.kind == "body" and scene.chart.glued(name) in {"ل", "لل"}
        if end == place + 1 and (body or (name is None and _owns(scene, place, word))):
            end = name.end if name is not None else end + 1  # a patrol of the police
            continue
        if (
            name is not None
            or word in markers()["thing-stop"]
            or word in words()
            or word in markers()["self"]
            or (word in markers()["epithet"] and word.startswith("ال"))
            or is_verb_form(word)
            or is_apart(scene, place, end)
            or is_charged(scene, end)
            or is_of_deed(head, word)
            or (word[0] in "وفبلك" and len(word) > 3 and clitics_before(scene, end))
        ):
            break
        before = scene.words[end - 1]
        definite = before.startswith(("ال", "لل")) or scene.chart.name_at(end - 1) is not None
        people = before.endswith(("ون", "ين")) and word.endswith("ه")  # gunmen, and the patrol that they hit
        parted = word in markers()["no-people"]
        one = head in amounts()["single"] and word.endswith("ي")  # a neo-Nazi gunman
        one = one or (head.endswith("ين") and scene.tokens[end].surface.endswith("ا") and end == place + 1)
        if people or (not word.startswith("ال") and (definite or parted or not (one or is_quality(word)))):
            break
        whole = (
            before.endswith(("ون", "ين")) and len(before) > MIN_PLURAL
        )  # nothing stands in construct with such a plural
        if word.startswith("ال") and ((definite and not is_adjective(word)) or (whole and not definite)):
            break
        end += 1
    return end


def _owns(scene: Scene, place: int, word: str) -> bool:
    """Return whether "of the" behind a head tells whose it is: a patrol of the police, not the settlers' storming of."""
    return word.startswith("لل") and not is_definite(scene, place) and may_own(scene, place, word)


def words_of(scene: Scene, first: int, end: int) -> Party:
    """Return the words of tokens as a party, without clitics in front."""
    span = scene.document.span(first, end)
    token = scene.tokens[first]
    cut = 0
    name = scene.chart.name_at(first)
    if name is not None:
        cut = name.span.start - token.start
    elif token.kind is WORD:
        head = bare(token.folded)
        if head != token.folded and token.folded.endswith(head):
            cut = raw_length(token, len(token.folded) - len(head))
        else:
            cut = clitics_before(scene, first)
    span = span._replace(start=span.start + cut)
    label = scene.document.article.words(span)
    if end < len(scene.tokens) and _CLOSING.get(scene.words[end], "") in label and _is_open(label):
        span = span.until(scene.document.span(end, end + 1))
        label = scene.document.article.words(span)
    by_article = name is None or name.value.label.startswith("ال")  # and not Lebanon
    if by_article and cut and token.surface[cut - 1 : cut + 1] == "لل":
        label = f"ا{label}"  # behind "for the" the article has lost its first letter
    elif name is None and cut > 1 and token.surface[cut - 2 : cut] == "لل":
        label = f"ال{label}"
    return Party(span, label)


def _is_open(label: str) -> bool:
    """Return whether a quotation mark is opened in a label and not closed."""
    return label.count('"') % 2 == 1 or label.count("«") > label.count("»") or label.count("“") > label.count("”")


def capital_at(scene: Scene, place: int, limit: int) -> Force | None:
    """Return the city that stands for its state right behind a verb, joined ones as one: Damascus launched an attack."""
    name = scene.chart.name_at(place)
    if name is None or name.kind != "place" or scene.chart.glued(name) or name.end > limit:
        return None
    value, end = name.value, name.end
    while end < limit and (more := scene.chart.name_at(end)) is not None and scene.chart.glued(more) == "و":
        end = more.end if more.kind == "place" else limit
    if name.end < end < limit:
        return Force(place, end, words_of(scene, place, end), armed=True)
    return Force(place, name.end, Party(value.span, value.label, value.entity), armed=True)


def state_party(scene: Scene, name: Match[Name]) -> Party:
    """Return the state that an adjective names: an Israeli raid."""
    key = state_of(name)
    label = labels()[key].form if key is not None and key in labels() else scene.document.article.words(name.value.span)
    return Party(name.value.span, label, key if key is not None and key in labels() else None)
