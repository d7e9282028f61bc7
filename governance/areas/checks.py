from django.core import checks
from django.db import connections

QUERY = """
    SELECT pg_encoding_to_char(encoding), '网' ~ '^[[:alpha:]]$'
    FROM pg_database WHERE datname = current_database()
"""


def check_chinese_text(databases=None, **kwargs):
    """With LC_CTYPE "C" trigrams and word search of Chinese text are empty, and nothing says so."""
    return [error for alias in databases or [] for error in _errors_of(alias)]


def _errors_of(alias):
    with connections[alias].cursor() as cursor:
        cursor.execute(QUERY)
        encoding, knows_letters = cursor.fetchone()
    if encoding == "UTF8" and knows_letters:
        return []
    return [
        checks.Error(
            f"数据库 {alias}（{encoding}）的 LC_CTYPE 不认识汉字，中文检索会悄悄落空。",
            hint="请用 ENCODING 'UTF8' 和 UTF-8 的 LC_CTYPE（如 C.UTF-8）重新建库。",
            id="areas.E001",
        )
    ]
