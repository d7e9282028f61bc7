"""The four-tier Party organisation chain on the same territory, joint branches, volunteers."""
