import { inFunctions, isEntry, isOperation, isRuntime, isStore, nounOf, ruleAmong } from './kinds.ts'
import { importsThat, linesWith, type Rule, type Source } from './source.ts'

const pureRuntime =
  /^functions\/runtime\/(?:instant|hash|text|refusal|shallow|page|zone|zone-days|wall-time|wall-windows|roles|public-address)\.ts$/
/** The table's own calls, the remembered answers, and the header of a mail that carries a key and is read back. */
const mayHandleKeys = /runtime\/(?:table|idempotency|due-keys)\.ts$|mail\/send-key\.ts$/
const zod = /^(?:zod\/(?:mini|locales)|temporal-polyfill)$/
const among = (sources: readonly Source[], is: (path: string) => boolean) =>
  sources.filter(({ path }) => is(path))
const isForeign = (target: string, noun: string | undefined) =>
  target.startsWith('functions/') && !isRuntime(target) && nounOf(target) !== noun

const makesOperations = /\b(?:operation|\w+Operations)\(/

/** The files of incidents that know incidents only. The others put the product together. */
const isOwnOfIncidents = (path: string) =>
  nounOf(path) === 'incidents' && !isOperation(path) && !isEntry(path)

/** Every file of a noun, but those of incidents that put the product together. */
const isOfOneNoun = (path: string) => {
  const noun = nounOf(path)
  return noun !== undefined && noun !== 'runtime' && (noun !== 'incidents' || isOwnOfIncidents(path))
}

/** Where runtime knows nouns: what there is, who reacts to what, what is said of an incident, and who may do what. */
const composing = [
  'functions/runtime/services.ts',
  'functions/runtime/reactions.ts',
  'functions/runtime/caller.ts',
  'functions/runtime/subjects.ts',
  'functions/runtime/wake-incident.ts',
  'functions/runtime/incident-subject.ts',
]

export const borders: Rule[] = [
  {
    says: 'rules stand on zod, on other rules and on the pure part of runtime alone',
    breaches: (sources) => {
      const isRule = ruleAmong(sources)
      return importsThat(
        among(sources, isRule),
        ({ target, isType }) =>
          !zod.test(target) &&
          !pureRuntime.test(target) &&
          !isRule(target) &&
          !(isType && target.startsWith('functions/')),
      )
    },
    example: { 'functions/incidents/move.ts': "import { openTable } from '../runtime/table.ts'\n" },
  },
  {
    says: 'rules take the time, chance and settings as arguments',
    breaches: (sources) =>
      linesWith(
        among(sources, ruleAmong(sources)),
        /\bprocess\.|\bDate\.now\b|new Date\(\)|\bMath\.random\b|\brandomUUID\b|\bulid\(\)|\bperformance\./,
      ),
    example: { 'functions/incidents/move.ts': 'export const at = () => new Date().toISOString()\n' },
  },
  {
    says: 'only stores spell the keys of the table',
    breaches: (sources) =>
      linesWith(
        sources.filter(inFunctions).filter(({ path }) => !isStore(path) && !mayHandleKeys.test(path)),
        /\b[ps]k: (?!string)|\b(?:requester|team|assignee|due)Key: /,
      ),
    example: { 'functions/incidents/api/edit-incident.ts': 'const write = { pk: incident.id, sk: text }\n' },
  },
  {
    says: 'an HTTP operation is given its stores and clients, and opens none',
    breaches: (sources) =>
      importsThat(
        among(sources, isOperation),
        ({ target, isType }) =>
          !isType &&
          (target.startsWith('@aws-sdk/') || isStore(target) || target === 'functions/runtime/table.ts'),
      ),
    example: { 'functions/incidents/api/get-incident.ts': "import { openIncidents } from '../store.ts'\n" },
  },
  {
    says: 'what stands in api/ makes operations, and an api.ts takes them',
    breaches: (sources) => {
      const apis = among(sources, (path) => /^functions\/[\w-]+\/api\.ts$/.test(path))
      const taken = apis.flatMap(({ imports }) => imports.map(({ target }) => target))
      return among(sources, isOperation)
        .filter(({ path, code }) => !makesOperations.test(code) || !taken.includes(path))
        .map(({ path }) => path)
    },
    example: {
      'functions/incidents/api.ts': "import { getIncident } from './api/get-incident.ts'\n",
      'functions/incidents/api/get-incident.ts': 'export const load = (id: string) => id\n',
    },
  },
  {
    says: 'rules and stores of incidents know no other noun',
    breaches: (sources) =>
      importsThat(among(sources, isOwnOfIncidents), ({ target }) => isForeign(target, 'incidents')),
    example: { 'functions/incidents/store.ts': "import type { Settings } from '../settings/settings.ts'\n" },
  },
  {
    says: 'nouns never import each other in a circle',
    breaches: (sources) => circles(among(sources, isOfOneNoun)),
    example: {
      'functions/mail/on-mail.ts': "import type { Survey } from '../surveys/store.ts'\n",
      'functions/surveys/store.ts': "import { sends } from '../mail/mail.ts'\n",
    },
  },
  {
    says: 'runtime knows nouns where it puts them together, and elsewhere their types only',
    breaches: (sources) =>
      importsThat(
        among(sources, isRuntime).filter(({ path }) => !composing.includes(path)),
        ({ target, isType }) => !isType && isForeign(target, 'runtime'),
      ),
    example: { 'functions/runtime/http.ts': "import { permits } from '../people/access.ts'\n" },
  },
  {
    says: 'the portal imports types only from functions',
    breaches: (sources) =>
      importsThat(
        sources.filter(({ path }) => path.startsWith('portal/')),
        ({ target, isType }) => !isType && /(?:^|\/)functions\//.test(target),
      ),
    example: { 'portal/lib/api.ts': "import { states } from '../../functions/incidents/lifecycle.ts'\n" },
  },
  {
    says: 'infrastructure and the local run import nothing under functions',
    breaches: (sources) =>
      importsThat(
        sources.filter(({ path }) => path.startsWith('infra/')),
        ({ target }) => /^functions\//.test(target),
      ),
    example: { 'infra/local/host.ts': "import type { Person } from '../../functions/people/person.ts'\n" },
  },
  {
    says: 'functions import nothing of the infrastructure, the portal or the tests',
    breaches: (sources) =>
      importsThat(sources.filter(inFunctions), ({ target }) => /^(?:infra|portal|test)\//.test(target)),
    example: { 'functions/mail/send.ts': "import { ports } from '../../infra/local/ports.ts'\n" },
  },
]

/** Walks from each noun along its imports of other nouns and reports the ways that lead back. */
function circles(sources: readonly Source[]): string[] {
  const known = new Map<string, Set<string>>()
  for (const { path, imports } of sources) {
    const noun = String(nounOf(path))
    const others = imports.map(({ target }) => target).filter((target) => isForeign(target, noun))
    known.set(noun, new Set([...(known.get(noun) ?? []), ...others.map((target) => String(nounOf(target)))]))
  }
  const from = (path: string[]): string[] =>
    [...(known.get(String(path.at(-1))) ?? [])].flatMap((next) => {
      if (next === path[0]) return [[...path, next].join(' > ')]
      return path.includes(next) ? [] : from([...path, next])
    })
  return [...known.keys()].flatMap((noun) => from([noun]))
}
