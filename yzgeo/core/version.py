"""The version of yzgeo; setup.cfg reads it here."""

__version__ = "0.2.0"
