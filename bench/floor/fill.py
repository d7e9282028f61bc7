"""`python -m bench.floor.fill 1000000 6`: fill the floor's database, with six districts, and print the token."""

import sys

import bench.floor.project  # noqa: F401  settings first

# isort: split
from django.contrib.auth.models import User
from django.core.management import call_command
from rest_framework.authtoken.models import Token

from bench.floor.tables import fill

call_command("migrate", verbosity=0)
fill(int(sys.argv[1]), int(sys.argv[2]))
print(Token.objects.create(user=User.objects.create(username="bench")).key)
