"""The charts of what was measured, as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl
from matplotlib.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from matplotlib.axes import Axes

OURS, THEIRS, FLOOR, LINE = "#b5452c", "#6b8299", "#2f2f2f", "#9a9a9a"

mpl.rcParams.update(
    {"svg.hashsalt": "langnghe", "svg.fonttype": "none", "font.family": "sans-serif", "axes.spines.top": False}
    | {"axes.spines.right": False}
)

_SIZE: Final = (8.5, 4.2)


def _plain(value: float, _: object) -> str:
    return f"{value:,.12g}"


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _saved(figure: Figure, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, bbox_inches="tight", metadata={"Date": None})


def bars(rows: Sequence[Mapping[str, Any]], floor: str, path: Path) -> None:
    """Draw one bar a way, its ratio to the floor on a logarithmic axis, with the spread of the rounds."""
    ordered = sorted(rows, key=lambda row: row["ratio"], reverse=True)
    figure = Figure(figsize=(_SIZE[0], 0.36 * len(ordered) + 1))
    axes = figure.add_subplot()
    colours = [
        FLOOR if row["name"].startswith(floor) else OURS if row["name"].startswith("langnghe") else THEIRS
        for row in ordered
    ]
    ratios = [row["ratio"] for row in ordered]
    spread = [
        [row["ratio"] - row["least_ratio"] for row in ordered],
        [row["most_ratio"] - row["ratio"] for row in ordered],
    ]
    axes.barh([row["name"] for row in ordered], ratios, color=colours, xerr=spread, ecolor=LINE, height=0.65)
    for place, row in enumerate(ordered):
        axes.text(row["most_ratio"] * 1.08, place, f"{_figure(row['ratio'])} ×", va="center", fontsize=8)
    axes.set_xscale("log")
    axes.xaxis.set_major_formatter(_plain)
    axes.set_xlim(right=max(row["most_ratio"] for row in ordered) * 2.5)
    axes.set_xlabel(f"times as long as {floor}, logarithmic; the thin lines span the middle 80 % of the rounds")
    axes.tick_params(axis="y", labelsize=8)
    _saved(figure, path)


def growth(series: Mapping[str, Mapping[str, Any]], what: str, path: Path) -> None:
    """Draw cost by number on logarithmic axes, with the straight line fitted to each series."""
    figure = Figure(figsize=_SIZE)
    axes = figure.add_subplot()
    for (name, grown), colour in zip(series.items(), (OURS, THEIRS), strict=False):
        numbers = [point["number"] for point in grown["points"]]
        axes.plot(numbers, [point["ratio"] for point in grown["points"]], "o", color=colour)
        axes.plot(
            numbers,
            [grown["intercept"] + grown["slope"] * number for number in numbers],
            color=colour,
            label=f"{name}: {_figure(grown['slope'])} × more for each; grows as n^{grown['exponent']:.2f}",
        )
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.xaxis.set_major_formatter(_plain)
    axes.yaxis.set_major_formatter(_plain)
    axes.set_xlabel(what)
    axes.set_ylabel("times hand-written Python, one craft")
    axes.legend(frameon=False, fontsize=8)
    _saved(figure, path)


def memory(readings: Sequence[tuple[int, float]], path: Path) -> None:
    """Draw the resident memory over the assessments, from zero, so that flat looks flat."""
    figure = Figure(figsize=(_SIZE[0], 2.6))
    axes: Axes = figure.add_subplot()
    axes.plot(*zip(*readings, strict=True), "o-", color=OURS, markersize=3)
    axes.set_ylim(bottom=0, top=max(size for _, size in readings) * 1.3)
    axes.set_xlabel("assessments in one process")
    axes.set_ylabel("resident memory, MB")
    axes.xaxis.set_major_formatter(_plain)
    _saved(figure, path)
