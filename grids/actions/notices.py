from datetime import date

from grids.models import PrivacyNotice


def load_privacy_notices(rows: list[dict]) -> None:
    """The notices of a preset. A version that is there already stays as it was shown."""
    for row in rows:
        PrivacyNotice.objects.get_or_create(
            form=row["form"],
            version=row["version"],
            defaults={
                "text": row["text"],
                "text_en": row.get("text_en", ""),
                "from_on": date.fromisoformat(row["from_on"]),
            },
        )
