"""The Vietnamese words of the scenarios: what they write into a dossier and what they read from a verdict."""
