"""The book of the law: each provision beside its rule in words, its scenarios and its review, as a static site."""
