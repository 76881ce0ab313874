"""How fast, how big, how steady: measurements of Hudna beside a bare pass over the same words."""
