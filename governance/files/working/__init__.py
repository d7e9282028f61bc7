"""What the sweep does with files: checks, writes and takes back imports, makes exports. Taken up again after a kill."""
