"""One contract in one view: price, quality, outcomes, pay, voice, and what is passed on to the next."""
