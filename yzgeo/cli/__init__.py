"""The command `yzgeo`: options, commands, refusals told in one line."""
