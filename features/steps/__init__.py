"""The Vietnamese words of the scenarios: what they write into a dossier and what they read from a verdict."""

from typing import Final

# The modules that define sentences, in the order in which the guide lists them.
MODULES: Final = ("village", "craft", "environment", "documents", "titles", "appraisal", "review", "procedure")
