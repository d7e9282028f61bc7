"""PostgreSQL and Valkey from wheels, for a start without any server: found, started and stopped here alone.

The wheels' own Python code is never imported: run as root it adds users and opens folders up to `/`.
"""
