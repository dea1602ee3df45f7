"""The part of a version that is of no process: registers, ratings, outcomes of councils, places."""
