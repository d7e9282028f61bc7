"""The papers of a dossier as Word files: fields, templates that officials may edit, and how they are filled."""
