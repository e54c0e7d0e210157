"""Words come in; pages to look things up go out: legend, body charts, the test sheet for a printer."""
