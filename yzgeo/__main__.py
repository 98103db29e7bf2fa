"""`python -m yzgeo` is the command `yzgeo`."""

from yzgeo.cli.main import main

main()
