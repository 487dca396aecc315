"""coach: a calm desktop coach for hamstrings that always feel tight."""

__version__ = "0.1.0"
