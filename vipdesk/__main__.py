"""`python -m vipdesk`: the same as the command `vipdesk`."""

import sys
from multiprocessing import freeze_support

if __name__ == "__main__":
    # In a bundle the seating's worker is this very program, started again: it turns into the
    # worker here and goes no further.
    freeze_support()
    from vipdesk.cli import main

    sys.exit(main())
