"""Characters, folding, words, sentences and quotation marks: no words of any language."""

from hudna.text.folding import fold, fold_again, fold_word, fold_words
from hudna.text.memo import Memo
from hudna.text.segmenting import segment

__all__ = ["Memo", "fold", "fold_again", "fold_word", "fold_words", "segment"]
