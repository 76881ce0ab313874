"""Events asked for: narrowed and ordered by their columns, and only those made that are shown."""
