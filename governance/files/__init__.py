"""What comes in and goes out as files: photos and signatures kept beside a record."""
