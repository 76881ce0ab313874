"""Scripts that learn the small tables and models of the package from named data."""
