"""Names of people, bodies, places, nationalities and offices, and the phrases by which a text calls a party."""
