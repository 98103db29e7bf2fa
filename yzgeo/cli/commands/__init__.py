"""The commands of `yzgeo`: one a file, each the click command `command`; the file's name is the command's."""

GROUP = "yzgeo.commands"
"""The entry-point group under which another distribution registers more of them."""
