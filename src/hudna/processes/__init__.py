"""The processes watched: who takes part, rounds, agreements, resolutions and zones, as far as they are certain."""

from hudna.processes.load import load_process, load_processes, parse_process
from hudna.processes.lookup import BACKGROUND, Known, find_agreements, find_resolution, find_round, find_rounds_on
from hudna.processes.process import Agreement, Member, Process, Resolution, Role, Round, Zone
from hudna.processes.stage import STAGE, join_processes

__all__ = [
    "BACKGROUND",
    "STAGE",
    "Agreement",
    "Known",
    "Member",
    "Process",
    "Resolution",
    "Role",
    "Round",
    "Zone",
    "find_agreements",
    "find_resolution",
    "find_round",
    "find_rounds_on",
    "join_processes",
    "load_process",
    "load_processes",
    "parse_process",
]
