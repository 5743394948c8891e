"""``python -m argmine`` is the command line."""

import sys

from argmine.cli.main import main

sys.exit(main())
