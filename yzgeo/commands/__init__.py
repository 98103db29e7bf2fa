"""The commands of `yzgeo`: one a file, each the click command `command`; the file's name is the command's."""
