"""The command `yzgeo`: options, commands, refusals in one line."""
