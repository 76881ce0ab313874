"""Tests share the modules of this folder: factories and strategies."""
