"""
Who is on call by other means than the product's: no transitions, no windows, no turns that are counted through. Time goes
by the minute; zoneinfo says what the clock on the wall shows, and a clock that only ever goes forward is kept from it. At
each minute every layer is asked whether that clock is within its hours, and whose turn it is.

usage: oracle.py SEED CASES    prints one JSON document: schedules, each with who was on call when
"""

import json
import random
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

# Nights in which the clock changes, or nearly all; on each the databases of Python and Node agree.
NIGHTS = [
    ("Europe/Berlin", (2026, 10, 25)), ("Europe/Berlin", (2027, 3, 28)), ("Europe/London", (2028, 3, 26)),
    ("America/New_York", (2026, 11, 1)), ("America/New_York", (2027, 3, 14)), ("America/St_Johns", (2028, 11, 5)),
    ("Australia/Sydney", (2026, 10, 4)), ("Australia/Sydney", (2027, 4, 4)), ("Australia/Adelaide", (2029, 4, 1)),
    ("Australia/Lord_Howe", (2026, 10, 4)), ("Australia/Lord_Howe", (2027, 4, 4)), ("Pacific/Auckland", (2027, 9, 26)),
    ("Pacific/Chatham", (2028, 4, 2)), ("Europe/Dublin", (2029, 10, 28)), ("Antarctica/Troll", (2027, 3, 28)),
    ("Antarctica/Troll", (2026, 10, 25)), ("America/Havana", (2024, 11, 3)), ("Asia/Beirut", (2023, 3, 30)),
    ("Africa/Casablanca", (2024, 3, 10)), ("Pacific/Apia", (2011, 12, 30)), ("Asia/Kolkata", (2026, 10, 25)),
    ("UTC", (2026, 12, 31)),
]
# Zones whose rules nobody has changed lately, for layers with a zone of their own.
STEADY = ["Europe/Berlin", "America/New_York", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Chatham", "UTC"]
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
MINUTES = {"hours": 60, "days": 1440, "weeks": 10080}
PEOPLE = ["ana", "ben", "chen", "dana", "omar"]
MINUTE = timedelta(minutes=1)


def minute(text):
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def wall(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


class ForwardClock:
    """The wall clock of a zone, asked minute by minute; it never goes back."""

    def __init__(self, zone, start):
        self.zone, self.furthest = ZoneInfo(zone), datetime.min
        moment = start - timedelta(hours=30)
        while moment < start:
            self.at(moment)
            moment += MINUTE

    def at(self, moment):
        self.furthest = max(self.furthest, moment.astimezone(self.zone).replace(tzinfo=None))
        return self.furthest


def is_within(restriction, shown):
    begin, end = minute(restriction["from"]), minute(restriction["to"])
    now, today = shown.hour * 60 + shown.minute, WEEKDAYS[shown.weekday()]
    yesterday = WEEKDAYS[shown.weekday() - 1]
    days = restriction["weekdays"]
    if begin < end:
        return today in days and begin <= now < end
    return (today in days and now >= begin) or (yesterday in days and now < end)


def turn(layer, shown):
    handover = timedelta(minutes=minute(layer["handoverAt"]))
    start = datetime.fromisoformat(layer["startsOn"]) + handover
    if shown < start or ("endsOn" in layer and shown >= datetime.fromisoformat(layer["endsOn"]) + handover):
        return None
    if layer["restrictions"] and not any(is_within(one, shown) for one in layer["restrictions"]):
        return None
    length = timedelta(minutes=layer["rotation"]["every"] * MINUTES[layer["rotation"]["unit"]])
    return layer["people"][(shown - start) // length % len(layer["people"])]["id"]


def runs_of(case, start, end):
    clocks = [ForwardClock(layer["zone"], start) for layer in case["layers"]]
    overrides = [
        (datetime.fromtimestamp(one["from"], timezone.utc), datetime.fromtimestamp(one["to"], timezone.utc), one)
        for one in case["overrides"]
    ]
    runs, moment = [], start
    while moment < end:
        who = None
        for layer, clock in zip(case["layers"], clocks):
            person = turn(layer, clock.at(moment))
            who = f"{person} {layer['id']}" if person else who
        for begin, stop, one in overrides:
            if begin <= moment < stop:
                who = f"{one['person']} {one['id']}"
        at = int(moment.timestamp())
        if runs and runs[-1][2] == who:
            runs[-1][1] = at + 60
        else:
            runs.append([at, at + 60, who])
        moment += MINUTE
    return runs


def layer_of(chance, index, zone, night):
    def restriction():
        begin = chance.choice([0, 30, 60, 105, 120, 150, 165, 180, 540, 1020, 1320, chance.randrange(1440)])
        end = chance.choice([30, 120, 135, 150, 180, 195, 360, 1020, 1440, chance.randrange(1, 1440)])
        return {"weekdays": sorted(chance.sample(WEEKDAYS, chance.randint(1, 7))), "from": wall(begin), "to": wall(end)}

    unit = chance.choice(["hours", "hours", "days", "weeks"])
    layer = {
        "id": f"layer_{index}",
        "zone": zone,
        "people": [{"id": one, "name": one} for one in chance.sample(PEOPLE, chance.randint(1, 5))],
        "rotation": {"every": chance.choice([1, 1, 2, 3, 7, 12]), "unit": unit},
        "startsOn": (night - timedelta(days=chance.choice([-1, 0, 1, 2, 5, 30, 400]))).strftime("%Y-%m-%d"),
        "handoverAt": wall(chance.choice([0, 90, 120, 150, 180, 540, chance.randrange(1440)])),
        "restrictions": [restriction() for _ in range(chance.choice([0, 0, 1, 2, 3]))],
    }
    if chance.random() < 0.2:
        end = max(datetime.fromisoformat(layer["startsOn"]) + timedelta(days=1), night + timedelta(days=chance.randint(-1, 2)))
        layer["endsOn"] = end.strftime("%Y-%m-%d")
    return layer


def case_of(chance, index):
    zone, date = NIGHTS[index % len(NIGHTS)]
    night = datetime(*date)
    layers = [
        layer_of(chance, place, zone if chance.random() < 0.8 else chance.choice(STEADY), night)
        for place in range(chance.randint(1, 4))
    ]
    start = night.replace(tzinfo=timezone.utc) - timedelta(minutes=chance.randint(600, 2200))
    end = start + timedelta(minutes=chance.randint(2400, 4800))
    overrides = []
    for place in range(chance.choice([0, 0, 1, 2, 4])):
        begin = int(start.timestamp()) + 60 * chance.randint(-600, 3000)
        overrides.append({"id": f"ovr_{place}", "from": begin, "to": begin + 60 * chance.randint(1, 1500), "person": chance.choice(PEOPLE)})
    case = {"zone": zone, "layers": layers, "overrides": overrides}
    return {**case, "from": int(start.timestamp()), "to": int(end.timestamp()), "runs": runs_of(case, start, end)}


def main():
    seed, cases = (int(argument) for argument in sys.argv[1:3])
    chance = random.Random(seed)
    json.dump([case_of(chance, index) for index in range(cases)], sys.stdout, separators=(",", ":"))


if __name__ == "__main__":
    main()
