"""What people and the machine decide about the record; nothing of it is ever deleted."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from hudna.model.record import Judgement, RecordType
from hudna.model.span import Span

MACHINE: Final = "machine"  # who decided, where nobody did


class DecisionKind(StrEnum):
    """What a decision is about.

    A ``correction`` sets a value of an event, whatever its articles say; a ``misreading`` sets a value of one telling,
    because the article says otherwise than was read; a ``dismissal`` says that an article tells no such thing at all.
    An ``addition`` adds a record that was not read, in words of an article.
    A ``review`` says that the reading is right, a ``verification`` what is known of the happening itself.
    """

    SAME_ENTITY = "same_entity"
    SAME_EVENT = "same_event"
    SAME_STORY = "same_story"
    CORRECTION = "correction"
    MISREADING = "misreading"
    DISMISSAL = "dismissal"
    ADDITION = "addition"
    REVIEW = "review"
    VERIFICATION = "verification"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A telling as it stood when it was decided on: its article (by digest), id, type, and the words it rested on."""

    article: str
    record: str
    type: RecordType
    spans: tuple[Span, ...]

    @property
    def key(self) -> str:
        """The telling's key, as ``Member.key``."""
        return f"{self.article}/{self.record}"

    def shared_with(self, other: "Anchor") -> int:
        """Return how many characters of evidence two tellings of one type in one article share."""
        if self.article != other.article or self.type is not other.type:
            return 0
        return sum(
            min(one.end, two.end) - max(one.start, two.start)
            for one in self.spans
            for two in other.spans
            if one.overlaps(two)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Somebody's judgement on ``left``, or on whether ``left`` and ``right`` are one; withdrawn, never deleted.

    Both are entity ids or labels for ``same_entity``, digests of articles for ``same_story``, else keys of tellings. A decision on an event is bound to all its
    tellings of that time: the anchors of a side, ``left`` the first of them; so it finds them again in a new reading.
    ``field`` and ``value`` are what a correction, misreading or addition sets. ``reasons`` say why. ``by`` is a person or
    ``MACHINE``; times are ISO, in UTC. ``number`` is given by the store, in the order of deciding.
    """

    kind: DecisionKind
    left: str
    right: str = ""
    left_anchors: tuple[Anchor, ...] = ()
    right_anchors: tuple[Anchor, ...] = ()
    judgement: Judgement = Judgement.POSITIVE
    field: str | None = None
    value: str | None = None
    score: float | None = None
    reasons: tuple[str, ...] = ()
    by: str
    at: str
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
    withdrawn_reasons: tuple[str, ...] = ()
    number: int | None = None

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The anchors of both sides."""
        return self.left_anchors + self.right_anchors

    def touches(self, other: "Decision") -> bool:
        """Return whether two decisions are about the same: one entity, one telling, or evidence that overlaps."""
        if {self.left, self.right} & {other.left, other.right} - {""}:
            return True
        return any(one.key == two.key or one.shared_with(two) > 0 for one in self.anchors for two in other.anchors)
