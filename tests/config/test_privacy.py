"""Every field of every model is in the register of personal values, with purpose, basis, level and retention."""

from dataclasses import replace

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.base import CommandError

from config.privacy import register
from config.privacy.register import faults, missing, own_fields, read_register, stale
from governance.kernel.sealing import Sealed, SealedField

ENTRIES = read_register()


def by_key(key: str):
    return next(entry for entry in ENTRIES if entry.key == key)


def test_every_field_has_an_entry_and_every_entry_a_field():
    assert (missing(ENTRIES), stale(ENTRIES)) == ([], []), "./run manage privacy_register"


def test_every_entry_says_what_the_law_asks():
    assert faults(ENTRIES) == []


def test_every_sealed_value_has_its_masked_text_and_every_sealed_column_a_value():
    for model in apps.get_models():
        columns = {field.name for field in model._meta.concrete_fields}
        sealed = {field.name for field in model._meta.concrete_fields if isinstance(field, SealedField)}
        values = model.SEALED if issubclass(model, Sealed) else {}
        assert {f"{name}_sealed" for name in values} == sealed, model._meta.label
        assert {f"{name}_masked" for name in values} <= columns, model._meta.label


def test_a_register_with_gaps_is_refused():
    dropped, *rest = ENTRIES
    assert missing(rest) == [dropped.key]
    assert stale([*ENTRIES, replace(dropped, field="shoe_size")]) == [f"{dropped.model}.shoe_size"]
    assert faults([*ENTRIES, dropped]) == [f"{dropped.key}: 重复登记"]


@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("grids.Resident.phone_sealed", {"kind": "personal"}),
        ("grids.Resident.name", {"kind": "sealed"}),
        ("grids.Resident.phone_masked", {"kind": "none"}),
        ("grids.Resident.phone_index", {"kind": "none"}),
        ("grids.Visit.worker", {"kind": "none"}),
        ("grids.Resident.name", {"kind": "secret"}),
        ("grids.Resident.name", {"basis": " "}),
        ("grids.Resident.name", {"purpose": ""}),
        ("grids.Resident.name", {"retention": ""}),
        ("grids.Resident.name", {"level": "高"}),
        ("grids.Grid.boundary", {"purpose": "画图"}),
    ],
)
def test_a_wrong_entry_is_named(key, change):
    found = faults([replace(by_key(key), **change)])
    assert found
    assert all(fault.startswith(f"{key}: ") for fault in found)


def test_command_names_what_is_missing(monkeypatch, capsys):
    call_command("privacy_register")
    assert str(len(own_fields())) in capsys.readouterr().out

    monkeypatch.setattr(register, "own_fields", lambda: own_fields() | {"grids.Resident.shoe_size": None})
    with pytest.raises(CommandError):
        call_command("privacy_register")
    assert "+ grids.Resident,shoe_size,,,,," in capsys.readouterr().out
