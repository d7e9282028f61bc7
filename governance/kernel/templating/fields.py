"""What a template may name. The names are Chinese: officials write them into Word, between two braces."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise

from governance.kernel.charts import Chart

LINE = "行"  # what a line of a list is called in the examples and in our own sheets


@dataclass(frozen=True)
class Field:
    """A text or a chart; `sample` stands for it when a template is tried out."""

    name: str
    meaning: str | Promise
    sample: str | Chart


@dataclass(frozen=True)
class Rows:
    """A list to be walked with `{%tr for … in name %}`; each line has the columns."""

    name: str
    meaning: str | Promise
    columns: tuple[Field, ...]


@dataclass(frozen=True)
class Known:
    """Everything one kind of paper has to say: a template names nothing else."""

    fields: tuple[Field, ...]
    lists: tuple[Rows, ...]

    @cached_property
    def texts(self) -> frozenset[str]:
        return frozenset(field.name for field in self.fields)

    @cached_property
    def rows(self) -> dict[str, set[str]]:
        return {rows.name: {column.name for column in rows.columns} for rows in self.lists}

    def sample(self, lines: int) -> dict:
        """Values of nobody for every field, each list with so many lines: what a template is tried out with."""
        texts = {field.name: field.sample for field in self.fields}
        return texts | {
            rows.name: [
                {column.name: column.sample for column in rows.columns} | {"序号": str(number)}
                for number in range(1, lines + 1)
            ]
            for rows in self.lists
        }
