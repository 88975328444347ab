"""Words for people: verdicts, values, conditions and citations in Vietnamese and English."""
