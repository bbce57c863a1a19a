import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Layer } from '../../../functions/oncall/schedule.ts'
import { shiftsBetween } from '../../../functions/oncall/shifts.ts'
import { override } from './fixture.ts'

type Run = [from: number, to: number, who: string | null]
type Case = {
  zone: string
  layers: Omit<Layer, 'name'>[]
  overrides: { id: string; from: number; to: number; person: string }[]
  from: number
  to: number
  runs: Run[]
}

const [seed, cases] = [20261025, 176]
const instant = (seconds: number) => new Date(seconds * 1000).toISOString()

/** @throws Error that says what is missing when there is no Python 3.9 with the zones of the system. */
function askPython(): Promise<Case[]> {
  const script = join(import.meta.dirname, 'oracle.py')
  return new Promise((done, fail) => {
    const python = spawn('python3', [script, ...[seed, cases].map(String)])
    const [answer, complaint]: [Buffer[], Buffer[]] = [[], []]
    python.stdout.on('data', (chunk) => answer.push(chunk))
    python.stderr.on('data', (chunk) => complaint.push(chunk))
    python.once('error', () =>
      fail(new Error('The oracle of shifts needs python3 (3.9 or later) on the path, and there is none.')),
    )
    python.once('close', (code) => {
      if (code === 0) done(JSON.parse(Buffer.concat(answer).toString()))
      else fail(new Error(`The oracle of shifts ended with ${code}: ${Buffer.concat(complaint)}`))
    })
  })
}

/** Ours, told as the oracle tells it: gaps in their place, and turns of one person in one layer made one. */
function runsOf({ zone, layers, overrides, from, to }: Case): Run[] {
  const rota = { id: 'sch_test', zone, layers: layers.map((one) => ({ ...one, name: one.id })) }
  const made = overrides.map((one, index) =>
    override(one.person, instant(one.from), instant(one.to), {
      ...{ id: one.id, createdAt: instant(index) },
    }),
  )
  const { shifts, gaps } = shiftsBetween(rota, made, instant(from), instant(to))
  const all = [
    ...shifts.map((one) => ({ ...one, who: `${one.person.id} ${one.overrideId ?? one.layerId}` })),
    ...gaps.map((gap) => ({ ...gap, who: null })),
  ].sort((a, b) => (a.from < b.from ? -1 : 1))
  return all.reduce<Run[]>((runs, one) => {
    const [begins, ends] = [Date.parse(one.from) / 1000, Date.parse(one.to) / 1000]
    const last = runs.at(-1)
    if (last && last[2] === one.who && last[1] === begins) last[1] = ends
    else runs.push([begins, ends, one.who])
    return runs
  }, [])
}

test('176 schedules around changes of the clock are what Python finds by looking at the wall each minute', async () => {
  const answered = await askPython()
  const differences = answered.flatMap(({ runs, ...found }) => {
    const ours = runsOf({ ...found, runs })
    const place = runs.findIndex((run, index) => run.join() !== ours[index]?.join())
    if (place < 0 && ours.length === runs.length) return []
    return [{ case: JSON.stringify(found), theirs: runs[place], ours: ours[place] }]
  })
  expect(differences.slice(0, 2)).toEqual([])
  expect(answered).toHaveLength(cases)
  expect(answered.flatMap(({ runs }) => runs).length).toBeGreaterThan(2000)
}, 240_000)
