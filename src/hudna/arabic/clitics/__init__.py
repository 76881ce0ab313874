"""What Arabic writes together with a word: conjunctions, prepositions, the article, the future mark, pronouns."""

from hudna.arabic.clitics.readings import name_variants, variants, verb_variants
from hudna.arabic.clitics.split import cut_word, split_word
from hudna.arabic.clitics.stage import split_clitics

__all__ = ["cut_word", "name_variants", "split_clitics", "split_word", "variants", "verb_variants"]
