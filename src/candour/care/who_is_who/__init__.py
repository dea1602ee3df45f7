"""Who is who: which organisation of a notice is which registered provider, location or council.

Links stand beside the organisations and change nothing in them. How they are found, and how well, is told in
docs/explanation/who-is-who.md.
"""
