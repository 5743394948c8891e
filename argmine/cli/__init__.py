"""The command line: one module a command; each only parses, calls the library and prints."""
