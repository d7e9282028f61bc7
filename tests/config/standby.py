"""A streaming replica of the tests' own PostgreSQL: a base backup that follows."""

import os
import shutil
import subprocess

from django.db import connection

from config.embedded import process
from config.embedded.postgres import PostgresServer


class Standby(PostgresServer):
    """Started from a base backup of the server that the tests use; stops following only when told.

    Its slot has the server keep what it has not read yet, however much other tests write while it stands still.
    """

    slot = f"standby_{os.getpid()}"

    def follow(self) -> None:
        """Copy the server anew and follow it; a copy of before, promoted or far behind, is thrown away."""
        self.leave()
        with connection.cursor() as cursor:
            cursor.execute("select pg_create_physical_replication_slot(%s, true)", [self.slot])
        self._copy()
        self.start()

    def is_alive(self) -> bool:
        """Ask; while it does not answer, have the server say anew which transactions run.

        Beside one with more than 64 savepoints, which another test may hold, it can read only when that has ended
        and the server has said so: by itself that says it each 15 seconds.
        """
        if super().is_alive():
            return True
        with connection.cursor() as cursor:
            cursor.execute("select pg_log_standby_snapshot()")
        return False

    def leave(self) -> None:
        """Stop, and have the server keep nothing for it any more."""
        self.stop()
        shutil.rmtree(self.data, ignore_errors=True)
        with connection.cursor() as cursor:
            cursor.execute(
                "select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = %s",
                [self.slot],
            )

    def _copy(self) -> None:
        """Take the base backup, which says whom to follow."""
        account = process.service_account()
        process.own_folder(self.sockets, account)
        process.own_folder(self.data, account)
        command = [
            self._binaries(account) / "pg_basebackup",
            *(
                "--pgdata",
                self.data,
                "--wal-method=stream",
                "--checkpoint=fast",
                f"--slot={self.slot}",
                "--write-recovery-conf",
                "--no-sync",
            ),
            *("--host", connection.settings_dict["HOST"], "--username", connection.settings_dict["USER"]),
        ]
        taken = process.spawn(
            command, account=account, cwd="/", stderr=subprocess.PIPE, env=self._environment()
        )
        _out, said = taken.communicate()
        assert taken.returncode == 0, said.decode()

    def entry(self) -> dict:
        """How Django connects to it: as to the primary, but here, and to read alone."""
        settings = connection.settings_dict
        options = settings["OPTIONS"]
        read_only = f"{options.get('options', '')} -c default_transaction_read_only=on"
        here = {"HOST": str(self.sockets), "OPTIONS": options | {"options": read_only}}
        return settings | here | {"TEST": settings["TEST"] | {"MIRROR": "default"}}
