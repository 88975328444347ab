"""Readers: bytes to a Dossier, every problem told with its place."""
