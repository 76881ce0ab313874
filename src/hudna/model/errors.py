"""The errors a user of Hudna can meet; reading the text of an article raises none of them."""


class HudnaError(Exception):
    """Root of all errors raised on purpose; its text is one line that names what is at fault."""

    exit_code = 1


class TableError(HudnaError):
    """A table or rule file of the project is wrong; the text starts with ``path:line``."""


class InputError(HudnaError):
    """A file, a line or an argument given by the user can't be used."""

    exit_code = 2


class StoreError(HudnaError):
    """The store can't be opened, read or written."""


class ConflictError(StoreError):
    """Somebody else has meanwhile decided on the same; nothing was written."""
