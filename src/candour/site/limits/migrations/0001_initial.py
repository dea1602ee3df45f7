"""Counting what readers ask."""

from typing import Any, ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """The table of counts."""

    initial = True
    dependencies: ClassVar[list[tuple[str, str]]] = []
    operations: ClassVar[list[Any]] = [
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("ends", models.BigIntegerField()),
                ("asked", models.IntegerField()),
            ],
            options={"indexes": [models.Index(fields=["ends"], name="limits_tally_ends")]},
        ),
    ]
