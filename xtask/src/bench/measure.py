"""Runs a command and prints what it and all of its children took, as JSON on one line.

Seconds of CPU and of the clock, and the memory of the largest process in bytes.
"""

import json
import resource
import subprocess
import sys
import time

start = time.monotonic()
status = subprocess.run(sys.argv[1:], stdout=sys.stderr, check=False).returncode
wall = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
scale = 1 if sys.platform == "darwin" else 1024
cost = {
    "cpu": used.ru_utime + used.ru_stime,
    "wall": wall,
    "memory": used.ru_maxrss * scale,
}
print(json.dumps(cost))
sys.exit(status)
