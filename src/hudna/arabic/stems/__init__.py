"""What the words of one family share, as far as clitics, a lemma and endings tell: for comparing texts, not for reading."""

from hudna.arabic.stems.stem import stem_of

__all__ = ["stem_of"]
