"""Made-up registers for the tests, and their review."""

from __future__ import annotations

import csv
import random
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.register.mapping import mapping
from langnghe.engine.register.review import Account, review_register

if TYPE_CHECKING:
    from pathlib import Path

DAY: Final = date(2024, 11, 14)
HEADINGS: Final = (
    "Tên làng nghề",
    "Danh hiệu",
    "Tổng số hộ",
    "Số hộ tham gia",
    "Hoạt động ổn định từ",
    "Xã",
    "Ghi chú",
)
GOOD: Final = ("Làng A", "làng nghề", "970", "193", "2001", "Xã Một", "")


def written(path: Path, rows: list[tuple[Any, ...]], *, above: int = 0, delimiter: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("SỔ THEO DÕI LÀNG NGHỀ\n" * above)
        csv.writer(file, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return path


def reviewed(path: Path, out: Path, **options: Any) -> Account:
    return review_register(path, out, on=DAY, mapping=mapping(), **options)


def rejects(account: Account) -> dict[int, str]:
    assert account.rejects is not None
    with account.rejects.open(encoding="utf-8", newline="") as file:
        return {int(row["row"]): row["reason"] for row in csv.DictReader(file)}


def a_long_register(folder: Path, rows: int) -> Path:
    """Made-up rows, about one in seven of which cannot be read."""
    source = random.Random(52)
    titles = ("làng nghề", "làng nghề truyền thống", "nghề truyền thống", "làng nghề", "làng gì")
    made = [
        (
            f"Làng {n}",
            source.choice(titles),
            source.randint(50, 999),
            source.randint(0, 60),
            source.choice(("2001", "", "2024", "x")),
            f"Xã {n % 40}",
            "",
        )
        for n in range(rows)
    ]
    return written(folder / "dai.csv", [HEADINGS, *made])
