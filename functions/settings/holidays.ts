type Holiday = { date: string; name: string }

/** Years from now for which a file's holidays are taken over, this one among them. */
const yearsAhead = 3

/** The days that an import is about: whole years, from this one on. */
export function importRange(now: string): { from: string; to: string } {
  const year = Number(now.slice(0, 4))
  return { from: `${year}-01-01`, to: `${year + yearsAhead - 1}-12-31` }
}

/** Holidays with those that are new, by date; a day that is there already keeps its name. */
export const withHolidays = (holidays: readonly Holiday[], more: readonly Holiday[]): Holiday[] =>
  [...new Map([...more, ...holidays].map((holiday) => [holiday.date, holiday])).values()].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  )
