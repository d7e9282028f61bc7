"""The floor's tables and how they are filled: rows made in the database, in the order of arrival."""

from itertools import pairwise

from django.db import connection, models

PLACES = {2: 1, 4: 8, 6: 12, 9: 15, 12: 8}  # width of the code: how many under each of the level above
DISTRICT = 4
CATEGORIES, WORKERS, DAYS = 120, 2000, 365


class Table(models.Model):
    class Meta:
        abstract = True
        app_label = "floor"


class Place(Table):
    code = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=60)


class Category(Table):
    name = models.CharField(max_length=60)


class Worker(Table):
    name = models.CharField(max_length=60)


class Matter(Table):
    place = models.ForeignKey(Place, models.PROTECT)
    place_code = models.CharField(max_length=12)
    category = models.ForeignKey(Category, models.PROTECT)
    worker = models.ForeignKey(Worker, models.PROTECT)
    status = models.SmallIntegerField(default=0)
    title = models.CharField(max_length=120)
    words = models.TextField()
    reporter = models.CharField(max_length=60)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)

    class Meta(Table.Meta):
        indexes = [
            models.Index(fields=["created_at"], name="floor_by_created"),
            models.Index(
                fields=["place_code", "created_at"],
                name="floor_by_place",
                opclasses=["text_pattern_ops", "timestamptz_ops"],
            ),
            models.Index(fields=["status", "created_at"], name="floor_by_status"),
        ]


class Entry(Table):
    matter = models.ForeignKey(Matter, models.CASCADE)
    status = models.SmallIntegerField()
    note = models.CharField(max_length=200)
    at = models.DateTimeField()


MODELS = (Place, Category, Worker, Matter, Entry)
# A number from 0 to 1 out of the row's own number, so that every filling gives the same rows.
_DICE = "('x' || substr(md5(i::text || '{salt}'), 1, 7))::bit(28)::int / 268435456.0"
_MATTERS = f"""
    insert into floor_matter (place_id, place_code, category_id, worker_id, status, title, words, reporter,
        created_at, changed_at, due_at)
    select p.id, p.code, 1 + floor(kind * {CATEGORIES})::int, 1 + floor(who * {WORKERS})::int,
        case when state < 0.7 then 3 when state < 0.8 then 0 when state < 0.9 then 1 else 2 end,
        (array['楼上漏水', '物业收费', '噪声扰民', '停车纠纷', '邻里口角'])[1 + i %% 5] || substr(md5(i::text), 1, 6),
        repeat(md5(i::text) || ' ', 5), 'reporter ' || i %% 200000, at, at, at + interval '5 days'
    from (
        select i, {_DICE.format(salt="a")} as spot, {_DICE.format(salt="b")} as state,
            {_DICE.format(salt="c")} as kind, {_DICE.format(salt="d")} as who,
            now() - interval '{DAYS} days' * (1 - i / %(count)s::float) as at
        from generate_series(1, %(count)s) i
    ) m join leaf p on p.number = 1 + floor(m.spot * (select count(*) from leaf))::int
    order by i
"""
_ROLLUP = f"""
    create table floor_sum as
    select case w.width {" ".join(f"when {width} then left(code, {above})" for above, width in pairwise(PLACES))}
        else '' end as parent,
        code, day, status, n
    from (
        select width, left(place_code, width) as code, created_at::date as day, status, count(*) as n
        from floor_matter, unnest(array{list(PLACES)}) width group by 1, 2, 3, 4
    ) w;
    create index on floor_sum (parent, day) include (code, status, n);
    create index on floor_sum (code, day) include (status, n)
"""


def fill(count: int, districts: int) -> None:
    """Make the tables with `count` matters of one year, their sums for every place, and the indexes.

    The city has as many districts as the one it is held against, so that both answer with as many rows.
    """
    with connection.schema_editor() as editor:
        for model in MODELS:
            editor.create_model(model)
    with connection.cursor() as cursor:
        for sql in _small_tables(PLACES | {DISTRICT: districts}):
            cursor.execute(sql)
        cursor.execute(_MATTERS, {"count": count})
        cursor.execute(_ROLLUP)
        cursor.execute("create extension if not exists pg_trgm")
        cursor.execute("create index on floor_matter using gin (title gin_trgm_ops)")
        cursor.execute("vacuum analyze")


def _small_tables(places: dict[int, int]) -> list[str]:
    widths = list(places)
    below = [
        f"insert into floor_place (code, name) select code || lpad(n::text, {width - above}, '0'), 'place ' || n"
        f" from floor_place, generate_series(1, {places[width]}) n where length(code) = {above}"
        for above, width in pairwise(widths)
    ]
    return [
        "insert into floor_place (code, name) values ('01', 'city')",
        *below,
        f"insert into floor_category (name) select 'category ' || n from generate_series(1, {CATEGORIES}) n",
        f"insert into floor_worker (name) select 'worker ' || n from generate_series(1, {WORKERS}) n",
        "create temp table leaf as select row_number() over (order by code) as number, id, code"
        f" from floor_place where length(code) = {widths[-1]}",
    ]
