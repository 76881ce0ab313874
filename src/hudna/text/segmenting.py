"""An article laid out for reading: both fields folded, their tokens, sentences and quotations."""

from hudna.model import Article, Document, Field, Problem, Quotation, Sentence, Token, TokenKind
from hudna.text.folding import fold
from hudna.text.quotations import find_quotations
from hudna.text.sentences import find_sentences
from hudna.text.tokens import find_tokens


def segment(article: Article) -> Document:
    """Return a document with the characters' layers filled: the title's tokens first, then the text's."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    quotations: list[Quotation] = []
    problems: list[Problem] = []
    folded = {}
    punctuation = TokenKind.PUNCTUATION
    for field in (Field.TITLE, Field.TEXT):
        folded[field] = fold(article.field(field))
        found, lines = find_tokens(folded[field], field, len(tokens))
        marks = [place for place, token in enumerate(found) if token.kind is punctuation]
        pairs, unpaired = find_quotations(found, lines, marks)
        sentences += find_sentences(found, lines, marks, pairs, len(sentences))
        tokens += found
        quotations += pairs
        problems += unpaired
    return Document(
        article,
        folded,
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        quotations=tuple(quotations),
        published=article.published,
        problems=tuple(problems),
    )
