"""cardgen prints massage session cards."""

__version__ = "0.1.0"
