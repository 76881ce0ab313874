"""Whether what stands behind a verb of killing or taking are people, and whom a number behind a name counts."""

from hudna.arabic.incidents.around import skip_adjuncts
from hudna.arabic.incidents.counts import Amount, amount_at
from hudna.arabic.incidents.glued import clitics_before
from hudna.arabic.incidents.heads import bare
from hudna.arabic.incidents.parties import Force, force_at, words_of
from hudna.arabic.incidents.qualifiers import is_apart
from hudna.arabic.incidents.things import thing_at
from hudna.arabic.incidents.victims import victims_at
from hudna.arabic.incidents.words import actors, amounts, markers
from hudna.arabic.scene import Scene
from hudna.model import WORD


def is_person(scene: Scene, thing: Force) -> bool:
    """Return whether a phrase without a number names one person."""
    names = [name for p in range(thing.first, thing.end) if (name := scene.chart.name_at(p)) is not None]
    return bool(names) and (names[0].kind == "person" or (names[0].kind == "office" and names[-1].kind == "person"))


def is_someone(scene: Scene, found: tuple[Amount, Force | None, int]) -> bool:
    """Return whether what a verb of stopping stops are surely people: a person by name, people that a number counts."""
    amount, thing, _ = found
    if thing is None:
        return False
    head = bare(scene.words[thing.first])
    if head in markers()["human"] or head in markers()["fighter"] or is_person(scene, thing):
        return True
    counted = amount.end > amount.first and amount.least is not None
    people = head in amounts()["single"] or head.endswith(("ين", "ون")) or head in actors()["armed"]
    return counted and people


def counted_object(scene: Scene, thing: Force, limit: int) -> tuple[Amount, Force | None, int] | None:
    """Return the people that a number behind a named person counts: NAME killed six worshippers; an age counts nobody."""
    name = scene.chart.name_at(thing.first)
    if name is None or name.kind != "person" or thing.end >= limit:
        return None
    amount = amount_at(scene.tokens, thing.end, limit)
    if amount is None or amount.least is None or amount.end >= limit:
        return None
    return None if scene.words[amount.end] in markers()["years"] else victims_at(scene, thing.end, limit)


def kills(scene: Scene, thing: Force, limit: int) -> bool:
    """Return whether a single person behind a verb has an object of his own behind him: a woman killed her husband."""
    if thing.end >= limit or thing.first + 1 != thing.end or scene.chart.name_at(thing.first) is not None:
        return False
    return scene.tokens[thing.end].kind is WORD and is_apart(scene, thing.first, thing.end)


def is_counted(scene: Scene, force: Force) -> bool:
    """Return whether a number stands right before a phrase: five soldiers were killed."""
    return False if force.first == 0 else amount_at(scene.tokens, force.first - 1, force.first) is not None


def jailer_at(scene: Scene, place: int, limit: int) -> Force | None:
    """Return who stands in construct with an arrest whose object is a man by his name: the police's arrest of NAME."""
    if place >= limit:
        return None
    force = force_at(scene, place, limit)
    if force is None and scene.words[place] in markers()["justice"]:
        name = scene.chart.name_at(place + 1) if place + 1 < limit else None
        end = name.end if name is not None and name.kind == "nationality" else place + 1
        force = Force(place, end, words_of(scene, place, end), armed=True)
    if force is None or not force.armed:
        return None
    start = skip_adjuncts(scene, force.end, limit)
    man = thing_at(scene, start, limit) if start < limit and not clitics_before(scene, start) else None
    return force._replace(end=start) if man is not None and is_person(scene, man) else None
