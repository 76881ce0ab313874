"""The record told in a format: words, pages, tables."""
