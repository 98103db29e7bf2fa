"""`python -m yzgeo` is the command `yzgeo`."""

from yzgeo.cli import main

main()
