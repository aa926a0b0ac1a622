"""The command line: options, what is printed, and one file for each command."""
