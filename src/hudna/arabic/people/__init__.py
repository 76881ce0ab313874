"""Names of people: who is known, the words names are made of, and how spellings of one name differ."""
