"""Four writers that enter visits a row and a transaction at a time, as fast as they can or at a pace."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager

from django.db import connection

from grids.models import Visit

WRITERS = 4
_FRESH = {"id", "client_uuid", "area_id", "area_code", "visited_on"}
_COLUMNS = [field.column for field in Visit._meta.concrete_fields if field.column not in _FRESH]
# One that promises no return: its days are told anew, and a promise lies within days of its visit.
_SAMPLE = f"select {', '.join(_COLUMNS)} from grids_visit where return_on is null order by id desc limit 1"
_INSERT = (
    f"insert into grids_visit ({', '.join(_COLUMNS)}, client_uuid, area_id, area_code, visited_on) values"
    f" ({', '.join(['%s'] * len(_COLUMNS))}, gen_random_uuid(), %s, %s, current_date - %s)"
)
_PLACES = "select id, code from areas_area where length(code) = 15 order by random() limit 1000"


@contextmanager
def writing(pace: float = 0) -> Iterator[list[int]]:
    """Four writers at work, together `pace` rows a second or as many as they can; how many each has written.

    What stopped a writer is raised at the end.
    """
    written, over = [0] * WRITERS, threading.Event()
    with ThreadPoolExecutor(WRITERS) as pool:
        writers = [pool.submit(_write, written, number, over, pace) for number in range(WRITERS)]
        try:
            yield written
        finally:
            over.set()
    for writer in writers:
        writer.result()


def _write(written: list[int], number: int, over: threading.Event, pace: float) -> None:
    """The last visit once more, elsewhere; what is sent is worked out before, so that the server's work counts."""
    with closing(connection), connection.cursor() as cursor:
        cursor.execute(_PLACES)
        places = cursor.fetchall()
        cursor.execute(_SAMPLE)
        sample = cursor.fetchone()
        due = time.monotonic()
        while not over.is_set():
            cursor.execute(_INSERT, [*sample, *places[written[number] % len(places)], written[number] % 365])
            written[number] += 1
            if pace:
                due = max(due + WRITERS / pace, time.monotonic() - 1)
                time.sleep(max(0.0, due - time.monotonic()))
