"""Offices and who held them when."""

from hudna.arabic.offices.holders import Term, holder_of, is_of_several, terms_of

__all__ = ["Term", "holder_of", "is_of_several", "terms_of"]
