"""What the command's exit codes mean; the help prints them."""

DONE = 0
REFUSED = 1
USAGE = 2
CANNOT = 3
INTERRUPTED = 130

MEANINGS = {
    DONE: "done",
    REFUSED: "done, but something in the data was refused or found wrong; what was valid is kept",
    USAGE: "the command was not understood",
    CANNOT: "it could not be done; the message says why and what to do next",
    INTERRUPTED: "stopped by you; nothing that was acknowledged is lost",
}
