"""Who said what: reporting words, speakers, and where what was said begins and ends."""
