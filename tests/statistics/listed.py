"""What a list counts to, as a page, over the API and as a file: three readings of one address."""

import csv
import re

from django.test import Client
from django.urls import resolve, reverse

from governance.statistics.definitions import Rows


def of_page(client: Client, address: str, rows: Rows) -> int | str:
    """The total the page says, what it withholds included; a status where it does not open."""
    answer = client.get(_wide(address, rows))
    if answer.status_code != 200:
        return f"page {answer.status_code}"
    if rows.total:
        return sum(getattr(row, rows.total) for row in answer.context["page"])
    return answer.context["page"].count + withheld(answer.context["withheld"])


def of_api(client: Client, address: str, rows: Rows) -> int | str:
    answer = client.get(_wide(address, rows))
    if answer.status_code != 200:
        return f"api {answer.status_code}"
    said = answer.json()
    return sum(row[rows.total] for row in said["results"]) if rows.total else said["count"] + said["withheld"]


def of_file(client: Client, address: str, rows: Rows) -> int | str:
    answer = client.get(f"{address}&format=csv")
    if answer.status_code != 200:
        return f"api {answer.status_code}"
    lines = list(csv.reader(answer.getvalue().decode("utf-8-sig").splitlines()))
    if rows.total:
        place = lines[0].index(_title(rows))
        return sum(int(line[place]) for line in lines[1:])
    note = lines[-1][0] if len(lines[-1]) == 1 < len(lines[0]) else ""
    return len(lines) - 1 - bool(note) + withheld(note)


def withheld(note: str) -> int:
    """How many rows a list says it counts and does not show."""
    return int(re.search(r"\d+", note)[0]) if note else 0


def _wide(address: str, rows: Rows) -> str:
    """A column is added up from the rows themselves, so all of them are asked for."""
    return f"{address}&size=100" if rows.total else address


def _title(rows: Rows) -> str:
    layout = resolve(reverse(rows.api)).func.cls.layout
    return next(str(column.title) for column in layout.columns if column.name == rows.total)
