import { Refusal } from './refusal.ts'

const deepest = 50

/** Whoever reads it later may call itself for each level; this does not. @throws Refusal `malformed`. */
export function demandShallow(value: unknown): void {
  let level = [value].filter(isNested)
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > deepest) throw tooDeep()
    level = level.flatMap((one) => Object.values(one).filter(isNested))
  }
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null

const tooDeep = () =>
  new Refusal('malformed', {
    en: `This is nested too deeply. Up to ${deepest} levels can be read.`,
    de: `Das ist zu tief verschachtelt. Bis zu ${deepest} Ebenen lassen sich lesen.`,
  })
