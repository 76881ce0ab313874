"""Characters by code point; the only place outside the language rooms that names Arabic letters."""

from typing import Final

HAMZA: Final = "\u0621"
ALEF_MADDA: Final = "\u0622"
ALEF_HAMZA_ABOVE: Final = "\u0623"
WAW_HAMZA: Final = "\u0624"
ALEF_HAMZA_BELOW: Final = "\u0625"
YEH_HAMZA: Final = "\u0626"
ALEF: Final = "\u0627"
BEH: Final = "\u0628"
TEH_MARBUTA: Final = "\u0629"
TEH: Final = "\u062a"
JEEM: Final = "\u062c"
ZAIN: Final = "\u0632"
TATWEEL: Final = "\u0640"
FEH: Final = "\u0641"
KAF: Final = "\u0643"
LAM: Final = "\u0644"
HEH: Final = "\u0647"
WAW: Final = "\u0648"
ALEF_MAKSURA: Final = "\u0649"
YEH: Final = "\u064a"
FATHATAN: Final = "\u064b"
DAMMA: Final = "\u064f"
SHADDA: Final = "\u0651"
SUKUN: Final = "\u0652"
HAMZA_ABOVE: Final = "\u0654"
HAMZA_BELOW: Final = "\u0655"
MADDA_ABOVE: Final = "\u0653"
SUPERSCRIPT_ALEF: Final = "\u0670"
ALEF_WASLA: Final = "\u0671"
PEH: Final = "\u067e"
TCHEH: Final = "\u0686"
JEH: Final = "\u0698"
VEH: Final = "\u06a4"
KEHEH: Final = "\u06a9"
GAF: Final = "\u06af"
HEH_DOACHASHMEE: Final = "\u06be"
HEH_GOAL: Final = "\u06c1"
FARSI_YEH: Final = "\u06cc"
AE: Final = "\u06d5"

ARABIC_BLOCK: Final = range(0x0600, 0x0700)

# Code points, inclusive, of everything Unicode calls a vowel sign, a Quranic mark or a joining control;
# they stand on letters and are no letters.
MARKS: Final = (
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E4),
    (0x06E7, 0x06E8),
    (0x06EA, 0x06ED),
    (0x08D3, 0x08FF),
)
CONTROLS: Final = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x061C, 0x061C),  # Arabic letter mark
    (0x200B, 0x200F),  # zero-width space, joiners, directional marks
    (0x202A, 0x202E),  # embeddings and overrides
    (0x2060, 0x2064),  # word joiner and invisible operators
    (0x2066, 0x2069),  # isolates
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),  # zero-width no-break space
)
PRESENTATION_FORMS: Final = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC))

ARABIC_COMMA: Final = "\u060c"
ARABIC_SEMICOLON: Final = "\u061b"
ARABIC_QUESTION_MARK: Final = "\u061f"
ARABIC_FULL_STOP: Final = "\u06d4"
HORIZONTAL_ELLIPSIS: Final = "\u2026"

LEFT_GUILLEMET: Final = "\u00ab"
RIGHT_GUILLEMET: Final = "\u00bb"
LEFT_DOUBLE: Final = "\u201c"
RIGHT_DOUBLE: Final = "\u201d"
LOW_DOUBLE: Final = "\u201e"
LEFT_SINGLE: Final = "\u2018"
RIGHT_SINGLE: Final = "\u2019"
LOW_SINGLE: Final = "\u201a"
STRAIGHT_DOUBLE: Final = '"'
STRAIGHT_SINGLE: Final = "'"

COMMAS: Final = frozenset({",", "\u060c"})
DASHES: Final = frozenset({"-", "\u2013", "\u2014"})
