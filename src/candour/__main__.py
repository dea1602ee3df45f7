"""`python -m candour`: the same as the command `candour`."""

from candour.cli import main

if __name__ == "__main__":
    main()
