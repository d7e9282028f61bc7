"""A migrated database kept between test runs: what migrations make is the same until one of them changes."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "var" / "test-template"
MIGRATED = "migrated"  # the database in it: nobody works in it, so that it can be copied at any time


def template_folder(major: int) -> Path:
    """Where the cluster of the present migrations is kept."""
    sums = hashlib.sha256(str(major).encode())
    for file in sorted(ROOT.glob("*/migrations/*.py")) + sorted(ROOT.glob("*/*/migrations/*.py")):
        sums.update(file.read_bytes())
    return TEMPLATES / sums.hexdigest()[:16]


def migrate() -> None:
    """Bring the database that the environment names to the present migrations."""
    subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity=0"], cwd=ROOT, check=True)


def copy_cluster(source: Path, target: Path) -> None:
    """Copy a cluster that stands still, its owner and rights included."""
    subprocess.run(["/bin/cp", "-a", source, target], check=True)


def keep(cluster: Path, template: Path) -> None:
    """Keep a cluster for the next run; those of other migrations go."""
    for old in TEMPLATES.glob("*"):
        shutil.rmtree(old, ignore_errors=True)
    TEMPLATES.mkdir(parents=True, exist_ok=True)
    fresh = template.with_suffix(f".{os.getpid()}")
    copy_cluster(cluster, fresh)
    fresh.rename(template)
