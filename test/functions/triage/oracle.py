"""Complement naive Bayes the slow way: exact fractions, counted anew from the raw examples for each label."""
import json
import sys
from fractions import Fraction
from math import log


def log_of(fraction):
    return log(fraction.numerator) - log(fraction.denominator)


def scores(case, smoothing):
    kind = case["kind"]
    known = {feature for example in case["examples"] for feature in example["features"]}
    of_kind = [example for example in case["examples"] if kind in example["labels"]]
    answer = {}
    for label in {example["labels"][kind] for example in of_kind}:
        others = [example for example in of_kind if example["labels"][kind] != label]
        everything = sum(len(example["features"]) for example in others)
        score = log_of(Fraction(len(of_kind) - len(others), len(of_kind)))
        for feature in case["asked"]:
            if feature in known:
                times = sum(1 for example in others if feature in example["features"])
                score -= log_of((times + smoothing) / (everything + smoothing * len(known)))
        answer[label] = score
    return answer


asked = json.load(sys.stdin)
smoothing = Fraction(asked["smoothing"])
print(json.dumps([scores(case, smoothing) for case in asked["cases"]]))
