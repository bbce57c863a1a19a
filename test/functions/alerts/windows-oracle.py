"""
When a maintenance that comes again holds, by other means than the product's: no windows, no transitions. Time goes by the
minute, and at each one the clock on the wall, which never goes back, is asked whether it stands within the hours of a day
on which a window may begin.

usage: windows-oracle.py SEED CASES    prints one JSON document: what comes again, and the stretches in which it holds
"""

import json
import os
import random
import sys
from datetime import date, datetime, timedelta, timezone

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "oncall"))
from oracle import MINUTE, NIGHTS, WEEKDAYS, ForwardClock, minute, wall

EDGES = [0, 30, 60, 90, 105, 120, 135, 150, 165, 180, 195, 540, 1020, 1320]


def holds(recurring, shown):
    begin, end = minute(recurring["from"]), minute(recurring["to"])
    now, today = shown.hour * 60 + shown.minute, shown.date()

    def may_begin(day):
        is_early = day < date.fromisoformat(recurring["startsOn"])
        is_late = "endsOn" in recurring and day > date.fromisoformat(recurring["endsOn"])
        return WEEKDAYS[day.weekday()] in recurring["weekdays"] and not is_early and not is_late

    if begin < end:
        return may_begin(today) and begin <= now < end
    return (may_begin(today) and now >= begin) or (may_begin(today - timedelta(days=1)) and now < end)


def stretches(recurring, start, end):
    clock, found, moment = ForwardClock(recurring["zone"], start), [], start
    while moment < end:
        if holds(recurring, clock.at(moment)):
            at = int(moment.timestamp())
            if found and found[-1][1] == at:
                found[-1][1] = at + 60
            else:
                found.append([at, at + 60])
        moment += MINUTE
    return found


def case_of(chance, index):
    zone, night = NIGHTS[index % len(NIGHTS)][0], datetime(*NIGHTS[index % len(NIGHTS)][1])
    days = chance.sample(WEEKDAYS, chance.randint(1, 7))
    begin = chance.choice(EDGES + [chance.randrange(1440)])
    end = chance.choice(EDGES[1:] + [1440, begin or 1440, chance.randrange(1, 1440)])
    recurring = {"zone": zone, "weekdays": days, "from": wall(begin), "to": wall(end)}
    recurring["startsOn"] = (night - timedelta(days=chance.choice([0, 1, 2, 9, 400]))).strftime("%Y-%m-%d")
    if chance.random() < 0.4:
        last = max(night + timedelta(days=chance.choice([-1, 0, 1])), datetime.fromisoformat(recurring["startsOn"]))
        recurring["endsOn"] = last.strftime("%Y-%m-%d")
    start = night.replace(tzinfo=timezone.utc) - timedelta(minutes=chance.randint(600, 2200))
    end = start + timedelta(minutes=chance.randint(2400, 4800))
    return {
        "recurring": recurring,
        "from": int(start.timestamp()),
        "to": int(end.timestamp()),
        "holds": stretches(recurring, start, end),
    }


seed, cases = (int(argument) for argument in sys.argv[1:3])
chance = random.Random(seed)
json.dump([case_of(chance, index) for index in range(cases)], sys.stdout, separators=(",", ":"))
