"""Sidecars: what a file can't say of itself, in ``NAME.meta.json`` beside it."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Final

from hudna.intake.fields import parse_fields, parse_object
from hudna.intake.known import Known
from hudna.intake.paths import SIDECAR_SUFFIX, Found
from hudna.intake.refusal import Refusal, RefusalCode

MAX_SIDECAR_BYTES: Final = 1_000_000


def read_sidecar(found: Found) -> tuple[Known, list[Refusal]]:
    """Return what the sidecar of a file says, with warnings; nothing where there is none.

    ``a.txt`` is described by ``a.txt.meta.json``, else by ``a.meta.json``. An id counts only where the file is one
    article.
    """
    base = Path(found.path)
    for name in (base.name + SIDECAR_SUFFIX, base.name[: -len(found.suffix)] + SIDECAR_SUFFIX):
        path = os.path.join(os.path.dirname(found.path), name)  # noqa: PTH118, PTH120 - as the user wrote it
        try:
            with Path(path).open("rb") as file:
                data = file.read(MAX_SIDECAR_BYTES + 1)
        except FileNotFoundError:
            continue
        except OSError as error:
            return Known(), [Refusal(path, None, RefusalCode.SIDECAR_NOT_UNDERSTOOD, error.strerror or "")]
        return _parse(data, path, one_article=not found.suffix.startswith(".jsonl"))
    return Known(), []


def _parse(data: bytes, path: str, *, one_article: bool) -> tuple[Known, list[Refusal]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Known(), [Refusal(path, None, RefusalCode.SIDECAR_NOT_UNDERSTOOD, "not UTF-8")]
    values = parse_object(text, path, None)
    fields = values if isinstance(values, Refusal) else parse_fields(values, path, None)
    if isinstance(fields, Refusal):
        return Known(), [Refusal(path, None, RefusalCode.SIDECAR_NOT_UNDERSTOOD, _reason(fields))]
    known, warnings = fields
    if known.id is not None and not one_article:
        known = replace(known, id=None)
        warnings.append(Refusal(path, None, RefusalCode.UNKNOWN_FIELD, '"id" beside a file of many articles'))
    return known, warnings


def _reason(refusal: Refusal) -> str:
    return str(refusal).removeprefix(f"{refusal.path}: ")
