"""langnghe: may a Vietnamese village hold a title under Decree 52/2018/NĐ-CP, and why, point by point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from langnghe.engine.assessment import Assessment, assess
    from langnghe.engine.dossier import Dossier
    from langnghe.engine.limits import Limits
    from langnghe.engine.problems import InvalidDossier
    from langnghe.engine.reading.dossiers import load, loads
    from langnghe.engine.review import Review, review

__all__ = ["Assessment", "Dossier", "InvalidDossier", "Limits", "Review", "assess", "load", "loads", "review"]

# Where each public name is made. It is imported when first used: `langnghe --help` needs none of them, and the models
# take four times as long to import as click does.
_MADE_IN: Final = {
    "Assessment": "assessment",
    "Dossier": "dossier",
    "InvalidDossier": "problems",
    "Limits": "limits",
    "Review": "review",
    "assess": "assessment",
    "load": "reading.dossiers",
    "loads": "reading.dossiers",
    "review": "review",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  any public name
    if name not in _MADE_IN:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f"langnghe.engine.{_MADE_IN[name]}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
