"""The rule engine: a rule is a named value over tokens and earlier results; results keep their derivation."""

from hudna.grammar.cases import Case, CaseFile, Expected, load_cases
from hudna.grammar.grammar import Grammar, select
from hudna.grammar.rule import Layer, Rule

__all__ = ["Case", "CaseFile", "Expected", "Grammar", "Layer", "Rule", "load_cases", "select"]
