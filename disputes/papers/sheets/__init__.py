"""Our own templates, drawn by code; `manage.py make_paper_templates` writes them into `papers/shipped`."""
