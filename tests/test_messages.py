"""The message catalogues: every language says the same things, with the same slots."""

from __future__ import annotations

import string
import unicodedata
from typing import Final

import pytest

from langnghe.engine.words import messages
from langnghe.engine.words.messages import LANGUAGES, catalogue, knows, say

FIRST, *OTHERS = LANGUAGES
TYPED_BY_YAML: Final = {"None", "True", "False"}  # an unquoted yes, no or nothing after the colon

every_language = pytest.mark.parametrize("lang", LANGUAGES)
every_other_language = pytest.mark.parametrize("lang", OTHERS)


def slots(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}


@every_other_language
def test_every_key_is_in_both(lang):
    assert catalogue(lang).keys() ^ catalogue(FIRST).keys() == set()


@every_other_language
def test_slots_are_the_same_in_both(lang):
    ours, theirs = catalogue(FIRST), catalogue(lang)
    shared = ours.keys() & theirs.keys()
    differ = {key: (slots(ours[key]), slots(theirs[key])) for key in shared if slots(ours[key]) != slots(theirs[key])}
    assert differ == {}


@every_language
def test_every_message_is_nfc(lang):
    bad = [key for key, text in catalogue(lang).items() if not unicodedata.is_normalized("NFC", text)]
    assert bad == []


@every_language
def test_no_message_is_empty(lang):
    bad = [key for key, text in catalogue(lang).items() if not text.strip() or text in TYPED_BY_YAML]
    assert bad == []


@every_language
def test_every_message_is_found_whichever_is_said_first(lang):
    """A section is read when the first of its messages is said, and some stand in parts far from one another."""
    one_of_each_part = {key.rpartition(".")[0]: key for key in catalogue(lang)}
    for key in one_of_each_part.values():
        assert messages._Spoken(lang)[key] == catalogue(lang)[key]


@every_language
def test_a_message_that_is_not_there_is_missed_before_and_after_its_section_was_read(lang):
    messages._spoken.cache_clear()
    for _ in range(2):
        assert not any(knows(key, lang) for key in ("problem.nothing", "nothing.at_all", "problem", "", "problem."))
        with pytest.raises(KeyError):
            say("problem.nothing", lang)
        assert knows("problem.record.unreadable", lang)
