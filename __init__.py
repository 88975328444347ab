"""langnghe: may a Vietnamese village hold a title under Decree 52/2018/NĐ-CP, and why, point by point."""

from langnghe.engine.assessment import Assessment, assess
from langnghe.engine.dossier import Dossier
from langnghe.engine.problems import InvalidDossier
from langnghe.engine.reading.dossiers import load, loads
from langnghe.engine.review import Review, review

__all__ = ["Assessment", "Dossier", "InvalidDossier", "Review", "assess", "load", "loads", "review"]
