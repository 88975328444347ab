"""The rulebook on columns: the same conditions as Polars expressions, over a register of any size."""
