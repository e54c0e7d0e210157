"""From routines to a session: what is done, how often, and when."""
