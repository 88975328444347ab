"""The machine: knows no article number, no threshold and no province; the law is in ``rules/``."""
