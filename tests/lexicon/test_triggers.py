"""Words that open something are found at their places, whoever looks for them first."""

from dataclasses import replace

from hudna.lexicon import Trigger
from hudna.model import Article
from hudna.text import segment


def test_a_trigger_finds_its_words_in_title_and_text():
    """The tokens of the title come first."""
    trigger = Trigger(lambda folded: folded == "هدنه")
    assert [0, 3] == list(trigger.places(segment(Article("a", "إعلان هدنة جديدة", title="هدنة ."))))


def test_a_trigger_made_later_is_looked_for_as_well():
    """A document that was looked through before is looked through again."""
    document = segment(Article("a", "هدنة جديدة"))
    assert [0] == list(Trigger(lambda folded: folded == "هدنه").places(document))
    assert [1] == list(Trigger(lambda folded: folded == "جديده").places(document))


def test_places_are_those_of_the_tokens_at_hand():
    """A document with other tokens does not take over the places of the one it was made from."""
    trigger = Trigger(lambda folded: folded == "هدنه")
    document = segment(Article("a", "هدنة جديدة"))
    assert [0] == list(trigger.places(document))
    assert [] == list(trigger.places(replace(document, tokens=document.tokens[1:])))
