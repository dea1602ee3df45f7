"""What is counted."""

from typing import ClassVar

from django.db import models


class Tally(models.Model):
    """How often one reader asked for one thing in one window of time.

    `key` says who, what and when, and none of it can be read from it: no address of a reader is stored.
    """

    key: "models.CharField[str, str]" = models.CharField(max_length=64, primary_key=True)
    ends: "models.BigIntegerField[int, int]" = models.BigIntegerField()
    asked: "models.IntegerField[int, int]" = models.IntegerField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["ends"], name="limits_tally_ends")]
