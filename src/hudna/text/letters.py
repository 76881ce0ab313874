"""Characters by code point; the only place outside the language rooms that names Arabic letters."""

HAMZA = "\u0621"
ALEF_MADDA = "\u0622"
ALEF_HAMZA_ABOVE = "\u0623"
WAW_HAMZA = "\u0624"
ALEF_HAMZA_BELOW = "\u0625"
YEH_HAMZA = "\u0626"
ALEF = "\u0627"
BEH = "\u0628"
TEH_MARBUTA = "\u0629"
TEH = "\u062a"
JEEM = "\u062c"
ZAIN = "\u0632"
TATWEEL = "\u0640"
FEH = "\u0641"
KAF = "\u0643"
LAM = "\u0644"
HEH = "\u0647"
WAW = "\u0648"
ALEF_MAKSURA = "\u0649"
YEH = "\u064a"
FATHATAN = "\u064b"
DAMMA = "\u064f"
SHADDA = "\u0651"
SUKUN = "\u0652"
HAMZA_ABOVE = "\u0654"
HAMZA_BELOW = "\u0655"
MADDA_ABOVE = "\u0653"
SUPERSCRIPT_ALEF = "\u0670"
ALEF_WASLA = "\u0671"
PEH = "\u067e"
TCHEH = "\u0686"
JEH = "\u0698"
VEH = "\u06a4"
KEHEH = "\u06a9"
GAF = "\u06af"
HEH_DOACHASHMEE = "\u06be"
HEH_GOAL = "\u06c1"
FARSI_YEH = "\u06cc"
AE = "\u06d5"

ARABIC_BLOCK = range(0x0600, 0x0700)

# Code points, inclusive, of everything Unicode calls a vowel sign, a Quranic mark or a joining control;
# they stand on letters and are no letters.
MARKS = (
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E4),
    (0x06E7, 0x06E8),
    (0x06EA, 0x06ED),
    (0x08D3, 0x08FF),
)
CONTROLS = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x061C, 0x061C),  # Arabic letter mark
    (0x200B, 0x200F),  # zero-width space, joiners, directional marks
    (0x202A, 0x202E),  # embeddings and overrides
    (0x2060, 0x2064),  # word joiner and invisible operators
    (0x2066, 0x2069),  # isolates
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),  # zero-width no-break space
)
PRESENTATION_FORMS = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC))

ARABIC_COMMA = "\u060c"
ARABIC_SEMICOLON = "\u061b"
ARABIC_QUESTION_MARK = "\u061f"
ARABIC_FULL_STOP = "\u06d4"
HORIZONTAL_ELLIPSIS = "\u2026"

LEFT_GUILLEMET, RIGHT_GUILLEMET = "\u00ab", "\u00bb"
LEFT_DOUBLE, RIGHT_DOUBLE, LOW_DOUBLE = "\u201c", "\u201d", "\u201e"
LEFT_SINGLE, RIGHT_SINGLE, LOW_SINGLE = "\u2018", "\u2019", "\u201a"
STRAIGHT_DOUBLE, STRAIGHT_SINGLE = '"', "'"

COMMAS = frozenset({",", "\u060c"})
DASHES = frozenset({"-", "\u2013", "\u2014"})
