"""A pledge while it is being read."""

from hudna.arabic.pledges.what import when_of
from hudna.model import Match, Party, Place, Pledge, PledgeKind, Span, TimeMention
from hudna.model.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One telling of a pledge over tokens ``first`` to ``end``.

    ``trigger`` is the binding word, where there is one; ``noun`` tells that it is a noun: the threats by X.
    """

    kind: PledgeKind
    who: tuple[Party, ...]
    first: int
    end: int
    what: Span
    rule: str
    trigger: Span | None = None
    to_whom: Party | None = None
    date: Match[TimeMention] | None = None
    condition: Span | None = None
    place: Place | None = None
    told: str | None = None
    hedges: tuple[Span, ...] = ()
    sure: bool = False
    noun: bool = False

    def match(self) -> Match[Pledge]:
        """Return the record of the pledge, without its number."""
        evidence = (self.what,) if self.trigger is None else (self.trigger, self.what)
        pledge = Pledge(
            id="",
            kind=self.kind,
            who=self.who,
            what=self.what,
            to_whom=self.to_whom,
            due=when_of(self.date),
            condition=self.condition,
            place=self.place,
            attributed_to=self.told,
            hedges=self.hedges,
            sure=self.sure and not self.hedges,
            rule=self.rule,
            evidence=evidence,
        )
        return Match("pledge", self.first, self.end, self.what, pledge, self.rule)
