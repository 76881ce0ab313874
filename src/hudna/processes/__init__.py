"""The processes watched: their rounds with days and places that are certain."""

from hudna.processes.process import Process, Round, load_process, parse_process

__all__ = ["Process", "Round", "load_process", "parse_process"]
