"""Words come in; pages to look something up go out: legends, body charts, the test sheet for a printer."""
