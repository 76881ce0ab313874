"""A reporting word in one form."""

from hudna.model import Act
from hudna.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word in one form: ``form`` is ``perfect``, ``imperfect``, ``participle`` or ``noun``.

    ``frames`` says what may open the content: ``ان`` (a that-clause), ``colon``, ``object``, a preposition,
    ``person`` (the one addressed stands before a preposition), ``bare`` (nothing). ``pronoun`` is the object glued
    to the verb: whom it accuses, asks or describes. ``own`` is a verb in the first person: we consider.
    """

    id: str
    form: str
    plural: bool
    feminine: bool
    act: Act
    frames: frozenset[str]
    attitude: bool
    pronoun: str = ""
    own: bool = False
