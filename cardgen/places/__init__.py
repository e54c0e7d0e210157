"""A step's words come in; the places that they name go out: where it works, what it forbids, and a drawing of that."""
