import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.expressions
from django.db import migrations, models

from governance.areas.spelling import initials_of
from governance.kernel.copying import update_rows

WORDS = """
CREATE FUNCTION casework_words(
    number text, public_code text, title text, place text, summary text, initials text, keywords text
) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
DECLARE
    body text := lower(normalize(concat_ws(' ', number, title, place, summary), NFKC));
    words text[] := string_to_array(keywords, ' ') || ('=' || lower(public_code));
    run text;
    letters text[];
BEGIN
    FOR run IN SELECT (regexp_matches(body, '[a-z0-9]+|[㐀-䶿一-鿿〇]+', 'g'))[1] LOOP
        IF ascii(run) < 128 THEN
            words := words || run;
        ELSE
            letters := string_to_array(run, NULL);
            words := words || ARRAY(
                SELECT letters[i] || coalesce(letters[i + 1], '') FROM generate_subscripts(letters, 1) i
            );
        END IF;
    END LOOP;
    FOREACH run IN ARRAY string_to_array(initials, ' ') LOOP
        words := words || ARRAY(SELECT substr(run, i, 8) FROM generate_series(1, length(run)) i);
    END LOOP;
    RETURN array_to_tsvector(array_remove(words, ''));
END $$
"""


def spell_out(apps, editor):
    """The initials of the cases that are there."""
    Case = apps.get_model("casework", "Case")
    rows = Case.objects.order_by("pk").values_list("pk", "title", "place")
    update_rows(
        Case, ["id", "initials"], ((pk, initials_of(title, place)) for pk, title, place in rows.iterator())
    )


class Migration(migrations.Migration):
    dependencies = [("casework", "0006_restricted")]

    operations = [
        migrations.RunSQL(WORDS, "DROP FUNCTION casework_words"),
        migrations.AddField(
            "case",
            "initials",
            models.CharField(
                "拼音首字母", max_length=162, blank=True, default="", db_default="", editable=False
            ),
        ),
        migrations.AddField(
            "case",
            "keywords",
            models.TextField("检索词", blank=True, default="", db_default="", editable=False),
        ),
        migrations.RunPython(spell_out, migrations.RunPython.noop),
        migrations.AddField(
            "case",
            "search",
            models.GeneratedField(
                verbose_name="检索",
                db_persist=True,
                output_field=django.contrib.postgres.search.SearchVectorField(),
                expression=django.db.models.expressions.Func(
                    "number", "public_code", "title", "place", "summary", "initials", "keywords",
                    function="casework_words",
                ),
            ),
        ),
        migrations.AddIndex(
            "case", django.contrib.postgres.indexes.GinIndex(fields=["search"], name="case_search")
        ),
    ]  # fmt: skip
