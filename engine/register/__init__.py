"""Registers: tables of titles held, one row a title, read and reviewed in batches."""
