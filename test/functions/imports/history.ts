import { readFileSync } from 'node:fs'
import type { Life } from '../../../functions/imports/life.ts'
import { Life as LifeSchema } from '../../../functions/imports/life.ts'
import { Person } from '../../../functions/people/person.ts'
import { Settings } from '../../../functions/settings/settings.ts'
import { historyOf, peopleOf } from '../../../infra/local/demo/history/history.ts'
import { livesOf } from '../../../infra/local/history-batches.ts'

export const until = '2026-03-02T12:00:00.000Z'

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../infra/local/demo/${file}`, import.meta.url), 'utf8'))

export const settings = Settings.parse(read('settings.json'))
export const people = [
  ...(read('people.json') as unknown[]).map((one) => Person.parse(one)),
  ...peopleOf(1).map((one) => Person.parse(one)),
]

/** The demo's history, as the import takes it. */
export const lives = (count: number): Life[] =>
  livesOf(historyOf(1, count, until)).map((one) => LifeSchema.parse(one))
