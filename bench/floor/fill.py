"""`python -m bench.floor.fill 1000000`: fill the floor's database and print the token to ask with."""

import sys

import bench.floor.project  # noqa: F401  settings first

# isort: split
from django.contrib.auth.models import User
from django.core.management import call_command
from rest_framework.authtoken.models import Token

from bench.floor.tables import fill

call_command("migrate", verbosity=0)
fill(int(sys.argv[1]))
print(Token.objects.create(user=User.objects.create(username="bench")).key)
