from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("files", "0002_tables"),
    ]

    operations = [
        migrations.AddField(
            model_name="tableimport",
            name="target",
            field=models.CharField(blank=True, editable=False, max_length=40, verbose_name="所属事项编号"),
        ),
    ]
