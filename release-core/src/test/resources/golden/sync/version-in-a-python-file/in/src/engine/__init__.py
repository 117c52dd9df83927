"""The engine, since 2.0.0."""

__version__ = "2.0.0"
__all__ = ["run"]
