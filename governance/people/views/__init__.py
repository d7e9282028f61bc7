"""Pages: `accounts` log-in and the own account, `handovers` what a leaver hands over."""
