import type { Source } from './source.ts'

export const nounOf = (path: string): string | undefined => /^functions\/([\w-]+)\//.exec(path)?.[1]

export const isEntry = (path: string): boolean =>
  /^functions\/[\w-]+\/(?:api|on-[\w-]+|[\w-]+\.task)\.ts$/.test(path)

export const isOperation = (path: string): boolean => /^functions\/[\w-]+\/api\/[\w-]+\.ts$/.test(path)

/** The only files that spell keys of the table. */
export const isStore = (path: string): boolean =>
  /^functions\/[\w-]+\/(?:store|[\w-]+-store|lists|due|head-item|items|writes)\.ts$/.test(path)

export const isRuntime = (path: string): boolean => path.startsWith('functions/runtime/')

/**
 * What reads, claims or sends waits for an answer, and is told by that; a rule answers at once.
 */
const waits = ({ code }: Source): boolean => /\b(?:async|await|Promise)\b/.test(code)

/** Tells rules and schemas: what is left of a noun without its entries, operations, stores and what reaches out. */
export function ruleAmong(sources: readonly Source[]): (path: string) => boolean {
  const reachingOut = new Set(sources.filter(waits).map(({ path }) => path))
  return (path) =>
    /^functions\/[\w-]+\/(?:(?:stages|adapters)\/)?[\w-]+\.ts$/.test(path) &&
    !isRuntime(path) &&
    !isEntry(path) &&
    !isStore(path) &&
    !reachingOut.has(path)
}

export const inFunctions = ({ path }: Source): boolean => path.startsWith('functions/')
export const isTest = ({ path }: Source): boolean => path.startsWith('test/')
