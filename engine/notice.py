"""The form of a warning."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Notice(BaseModel):
    """A warning: a stable code, words for people, and the value it is about (empty for the whole dossier).

    ``citation`` names the provision that it rests on, where it rests on one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    message: str
    path: str
    citation: str | None = None
