"""What Arabic writes together with a word: conjunctions, prepositions, the article, the future mark, pronouns."""

from hudna.arabic.clitics.variants import name_variants, variants, verb_variants

__all__ = ["name_variants", "variants", "verb_variants"]
