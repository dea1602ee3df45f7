"""What the fictional publishers say in the words of the social-care extension.

Councils differ in what they say, and always say it: `said` has who says what.
"""
