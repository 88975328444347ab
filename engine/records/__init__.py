"""Records of what was decided: an append-only log, each entry holding the hash of the one before it (nhật ký).

``Log(path).append(result)`` keeps an assessment or a review for good; ``Log(path).verify()`` checks every entry and
decides it once more.
"""

from langnghe.engine.records.entry import Entry, Head
from langnghe.engine.records.log import Log, Receipt, Repair
from langnghe.engine.records.problems import InvalidKey, UnusableLog
from langnghe.engine.records.verification import Verification

__all__ = ["Entry", "Head", "InvalidKey", "Log", "Receipt", "Repair", "UnusableLog", "Verification"]
