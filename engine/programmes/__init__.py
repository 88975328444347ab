"""Provincial plans: targets measured over a register of titles."""
