"""Characters, folding, words, sentences and quotation marks: no words of any language."""

from hudna.text.folding import fold, fold_word
from hudna.text.memo import Memo
from hudna.text.segmenting import segment

__all__ = ["Memo", "fold", "fold_word", "segment"]
