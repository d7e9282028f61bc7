"""The register of personal values: every field of every model of ours, and what is wrong with its entry."""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.models import Field

from governance.kernel.sealing import BlindIndexField, Sealed, SealedField

FILE = Path(__file__).parent / "fields.csv"
NONE, PERSONAL, SEALED = CLASSES = ("none", "personal", "sealed")
LEVELS = ("一般", "敏感")
WORDS = ("purpose", "basis", "level", "retention")
DERIVED = ("_masked", "_index")  # what is made of a personal value is one


@dataclass(frozen=True)
class Entry:
    model: str
    field: str
    kind: str
    purpose: str = ""
    basis: str = ""
    level: str = ""
    retention: str = ""

    @property
    def key(self) -> str:
        return f"{self.model}.{self.field}"

    @property
    def words(self) -> dict[str, str]:
        return {name: getattr(self, name).strip() for name in WORDS}


def read_register(path: Path = FILE) -> list[Entry]:
    with path.open(encoding="utf-8", newline="") as file:
        return [Entry(**{"kind": row.pop("class"), **row}) for row in csv.DictReader(file)]


def own_fields() -> dict[str, Field]:
    """The columns of our own models by `app.Model.field`."""
    root = Path(settings.BASE_DIR)
    own = [app for app in apps.get_app_configs() if (root / app.name.replace(".", "/")).is_dir()]
    return {
        f"{model._meta.label}.{field.name}": field
        for app in own
        for model in app.get_models()
        if not model._meta.proxy
        for field in model._meta.concrete_fields
    }


def missing(entries: list[Entry]) -> list[str]:
    """Fields without an entry."""
    return sorted(set(own_fields()) - {entry.key for entry in entries})


def stale(entries: list[Entry]) -> list[str]:
    """Entries whose field is gone."""
    return sorted({entry.key for entry in entries} - set(own_fields()))


def faults(entries: list[Entry]) -> list[str]:
    """What is wrong with entries that have a field, one sentence each."""
    fields = own_fields()
    twice = [f"{key}: 重复登记" for key, n in Counter(entry.key for entry in entries).items() if n > 1]
    return twice + [
        f"{entry.key}: {fault}"
        for entry in entries
        if entry.key in fields
        for fault in _faults_of(entry, fields[entry.key])
    ]


def _faults_of(entry: Entry, field: Field):
    if entry.kind not in CLASSES:
        yield f"类别只能是 {'、'.join(CLASSES)}"
        return
    if (entry.kind == SEALED) != isinstance(field, SealedField):
        yield "加密字段登记为 sealed，别的字段不能"
    if entry.kind == NONE:
        if any(entry.words.values()):
            yield "不含个人信息的字段不写目的和依据"
        if _is_personal(field):
            yield "由个人信息生成或者指向个人，不能登记为 none"
        return
    yield from (f"缺 {name}" for name, text in entry.words.items() if not text)
    if entry.level and entry.level not in LEVELS:
        yield f"级别只能是 {'、'.join(LEVELS)}"


def _is_personal(field: Field) -> bool:
    """Derived from a sealed value, or pointing at a person."""
    if isinstance(field, BlindIndexField) or field.name.endswith(DERIVED):
        return True
    return bool(field.related_model and field.related_model in _people())


def _people() -> set:
    """Models of persons: those that know somebody's ID number, and whoever logs in."""
    sealed = {model for model in apps.get_models() if issubclass(model, Sealed)}
    return {model for model in sealed if "id_no" in model.SEALED} | {apps.get_model(settings.AUTH_USER_MODEL)}
