"""`python -m vipdesk`: the same as the command `vipdesk`."""

import sys

from vipdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
