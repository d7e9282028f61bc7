"""Exit 0 if the address answers 200: a health check for images without curl."""

import sys
from http.client import HTTPConnection
from urllib.parse import urlsplit

address = urlsplit(sys.argv[1])
connection = HTTPConnection(address.netloc, timeout=4)
connection.request("GET", address.path)
sys.exit(connection.getresponse().status != 200)
