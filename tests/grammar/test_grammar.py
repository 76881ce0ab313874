"""The rule engine, on words of no language in particular."""

import pytest

from hudna.grammar import Grammar, Layer, select
from hudna.grammar.pattern import parse_pattern
from hudna.lexicon import Variant
from hudna.model import Article, Match
from hudna.text import segment


def whole_word(folded):
    """Return the word, and the word after the clitic x."""
    return [Variant(folded, 0)] + ([Variant(folded[1:], 1)] if folded.startswith("x") and len(folded) > 1 else [])


def parse(layers, text, kinds, *, result=None):
    """Return what the rules make of a text in which the words of ``kinds`` are seeds of that kind."""
    document = segment(Article("a", text))
    seeds = []
    for token in document.tokens:
        for folded, cut in whole_word(token.folded):
            if folded in kinds:
                span = token.span._replace(start=token.start + cut)
                seeds.append(Match(kinds[folded], token.i, token.i + 1, span, folded, f"seed:{folded}"))
                break
    grammar = Grammar(layers, whole_word)
    made = grammar.parse(document.tokens, seeds, [sentence.first for sentence in document.sentences])
    chosen = select([match for match in made if result in {None, match.kind}], grammar.ranks)
    return [(text[match.span.start : match.span.end], match.value) for match in chosen]


def layer(*rules, name="all"):
    made = Layer(name, [])
    for kind, pattern, produce, *more in rules:
        made.rule(kind, pattern, **(more[0] if more else {}))(produce)
    return made


DAY = {"mon": "day", "tue": "day", "may": "month", "june": "month", "four": "number"}


def join(*items):
    return " ".join(item.value for item in items if item is not None)


def test_slots_and_words_match_in_order():
    """A pattern matches its slots and literal words as they follow, and nothing else."""
    rules = layer(("date", "<number> of <month>", join))

    assert [("four of may", "four may")] == parse([rules], "on four of may or four may", DAY)


def test_optional_pieces_may_be_missing():
    """A slot or word with a question mark is None or skipped where the text lacks it."""
    rules = layer(("date", "<day>? on? <month>", join, {"trigger": "month"}))

    assert [("may", "may")] == parse([rules], "in may", DAY)
    assert [("tue may", "tue may")] == parse([rules], "in tue may", DAY)
    assert [("tue on may", "tue may")] == parse([rules], "in tue on may", DAY)


def test_produce_may_refuse():
    """None from ``produce`` is no match."""
    rules = layer(("date", "<number> <month>", lambda number, month: None))

    assert [] == parse([rules], "four may", DAY)


def test_clitic_before_a_slot_glued_or_apart():
    """A prefix is matched glued to the word or as a word of its own, and demanded."""
    rules = layer(("pair", "<month> x<month>", join))

    assert [("may xjune", "may june")] == parse([rules], "may xjune", DAY)
    assert [("may x june", "may june")] == parse([rules], "may x june", DAY)
    assert [] == parse([rules], "may june", DAY)


def test_only_the_first_word_may_carry_a_clitic():
    """A word with a clitic begins a match; it does not stand inside one that has no place for it."""
    rules = layer(("date", "<number> <month>", join))

    assert [("four may", "four may")] == parse([rules], "xfour may", DAY)
    assert [] == parse([rules], "four xmay", DAY)


def test_first_literal_word_may_carry_a_clitic():
    """The span then begins after the clitic."""
    rules = layer(("date", "in <month>", join))

    assert [("in may", "may")] == parse([rules], "and xin may", DAY)


def test_words_nearby_are_looked_at_not_covered():
    """Square brackets demand or forbid a word without taking it."""
    demands = layer(("date", "[in|by] <month>", join))
    forbids = layer(("date", "[!madame] <month>", join))

    assert [("may", "may")] == parse([demands], "in may, or may", DAY)
    assert [("may", "may")] == parse([forbids], "madame may by may", DAY)
    assert [("may", "may")] == parse([forbids], "may", DAY)


def test_results_do_not_cross_sentences():
    """What ends one line and begins the next is not one expression."""
    rules = layer(("date", "<number> <month>", join))

    assert [] == parse([rules], "there were four\nmay came", DAY)


def test_longest_then_latest_rule_stands():
    """The longer match wins; of equal ones that of the later rule."""
    rules = layer(
        ("date", "<month>", lambda month: "month"),
        ("date", "<number> <month>", lambda *_: "general"),
        ("date", "four <month>", lambda _: "special"),
    )

    assert [("four may", "special")] == parse([rules], "four may", DAY)


def test_latent_results_count_only_inside_larger_ones():
    """A weak reading is used by other rules and never stands alone."""
    first = layer(("weak", "<number>", join, {"latent": True}), name="first")
    second = layer(("date", "<weak> <month>", join), name="second")

    assert [("four may", "four may")] == parse([first, second], "four men, four may", DAY)


def test_rules_of_a_layer_build_on_one_another():
    """A layer is run until nothing new comes, within bounds."""
    rules = layer(("list", "<day>", join), ("list", "<list> x<list>", join, {"trigger": "list"}))

    assert [("mon xtue xmon xtue", "mon tue mon tue")] == parse([rules], "mon xtue xmon xtue", DAY)


def test_layer_may_run_once():
    """Run once, a layer builds on what its rules with earlier trigger kinds made, not on its own later results."""
    rules = Layer("all", [], once=True)
    rules.rule("pair", "<day> <day>", trigger="day")(join)
    rules.rule("list", "<pair> <day>", trigger="pair")(join)
    rules.rule("list", "<list> <day>", trigger="list")(join)

    assert [("mon tue mon tue", "mon tue mon tue")] == parse([rules], "mon tue mon tue", DAY, result="list")
    assert [("mon tue mon tue", "mon tue mon tue")] == parse([rules], "mon tue mon tue mon", DAY, result="list")


def test_derivation_is_kept():
    """A match holds the rule and the matches it was made of."""
    grammar = Grammar([layer(("date", "<number> of <month>", join))], whole_word)
    document = segment(Article("a", "four of may"))
    seeds = [
        Match("number", 0, 1, document.tokens[0].span, "four", "numbers:4"),
        Match("month", 2, 3, document.tokens[2].span, "may", "months:5"),
    ]
    [match] = grammar.parse(document.tokens, seeds, [0])

    assert ("date: <number> of <month>", tuple(seeds)) == (match.rule, match.children)
    assert (0, 3) == (match.first, match.end)


def test_ambiguous_text_stays_bounded():
    """A text made to be read in every way yields results in proportion to its length."""
    rules = layer(("list", "<day>", join), ("list", "<list> <list>", lambda a, b: object(), {"trigger": "list"}))
    document = segment(Article("a", "mon " * 400))
    seeds = [Match("day", token.i, token.i + 1, token.span, "mon", "seed") for token in document.tokens]

    assert 20 * 400 > len(Grammar([rules], whole_word).parse(document.tokens, seeds, [0]))


@pytest.mark.parametrize("pattern", ["in", "<a>?", "<a> [b] <c>", "(a|b <c>", "(a||b) <c>", "<a>  <b>"])
def test_wrong_patterns_are_refused(pattern):
    """A pattern without a slot to start from, or one that can't be read, is an error where it stands."""
    with pytest.raises(ValueError, match="pattern"):
        parse_pattern(pattern)


def test_rules_have_different_names():
    """Names tell rules apart in derivations and cases."""
    rules = layer(("date", "<month>", join), ("date", "<month>", join))

    with pytest.raises(ValueError, match="two rules"):
        Grammar([rules], whole_word)
