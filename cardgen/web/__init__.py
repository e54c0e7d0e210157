"""A page in the browser, for people who open no terminal: requests become print jobs, and results go back as JSON."""
