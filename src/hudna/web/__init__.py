"""The desk in a browser: pages in Arabic and English, and the same use cases as JSON. Calls ``hudna.desk`` alone."""
