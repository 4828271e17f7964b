"""Times GNE over the pages of a list, as `speed external` does:

    python3 gne.py LIST ROUNDS

The list has a line for each page: path, address, charset. GNE takes text; the
decoding in the charset of the list counts. One line of JSON says what each
round took of the processor, the first of them being cold.
"""
import importlib.metadata
import json
import platform
import sys
import time

from gne import GeneralNewsExtractor


def main(listing, rounds):
    pages = []
    with open(listing, encoding="utf-8") as lines:
        for line in lines:
            path, _, charset = line.rstrip("\n").split("\t")
            with open(path, "rb") as page:
                pages.append((page.read(), charset))
    extractor = GeneralNewsExtractor()
    cpu = []
    for _ in range(rounds):
        failed = 0
        before = time.process_time()
        for src, charset in pages:
            try:
                if not extractor.extract(src.decode(charset, "replace"))["content"]:
                    failed += 1
            except Exception:  # whatever a page makes it raise
                failed += 1
        cpu.append((time.process_time() - before) * 1000)
    version = "Python %s, GNE %s" % (platform.python_version(), importlib.metadata.version("gne"))
    print(json.dumps({"version": version, "cpu": cpu, "failed": failed}))


main(sys.argv[1], int(sys.argv[2]))
