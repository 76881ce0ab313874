"""How a store made by an earlier version becomes one of this version: one module of ``versions`` a step."""
