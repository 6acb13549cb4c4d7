#!/usr/bin/env python3
"""Compares measured scores with the committed floors.

usage: floors.py FLOORS.tsv PDF_SCORE.txt NAME=SCORE.json...
"""
import json
import re
import sys


def measured(pdf_file, scores):
    figures = {}
    for inbox, file in (score.split("=", 1) for score in scores):
        figures |= {f"{inbox} {name}": value for name, value in json.load(open(file, encoding="utf-8")).items() if isinstance(value, float)}
    last = open(pdf_file, encoding="utf-8").read().strip().splitlines()[-1]
    figures |= {f"pdf {name.strip()}": float(value) for name, value in re.findall(r"([a-z ]+) (\d\.\d+)", last)}
    return figures


def main():
    floors, pdf, *scores = sys.argv[1:]
    figures = measured(pdf, scores)
    below = 0
    for line in open(floors, encoding="utf-8"):
        if not line.strip() or line.startswith("#"):
            continue
        name, bound, limit = line.rstrip("\n").split("\t")
        value = figures.get(name)
        holds = value is not None and (value >= float(limit) if bound == "min" else value <= float(limit))
        below += not holds
        print(f"{'ok   ' if holds else 'BELOW'} {name:28} {bound} {limit}  measured {value}")
    sys.exit(1 if below else 0)


main()
