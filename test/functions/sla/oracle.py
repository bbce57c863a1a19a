"""
Deadlines by other means than the product's: no windows, no transitions, no wall-clock arithmetic. Time is cut into cells
of UTC so short that nothing begins or ends inside one; zoneinfo says what the clock on the wall shows at the beginning of
each, and a running sum over the cells that are open answers how much was counted, and by when.

usage: oracle.py SEED CALENDARS CASES_EACH    prints one JSON document: calendars, each with its cases
"""

import json
import random
import sys
from bisect import bisect_left
from datetime import datetime, timedelta, timezone
from itertools import accumulate
from zoneinfo import ZoneInfo

ZONES = [
    "Europe/Berlin", "Europe/Dublin", "Europe/London", "America/New_York", "America/St_Johns",
    "America/Santiago", "America/Sao_Paulo", "America/Havana", "America/Asuncion", "Asia/Beirut",
    "Asia/Amman", "Asia/Gaza", "Asia/Tehran", "Africa/Cairo", "Africa/Casablanca", "Asia/Kolkata",
    "Asia/Kathmandu", "Australia/Lord_Howe", "Australia/Adelaide", "Australia/Eucla", "Pacific/Chatham",
    "Pacific/Apia", "Pacific/Marquesas", "Atlantic/Azores", "Antarctica/Troll", "UTC",
]
# Years that are over, and on which the databases of Python and Node agree.
FIRST, LAST = 2007, 2024
# Where the clock was changed a minute after midnight, a quarter of an hour is too long a cell.
BY_THE_MINUTE = {"America/St_Johns", "Asia/Gaza"}
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
# Where the clock changes, a day is skipped or a leap day comes; half of the calendars live there.
NAMED = {
    "Pacific/Apia": [(2011, 12, 20), (2010, 9, 20), (2012, 3, 20)],
    "Africa/Casablanca": [(2018, 10, 10), (2012, 7, 10), (2019, 4, 25), (2023, 3, 10)],
    "Africa/Cairo": [(2010, 8, 1), (2014, 5, 5), (2023, 4, 20), (2024, 10, 20)],
    "Asia/Beirut": [(2023, 3, 20), (2012, 10, 20)],
    "Asia/Tehran": [(2022, 9, 15), (2016, 3, 15)],
    "Asia/Kathmandu": [(2008, 2, 20), (2024, 2, 20)],
    "America/Sao_Paulo": [(2018, 10, 25), (2017, 2, 10)],
    "Europe/Dublin": [(2020, 3, 20), (2020, 10, 20)],
    "Australia/Lord_Howe": [(2016, 3, 28), (2024, 9, 28)],
}


def seconds_of(moment):
    return (moment - EPOCH) // timedelta(seconds=1)


def wall(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


class Cells:
    """What was open, cell by cell, from `start` on; both in UTC."""

    def __init__(self, start, count, length, calendar):
        self.start, self.length = start, length
        zone = ZoneInfo(calendar["zone"])
        hours = [
            [(minute(one["from"]), minute(one["to"])) for one in calendar["hours"].get(weekday, [])]
            for weekday in WEEKDAYS
        ]
        holidays = {one["date"] for one in calendar["holidays"]}
        always = calendar["roundTheClock"]
        known, opened = {}, []
        for index in range(count):
            shown = datetime.fromtimestamp(start + index * length, zone)
            day = (shown.year, shown.month, shown.day)
            if day not in known:
                date = f"{shown.year:04}-{shown.month:02}-{shown.day:02}"
                known[day] = [] if date in holidays else hours[shown.weekday()]
            at = shown.hour * 60 + shown.minute
            opened.append(always or any(begins <= at < ends for begins, ends in known[day]))
        self.opened = opened
        self.sums = list(accumulate((length if one else 0 for one in opened), initial=0))
        self.end = start + count * length

    def until(self, at):
        index, rest = divmod(at - self.start, self.length)
        return self.sums[index] + (rest if rest and self.opened[index] else 0)

    def counted(self, begin, end):
        return max(0, self.until(end) - self.until(begin)) if end > begin else 0

    def due(self, begin, seconds):
        wanted = self.until(begin) + seconds
        index = bisect_left(self.sums, wanted)
        if index == len(self.sums):
            return None
        return self.start + (index - 1) * self.length + wanted - self.sums[index - 1]

    def due_with(self, begin, seconds, pauses):
        for held, resumed in pauses:
            free = self.counted(begin, held)
            if seconds <= free:
                break
            seconds, begin = seconds - free, max(begin, resumed)
        return self.due(begin, seconds)


def minute(text):
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def calendar_of(chance, first_day, days, step):
    def intervals():
        if chance.random() < 0.3:
            return chance.choice([[(0, 1440)], [(540, 1020)], [(540, 720), (780, 1020)], [(0, 60)], [(1380, 1440)]])
        found = []
        for _ in range(chance.randint(0, 3)):
            begin = chance.randrange(0, 1440, step)
            found.append((begin, min(1440, begin + chance.randrange(step, 720, step))))
        return found

    hours = {
        weekday: [{"from": wall(begin), "to": wall(end)} for begin, end in intervals()]
        for weekday in WEEKDAYS
        if chance.random() < 0.85
    }
    dates = {first_day + timedelta(days=chance.randrange(days)) for _ in range(chance.randint(0, days // 20))}
    return {
        "roundTheClock": chance.random() < 0.03,
        "hours": hours,
        "holidays": [{"date": date.strftime("%Y-%m-%d"), "name": "Holiday"} for date in sorted(dates)],
    }


def case_of(chance, cells):
    span = cells.end - cells.start
    begin = cells.start + chance.randrange(span * 2 // 3)
    if chance.random() < 0.2:
        begin -= begin % 900
    seconds = chance.choice([chance.randint(1, 7200), chance.randint(1, 288_000), chance.randint(1, 80) * 3600])
    pauses, at = [], begin
    for _ in range(chance.choice([0, 0, 1, 3])):
        held = at + chance.randint(0, 200_000)
        at = held + chance.randint(1, 300_000)
        pauses.append([held, at])
    end = min(begin + chance.randint(0, 1_500_000), cells.end - 1)
    return [begin, seconds, pauses, due_within(cells, begin, seconds, pauses), end, cells.counted(begin, end)]


def due_within(cells, begin, seconds, pauses):
    if pauses and pauses[-1][1] >= cells.end:
        return None
    return cells.due_with(begin, seconds, pauses)


def main():
    seed, calendars, cases_each = (int(argument) for argument in sys.argv[1:4])
    chance = random.Random(seed)
    answer = []
    for index in range(calendars):
        zone = ZONES[index % len(ZONES)]
        length, days, step = (60, 45, 1) if index % 4 == 0 or zone in BY_THE_MINUTE else (900, 400, 15)
        year, month, day = chance.randint(FIRST, LAST - 2), chance.randint(1, 12), chance.randint(1, 28)
        if zone in NAMED and chance.random() < 0.6:
            year, month, day = chance.choice(NAMED[zone])
            length, days, step = (60, 45, 1) if length == 60 else (900, 100, 15)
        first_day = datetime(year, month, day, tzinfo=timezone.utc)
        calendar = {"zone": zone, **calendar_of(chance, first_day, days, step)}
        cells = Cells(seconds_of(first_day), days * 86_400 // length, length, calendar)
        cases = [case_of(chance, cells) for _ in range(cases_each)]
        # What the cells do not reach is not compared.
        answer.append({"calendar": calendar, "cases": [case for case in cases if case[3] is not None]})
    json.dump(answer, sys.stdout, separators=(",", ":"))


main()
