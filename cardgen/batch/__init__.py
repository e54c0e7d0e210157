"""Many documents from one roster: read, made on all cores, and gone on with when a run was interrupted."""
