import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { counted, due } from '../../../functions/sla/business-time.ts'
import type { Calendar } from '../../../functions/sla/calendar.ts'

type Case = [
  start: number,
  seconds: number,
  pauses: [number, number][],
  dueAt: number,
  end: number,
  countedSeconds: number,
]
type Answered = { calendar: Omit<Calendar, 'id' | 'name'>; cases: Case[] }

/** A few cases go beyond what the oracle looks at and are left out. */
const [seed, calendars, casesEach] = [20261123, 208, 500]
const atLeast = 100_000

const instant = (seconds: number) => new Date(seconds * 1000).toISOString()

/** @throws Error that says what is missing when there is no Python 3.9 with the zones of the system. */
function askPython(): Promise<Answered[]> {
  const script = join(import.meta.dirname, 'oracle.py')
  return new Promise((done, fail) => {
    const python = spawn('python3', [script, ...[seed, calendars, casesEach].map(String)])
    const [answer, complaint]: [Buffer[], Buffer[]] = [[], []]
    python.stdout.on('data', (chunk) => answer.push(chunk))
    python.stderr.on('data', (chunk) => complaint.push(chunk))
    python.once('error', () =>
      fail(new Error('The oracle of deadlines needs python3 (3.9 or later) on the path, and there is none.')),
    )
    python.once('close', (code) => {
      if (code === 0) done(JSON.parse(Buffer.concat(answer).toString()))
      else fail(new Error(`The oracle of deadlines ended with ${code}: ${Buffer.concat(complaint)}`))
    })
  })
}

test('100,000 deadlines are those that Python finds by looking at the clock on the wall', async () => {
  const answered = await askPython()
  const differences: unknown[] = []
  let compared = 0
  for (const { calendar: found, cases } of answered) {
    const calendar = { id: 'cal', name: 'Calendar', ...found }
    for (const [start, seconds, held, dueAt, end, countedSeconds] of cases) {
      const pauses = held.map(([from, to]) => ({ from: instant(from), to: instant(to) }))
      const ours = [
        due(calendar, instant(start), seconds, pauses),
        counted(calendar, instant(start), instant(end)),
      ]
      const theirs = [instant(dueAt), countedSeconds]
      compared += 1
      if (ours[0] !== theirs[0] || ours[1] !== theirs[1])
        differences.push({
          calendar: JSON.stringify(calendar),
          start: instant(start),
          seconds,
          held,
          ours,
          theirs,
        })
    }
  }
  expect(differences.slice(0, 3)).toEqual([])
  expect(compared).toBeGreaterThanOrEqual(atLeast)
}, 240_000)
