"""How fast, how big, how steady: measurements of Hudna beside a bare pass over the same words."""

import os

os.environ["HUDNA_LISTS"] = ""  # figures are of the packaged tables alone
