"""Wording: content words, what names say of those they name, and who speaks Arabic: for comparing what outlets write."""

from hudna.arabic.wording.counting import (
    WrittenAmount,
    amounts_in,
    fate_of,
    over_at,
    percent_end,
    refers_back,
    sort_of_people,
    tells_age,
    tells_amount,
    tells_share,
)
from hudna.arabic.wording.directions import Lying, find_directions
from hudna.arabic.wording.labels import Label, find_loaded, name_label, party_label, qualifiers_of
from hudna.arabic.wording.language import speaks_arabic
from hudna.arabic.wording.sources import body_behind, body_class, is_state_media, is_teller
from hudna.arabic.wording.voices import (
    body_spoken_for,
    is_credit,
    is_head,
    is_no_answer,
    is_nobody,
    is_said_in_passing,
    nationality_keys,
    speaker_keys,
)
from hudna.arabic.wording.words import (
    ContentWord,
    content_counts,
    content_keys,
    content_words,
    counts_people,
    weight_of,
)

__all__ = [
    "ContentWord",
    "Label",
    "Lying",
    "WrittenAmount",
    "amounts_in",
    "body_behind",
    "body_class",
    "body_spoken_for",
    "content_counts",
    "content_keys",
    "content_words",
    "counts_people",
    "fate_of",
    "find_directions",
    "find_loaded",
    "is_credit",
    "is_head",
    "is_no_answer",
    "is_nobody",
    "is_said_in_passing",
    "is_state_media",
    "is_teller",
    "name_label",
    "nationality_keys",
    "over_at",
    "party_label",
    "percent_end",
    "qualifiers_of",
    "refers_back",
    "sort_of_people",
    "speaker_keys",
    "speaks_arabic",
    "tells_age",
    "tells_amount",
    "tells_share",
    "weight_of",
]
