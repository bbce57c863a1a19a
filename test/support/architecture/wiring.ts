import { isEntry } from './kinds.ts'
import type { Rule, Source } from './source.ts'

const named = /functions\/[\w-]+\/[\w.-]+\.ts/g

/** The entry files that the stacks name, one by one or by the list of nouns with routes. */
function namedEntries(sources: readonly Source[]): string[] {
  const stacks = sources.filter(({ path }) => /^infra\/(?:stacks|constructs)\//.test(path))
  const spelled = stacks.flatMap(({ text }) => [...text.matchAll(named)].map(([entry]) => entry))
  const nouns = stacks
    .filter(({ text }) => /`functions\/\$\{noun\}\/api\.ts`/.test(text))
    .flatMap(({ text }) =>
      [...text.matchAll(/^ {2}(\w+): \[$|^ {2}(\w+): \['\/v1/gm)].map(([, a, b]) => a ?? b),
    )
  return [...spelled.filter(isEntry), ...nouns.map((noun) => `functions/${noun}/api.ts`)]
}

export const wiring: Rule[] = [
  {
    says: 'every function that the stacks name has its entry file',
    breaches: (sources) =>
      namedEntries(sources).filter((entry) => !sources.some(({ path }) => path === entry)),
    example: { 'infra/stacks/service-stack.ts': "fn({ entry: 'functions/mail/on-lost-event.ts' })\n" },
  },
  {
    says: 'every entry file is deployed by a stack',
    breaches: (sources) => {
      const deployed = namedEntries(sources)
      return sources.map(({ path }) => path).filter((path) => isEntry(path) && !deployed.includes(path))
    },
    example: { 'functions/mail/on-lost-event.ts': '' },
  },
]
