"""Tests share the modules of this folder: factories and strategies."""

import os

from hypothesis import HealthCheck, settings

# How long an example takes says more about what else the machine does than about the program; growth has tests of its own.
settings.register_profile("hudna", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("hudna")

# Nobody's own lists change what is tested; the tests of lists name a folder of theirs.
os.environ["HUDNA_LISTS"] = ""
