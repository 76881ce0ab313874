"""Hudna reads Arabic news about ceasefires and peace processes and keeps a sourced record."""

__version__ = "0.1.0"
