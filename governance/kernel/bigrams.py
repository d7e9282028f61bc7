"""Text found by two of its characters: what a text is cut into, and the question put to a column of such pieces.

A trigram index knows no word of two characters, which most Chinese words are. So a text is kept as a `tsvector` of
all pairs of neighbouring characters, the last one alone, and of its runs of letters and digits; a question is the
same pieces, all of them asked for. `casework_words`, the function behind `Case.search`, cuts the text in the
database; `pieces` does the same here, for what is added by hand.

Four kinds of piece are not of the running text and bear a mark no text contains: `@` a person's whole name, `$` an
organisation's name in its one spelling, `#` the blind index of a telephone or ID number, `=` a whole code.
"""

import re
import unicodedata
from collections.abc import Iterable

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Lookup, QuerySet

from governance.kernel.paging import COUNT_CAP

NAME, ORG, NUMBER, CODE = "@", "$", "#", "="
MANY = COUNT_CAP  # rows a list counts to the end
LONGEST_INITIALS = 8  # so much of the initials is kept from each character on
_RUN = re.compile(r"[a-z0-9]+|[㐀-䶿一-鿿〇]+")
_FULL_NAME = re.compile(r"[㐀-䶿一-鿿〇]{2,15}")
_CODE = re.compile(r"[a-z0-9]{10}")


def plain_text(text: str) -> str:
    """Of one width and in small letters."""
    return unicodedata.normalize("NFKC", text).lower()


def runs(text: str) -> list[str]:
    return _RUN.findall(plain_text(text))


def pieces(text: str) -> list[str]:
    """As `casework_words` cuts a text."""
    found = []
    for run in runs(text):
        found += [run] if run[0].isascii() else [run[at : at + 2] for at in range(len(run))]
    return found


def initial_pieces(initials: str) -> list[str]:
    """From each character on, so that initials are found from the middle of a text too."""
    return [initials[at : at + LONGEST_INITIALS] for at in range(len(initials))]


def name_piece(name: str) -> str:
    """A person is found by the whole name alone: by parts of it, masked names could be guessed piece by piece."""
    return NAME + re.sub(r"[\s·'\\]", "", plain_text(name))


def number_piece(index: str) -> str:
    """`index` is the blind index of a telephone or ID number."""
    return NUMBER + index


def number_question(index: str) -> str:
    return f"'{number_piece(index)}'" if index.isalnum() else ""


def any_of(wanted: Iterable[str]) -> str:
    """The question that any one of the pieces answers."""
    return " | ".join("'{}'".format(piece.replace("'", "''").replace("\\", "\\\\")) for piece in wanted)


def question(text: str) -> str:
    """The `tsquery` that finds what `text` asks for; empty when there is nothing to look for."""
    asked = [_asked(run) for run in runs(text)]
    if not asked:
        return ""
    whole = "".join(plain_text(text).replace("·", "").split())
    others = [f"'{NAME}{whole}'"] if _FULL_NAME.fullmatch(whole) else []
    others += [f"'{CODE}{whole}'"] if _CODE.fullmatch(whole) else []
    return " | ".join([f"({' & '.join(asked)})", *others])


def _asked(run: str) -> str:
    if not run[0].isascii():
        return " & ".join(f"'{run[at : at + 2]}'" for at in range(len(run) - 1)) or f"'{run}':*"
    begins = f"'{run}':*"
    cut = run[:LONGEST_INITIALS]
    return begins if run == cut or run.isdigit() else f"({begins} | '{cut}')"


def answering(rows: QuerySet, column: str, asked: str) -> QuerySet:
    """The rows whose `column` answers a question, asked in a way no wrong guess of the planner can spoil.

    It takes the pairs of one word for independent of each other, and so a common word for a rare one, or a word
    it has never seen for a common one. So a first look, through the index, tells which it is: few rows are then
    read by their keys, and of many the list is read in its own order until the page is full.
    """
    if not asked:
        return rows.none()
    found = rows.filter(**{f"{column}__asked": asked}).order_by().values_list("pk", flat=True)
    keys = list(found[: MANY + 1])
    if len(keys) <= MANY:
        return rows.filter(pk__in=keys)
    return rows.filter(**{f"{column}__often": asked})


@SearchVectorField.register_lookup
class Asked(Lookup):
    """`search__asked="'漏水' & '渗水'"`: the column answers a `tsquery` written out."""

    lookup_name = "asked"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        column, values = self.process_lhs(compiler, connection)
        return f"{column} @@ %s::tsquery", [*values, self.rhs]


@SearchVectorField.register_lookup
class Often(Asked):
    """The same of what many rows answer: a page of them keeps to the index of its order, a count to that of words."""

    lookup_name = "often"

    def as_sql(self, compiler, connection):
        sql, values = super().as_sql(compiler, connection)
        is_page = compiler.query.is_sliced and compiler.query.order_by
        return (f"({sql}) IS TRUE" if is_page else sql), values
