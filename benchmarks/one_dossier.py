"""One dossier: langnghe's assessment beside the bare verdict of its peers, on the real villages.

    python benchmarks/one_dossier.py [ROUNDS]

Every peer's answer is compared with langnghe's on every village and hundreds of made-up dossiers, every title that may
be asked of each, before anything is timed; one that differs stops the benchmark.
"""

from __future__ import annotations

import importlib
import json
import statistics
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

import plain
from measured import DifferentAnswerError, facts_of, made_up, questions, villages
from pydantic import TypeAdapter
from timing import Way, in_turn, save, version_of

import langnghe

if TYPE_CHECKING:
    from peers.contender import Contender

PEERS: Final = ("python", "zen", "durable", "cel", "json_logic", "clips", "rule_engine", "rego")
FLOOR: Final = "hand-written Python"
OUTCOME: Final = "langnghe, outcome (decided twice)"
JUST_READ: Final = "langnghe, outcome of a dossier just read"
FINDINGS: Final = "langnghe, outcome and every finding read"
JSON: Final = "langnghe, JSON in, JSON with every reason out"
IN_AND_OUT: Final = "langnghe, JSON read and a finished result written, nothing decided"
MADE_UP: Final = 400
RESULT: Final = TypeAdapter(langnghe.Assessment)  # gives bytes; `model_dump_json` makes them into a text on the way


def peers(names: tuple[str, ...] = PEERS) -> list[Contender]:
    """Make the peers ready: whatever they can compile beforehand is compiled.

    Raises:
        ModuleNotFoundError: a peer is not installed.
    """
    return [each for name in names for each in importlib.import_module(f"peers.{name}_peer").contenders()]


def agreed(contenders: list[Contender], dossiers: list[langnghe.Dossier]) -> int:
    """Compare every answer with langnghe's; gives the number of questions asked of each.

    Raises:
        DifferentAnswerError: naming the peer, the dossier and both answers.
    """
    asked = list(questions(dossiers))
    for dossier, title in asked:
        assessment = langnghe.assess(dossier, title=title)
        facts = facts_of(dossier, title)
        answers = {each.name: each.decide(each.prepare(facts)) for each in contenders}
        for name, answer in (answers | {FLOOR: plain.decide(dossier, title)[0]}).items():
            if answer != assessment.outcome:
                msg = f"{name} says {answer}, langnghe {assessment.outcome}: {title}, {dossier.content()}"
                raise DifferentAnswerError(msg)
    return len(asked)


def outcome(dossier: langnghe.Dossier) -> tuple[str, str]:
    assessment = langnghe.assess(dossier)
    return assessment.outcome, assessment.recommendation


def findings(dossier: langnghe.Dossier) -> tuple[Any, ...]:
    return langnghe.assess(dossier).findings


def json_to_json(data: bytes) -> bytes:
    return RESULT.dump_json(langnghe.assess(langnghe.loads(data, as_json=True)))


def in_and_out(pair: tuple[bytes, langnghe.Assessment]) -> bytes:
    """Read, and write what was decided and worded beforehand: what is left of JSON to JSON if all else took no time."""
    data, finished = pair
    langnghe.loads(data, as_json=True)
    return RESULT.dump_json(finished)


def main(rounds: int) -> None:
    contenders, real = peers(), villages()
    asked = agreed(contenders, real + made_up(MADE_UP))
    facts = [facts_of(dossier, dossier.title) for dossier in real]
    written = [json.dumps(dossier.content(), ensure_ascii=False).encode() for dossier in real]
    ways = {
        FLOOR: Way(plain.decide, real),
        "facts of a dossier, for the peers": Way(lambda dossier: facts_of(dossier, dossier.title), real),
        OUTCOME: Way(outcome, real),
        JUST_READ: Way(outcome, written, afresh=lambda data: langnghe.loads(data, as_json=True)),
        FINDINGS: Way(findings, real),
        JSON: Way(json_to_json, written),
        IN_AND_OUT: Way(in_and_out, [(data, langnghe.assess(each)) for data, each in zip(written, real, strict=True)]),
        **{each.name: Way(each.decide, [each.prepare(known) for known in facts], each.renew) for each in contenders},
    }
    timed = in_turn(ways, FLOOR, rounds)
    packages = {each.name: each for each in contenders}
    rows = [
        {
            "name": name,
            "package": packages[name].package if name in packages else "",
            "version": version_of(packages[name].package) if name in packages else "",
            "note": packages[name].note if name in packages else "",
            "peer": name in packages,
        }
        | asdict(each)
        for name, each in timed.items()
    ]
    written_out = round(statistics.mean(len(json_to_json(data)) for data in written))
    print(save("one_dossier", rounds=rounds, villages=len(real), asked=asked, bytes=written_out, rows=rows))
    for row in sorted(rows, key=lambda row: row["ratio"]):
        print(f"{row['name']:48} {row['micros']:9.2f} µs {row['ratio']:9.2f} ×")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 25)
