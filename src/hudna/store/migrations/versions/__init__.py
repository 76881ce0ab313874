"""The steps, in the order of their numbers; their revisions are the versions of the store."""
