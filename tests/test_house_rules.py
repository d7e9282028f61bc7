"""The rules of the house that a machine can see. A wrong rule is changed in docs/architecture.md first."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import models

from governance.areas.models import AreaBound
from governance.kernel.lifecycle import Staged, state_choices_of
from governance.kernel.scope import ScopedQuerySet

ROOT = Path(settings.BASE_DIR)
ROOMS = ("config", "demo", "governance", "grids", "disputes", "property", "deeds", "bench")
OWN_APPS = [app for app in apps.get_app_configs() if (ROOT / app.name.replace(".", "/")).is_dir()]


def sources(*tops: str) -> list[Path]:
    return [
        path for top in tops for path in sorted((ROOT / top).rglob("*.py")) if "migrations" not in path.parts
    ]


def functions(path: Path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_source_files_stay_within_400_lines():
    long = {name(path): n for path in sources(*ROOMS) if (n := path.read_text().count("\n")) > 400}
    assert long == {}


def test_test_files_stay_within_600_lines():
    long = {name(path): n for path in sources("tests") if (n := path.read_text().count("\n")) > 600}
    assert long == {}


def test_templates_stay_within_120_lines():
    files = sorted((ROOT / "templates").rglob("*.html"))
    long = {name(path): n for path in files if (n := path.read_text().count("\n")) > 120}
    assert long == {}


def test_settings_stay_within_250_lines():
    assert (ROOT / "config/settings.py").read_text().count("\n") <= 250


def test_functions_stay_within_40_lines_and_views_within_25():
    long = []
    for path in sources(*ROOMS):
        cap = 25 if path.name == "views.py" or path.parent.name == "views" else 40
        long += [f"{name(path)}:{node.name} {length(node)}" for node in functions(path) if length(node) > cap]
    assert long == []


def test_no_room_is_a_drawer():
    drawers = {"utils.py", "helpers.py", "common.py", "misc.py", "signals.py"}
    assert [name(path) for path in sources(*ROOMS) if path.name in drawers] == []
    assert [name(path) for path in sources(*ROOMS) if re.search(r"_2\.py$", path.name)] == []


def test_no_import_inside_a_function():
    """A function-level import dodges a cycle, and a cycle means a thing is in the wrong room. AppConfig.ready may."""
    found = [
        f"{name(path)}:{node.name}"
        for path in sources(*ROOMS)
        for node in functions(path)
        if node.name != "ready"
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert found == []


def test_no_star_import():
    stars = [
        name(p) for p in sources(*ROOMS, "tests") if re.search(r"^from .+ import \*", p.read_text(), re.M)
    ]
    assert stars == []


def test_state_is_assigned_by_the_kernel_alone():
    """`state` changes in `kernel.lifecycle.move` and nowhere else: no attribute, no update()."""
    found = []
    for path in sources(*ROOMS):
        if name(path) == "governance/kernel/lifecycle.py" or path.parts[len(ROOT.parts)] == "demo":
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            targets = node.targets if isinstance(node, ast.Assign) else []
            found += [
                f"{name(path)}:{node.lineno}"
                for t in targets
                if isinstance(t, ast.Attribute) and t.attr == "state"
            ]
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "update":
                found += [
                    f"{name(path)}:{node.lineno}" for keyword in node.keywords if keyword.arg == "state"
                ]
    assert found == []


def test_views_and_api_read_rows_through_the_scope():
    """In views and api, a manager of an area-bound model is followed by `.for_user(` or is a view set's `queryset`."""
    scoped = {
        model.__name__
        for model in apps.get_models()
        if isinstance(model._default_manager.none(), ScopedQuerySet)
    }
    found = []
    for path in sources(*ROOMS):
        if path.name not in {"views.py", "api.py"} and path.parent.name not in {"views", "api"}:
            continue
        flat = re.sub(r"\s+", "", path.read_text())
        for match in re.finditer(r"(queryset=)?\b(\w+)\.objects\.([\w.()]*)", flat):
            if (
                match[2] in scoped
                and not match[1]
                and "for_user(" not in flat[match.start() : match.end() + 60]
            ):
                found.append(f"{name(path)}: {match[0]}")
    assert found == []


def test_no_signals_for_our_own_rules():
    found = [
        name(path)
        for path in sources(*ROOMS)
        if re.search(r"django\.db\.models\.signals|@receiver|post_save", path.read_text())
        and name(path) not in {"governance/statistics/apps.py"}
    ]
    assert found == []


def test_verbs_never_enqueue_tasks():
    found = [
        name(path)
        for path in sources(*ROOMS)
        if (path.name == "actions.py" or "actions" in path.parts)
        and re.search(r"\.delay\(|apply_async", path.read_text())
    ]
    assert found == []


def test_area_bound_models_have_a_scoped_manager_with_a_right():
    bound = [model for model in apps.get_models() if issubclass(model, AreaBound)]
    assert bound
    lacking = [
        model._meta.label
        for model in bound
        if not isinstance(model._default_manager.none(), ScopedQuerySet)
        or not model._default_manager.none().VIEW_RIGHT
    ]
    assert lacking == []


def test_area_bound_models_are_indexed_by_area_code_first():
    lacking = []
    for model in apps.get_models():
        if issubclass(model, AreaBound) and model._meta.managed and not model._meta.proxy:
            firsts = [index.fields[0] for index in model._meta.indexes if index.fields]
            firsts += [rule.fields[0] for rule in model._meta.constraints if getattr(rule, "fields", ())]
            if "area_code" not in firsts:
                lacking.append(model._meta.label)
    assert lacking == []


def test_lifecycles_mention_only_their_own_states():
    for model in apps.get_models():
        if issubclass(model, Staged) and isinstance(model.STEPS, dict):
            states = {value for value, _ in model._meta.get_field("state").choices}
            assert state_choices_of(model.STEPS.values()) <= states, model._meta.label


def test_every_own_model_has_words_for_the_screen():
    lacking = [
        f"{model._meta.label}.{field.name}"
        for app in OWN_APPS
        for model in app.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.Field)
        and not field.primary_key
        and field.editable
        and field.verbose_name == field.name.replace("_", " ")
    ]
    assert lacking == []


def test_imports_keep_to_the_layers():
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.django_db
def test_no_migration_is_missing(capsys):
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)


def test_the_repository_names_no_machine():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True).stdout.split("\n")
    pattern = re.compile(
        r"/wor[k]/|/hom[e]/\w+/|pyp[i]\.org|pythonhoste[d]|npmj[s]\.|registr[y]\.npm|deb\.debia[n]"
    )
    found = []
    for line in filter(None, listed):
        path = ROOT / line
        if (
            line.startswith("static/vendor/")
            or not path.is_file()
            or path.suffix in {".png", ".mo", ".woff2"}
        ):
            continue
        found += [line] if pattern.search(path.read_text(errors="replace")) else []
    assert found == []
