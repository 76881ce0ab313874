"""What all clauses of a document share."""

from hudna.arabic.names.parties import Chart
from hudna.model import Document, Quotation


class Frame:
    """What all clauses of a document share: names by place, quotations, and which tokens are quoted."""

    def __init__(self, document: Document, chart: Chart) -> None:
        self.document = document
        self.tokens = document.tokens
        self.chart = chart
        self.opened = {quotation.open: quotation for quotation in document.quotations if quotation.open is not None}
        self.quoted = bytearray(len(self.tokens) + 1)
        for quotation in document.quotations:
            if quotation.close is not None and quotation.end - quotation.first > 2:
                self.quoted[quotation.first : quotation.end] = b"\1" * (quotation.end - quotation.first)

    def quotation_at(self, place: int) -> Quotation | None:
        """Return the quotation whose opening mark is this token."""
        return self.opened.get(place)
