"""Runs ministack until standard input ends.

Whoever starts it holds the other end of that pipe, and the kernel closes it when the starter is
gone, for whatever reason. So no emulator outlives the run that it was started for.
"""

import os
import sys
import threading

from ministack.app import main


def stop_with_the_starter():
    sys.stdin.buffer.read()
    os._exit(0)


threading.Thread(target=stop_with_the_starter, daemon=True).start()
main()
