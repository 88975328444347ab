"""Scenarios in Vietnamese: read, checked against the vocabulary and the law, run, and reported by provision."""
