"""What ends the program with a message."""


class Failure(Exception):
    """Says what is missing and how to get it; ends the program with EX_UNAVAILABLE of sysexits.h."""

    EXIT_CODE = 69
