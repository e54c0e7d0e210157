"""A module for each command, found by being here, with a Click command called `command`."""
