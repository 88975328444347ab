"""The law as data: the rule files read, checked as a whole, and asked what counts on a day."""
