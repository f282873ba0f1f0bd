"""How well names of one person are told from those of two, by the names alone.

    python benchmarks/names.py FOLDER

The folder holds `dev.jsonl` (pairs of one person) and `strangers.jsonl` (two people who share a
surname or a first name): objects with `name1` and `name2`. Printed are precision, recall and F1 of
pairs taken for one, and some of the wrong ones. Inside an incident more is asked: a surname alone
joins one who is the only bearer, ages and genders must not contradict.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from onrecord.group.blocks import SAME
from onrecord.group.names import match_names, name_parts


def taken(path: Path) -> list[tuple[str, str, bool]]:
    """The pairs of a file and whether they are taken for one person."""
    pairs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        one, two = str(record["name1"]), str(record["name2"])
        found = match_names(name_parts(one), name_parts(two))
        pairs.append((one, two, found is not None and found.score >= SAME))
    return pairs


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wrong", type=int, default=0, help="so many wrong pairs of each kind")
    options = parser.parse_args()
    same, strangers = (taken(options.folder / name) for name in ("dev.jsonl", "strangers.jsonl"))
    right = sum(hit for _, _, hit in same)
    wrong = sum(hit for _, _, hit in strangers)
    recall, precision = right / len(same), right / (right + wrong)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{len(same)} and {len(strangers)} pairs: P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}")
    for pairs, hit in ((same, False), (strangers, True)):
        for one, two, _ in [pair for pair in pairs if pair[2] == hit][: options.wrong]:
            print("  taken for one:" if hit else "  missed:", one, "|", two)


if __name__ == "__main__":
    main()
