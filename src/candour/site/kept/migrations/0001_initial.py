"""Keeping pages."""

from typing import Any, ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The tables of pages and of their files."""

    initial = True
    dependencies: ClassVar[list[tuple[str, str]]] = []
    operations: ClassVar[list[Any]] = [
        migrations.CreateModel(
            name="Kept",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("address", models.TextField()),
                ("title", models.TextField()),
                ("data_version", models.CharField(max_length=64)),
                ("fictional", models.BooleanField()),
                ("kept", models.DateTimeField()),
                ("size", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="KeptFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("media_type", models.CharField(max_length=100)),
                ("content", models.BinaryField()),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="kept.kept"
                    ),
                ),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("page", "name"), name="kept_file_once")]},
        ),
    ]
