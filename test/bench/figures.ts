import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Incidents in a large table: `SCALE=full` is the bench, anything else the tests. */
export const scale = process.env.SCALE === 'full' ? 'full' : 'small'
export const small = 1_000
export const large = scale === 'full' ? 100_000 : 10_000

export type Figures = Record<string, unknown>

const fileOf = (name: string) => join(import.meta.dirname, `../../build/figures/${name}.json`)

/** Leaves what a test has counted for the bench's report. */
export function note(name: string, figures: Figures): void {
  const file = fileOf(name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify({ scale, ...figures }, null, 2))
}

export function noted(name: string): Figures | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(name), 'utf8')) as Figures
  } catch {
    return undefined
  }
}
