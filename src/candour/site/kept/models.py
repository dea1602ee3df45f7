"""What is kept."""

from typing import Any, ClassVar

from django.db import models


class Kept(models.Model):
    """One page as it was. `digest` is the SHA-256 of its list of files, and the last part of its address."""

    digest: "models.CharField[str, str]" = models.CharField(max_length=64, primary_key=True)
    address: "models.TextField[str, str]" = models.TextField()
    title: "models.TextField[str, str]" = models.TextField()
    data_version: "models.CharField[str, str]" = models.CharField(max_length=64)
    fictional: "models.BooleanField[bool, bool]" = models.BooleanField()
    kept: "models.DateTimeField[Any, Any]" = models.DateTimeField()
    size: "models.BigIntegerField[int, int]" = models.BigIntegerField()


class KeptFile(models.Model):
    """One file of it, compressed with Zstandard."""

    page: "models.ForeignKey[Kept, Kept]" = models.ForeignKey(Kept, on_delete=models.CASCADE, related_name="files")
    name: "models.CharField[str, str]" = models.CharField(max_length=200)
    media_type: "models.CharField[str, str]" = models.CharField(max_length=100)
    content: "models.BinaryField[bytes, bytes]" = models.BinaryField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["page", "name"], name="kept_file_once"),
        ]
