"""Where the time of a start goes: processor time of ``assess`` by stage, the least of several fresh processes.

    python benchmarks/start_stages.py [ROUNDS]

A stage costs what it adds to those before it: a module that two need is counted for the first. What the interpreter
takes to begin, and to end, is told by the other rows of ``benchmarks/start.py``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from start import VILLAGE, own_environment
from timing import save

_ENGINE: Final = "langnghe.engine"
STAGES: Final = {
    "click": "import click",
    "the command": "from langnghe.cli import _settle_in; _settle_in()",
    "pydantic": "from pydantic import BaseModel, Discriminator, Field",
    "importlib.metadata, for pydantic's plugins": "import importlib.metadata",
    "pydantic's first model": "type('First', (BaseModel,), {'__annotations__': {'one': int}})",
    "PyYAML": "import yaml",
    "models of the dossier": f"import {_ENGINE}.dossier",
    "models of conditions": f"import {_ENGINE}.law.conditions",
    "models of rule files": f"import {_ENGINE}.law.overlay, {_ENGINE}.crosschecks, {_ENGINE}.workdays",
    "results: models and words": f"import {_ENGINE}.findings, {_ENGINE}.result, {_ENGINE}.assessment",
    "the other modules": f"import {_ENGINE}.reading.dossiers, {_ENGINE}.law.rulecheck, {_ENGINE}.inference",
    "rule files read, checked and hashed": f"from {_ENGINE}.law.rulebook import installed; installed()",
    "the dossier read": "import langnghe; dossier = langnghe.load(sys.argv[1])",
    "compiled and decided": "result = langnghe.assess(dossier)",
    "worded, JSON": "result.model_dump_json()",
    "rich": "import rich.console, rich.text, rich.tree",
    "laid out as text": f"from {_ENGINE}.writing.out import Output; Output(None, 'text', 'vi').assessment(result)",
}


def program() -> str:
    """Give a program that runs the stages and prints what each took, in milliseconds, to standard error."""
    lines = ["import json, sys, time", "took, begun = {'python': time.process_time()}, time.process_time()"]
    for name, code in STAGES.items():
        lines += [code, f"took[{name!r}], begun = time.process_time() - begun, time.process_time()"]
    return "\n".join([*lines, "print(json.dumps(took), file=sys.stderr)"])


def least(rounds: int) -> dict[str, float]:
    """Give the least that each stage took, in milliseconds; the first round, which compiles modules, does not count."""
    taken = []
    with tempfile.TemporaryDirectory() as name:
        for _ in range(rounds + 1):
            command = [sys.executable, "-c", program(), str(VILLAGE)]
            environment = own_environment(Path(name))
            done = subprocess.run(command, cwd=name, env=environment, check=True, capture_output=True, text=True)
            taken.append(json.loads(done.stderr))
    return {stage: 1000 * min(each[stage] for each in taken[1:]) for stage in taken[0]}


def main(rounds: int) -> None:
    found = least(rounds)
    print(save("start_stages", rounds=rounds, milliseconds=found))
    for stage, took in found.items():
        print(f"{stage:45} {took:6.1f} ms")
    print(f"{'together':45} {sum(found.values()):6.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
