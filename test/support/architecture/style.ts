import { inFunctions, isTest } from './kinds.ts'
import { importsThat, linesWith, type Rule, type Source } from './source.ts'

const longest = 250
const isScript = ({ path }: Source) => /\.(?:ts|tsx|mjs)$/.test(path)
const mayExportDefault = ({ path }: Source) =>
  /^portal\/app\/|^portal\/[\w-]+\.ts$|\.config\.ts$|\.d\.ts$/.test(path)
const nameOf = (path: string) => path.split('/').at(-1) ?? ''
/** A folder of Next.js routes is named as the address is: `[id]`, `(desk)`, `_parts`, `status.json`. */
const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const routeFolder = /^(?:\[{1,2}(?:\.{3})?[a-zA-Z]+\]{1,2}|\([a-z-]+\)|@[a-z]+|[a-z]+\.[a-z]+)$/

/** Spelled in two pieces, so that this file does not break its own rules. */
const join = (...pieces: string[]) => pieces.join('')
const home = join('/ho', 'me/someone')
const registry = join('registry.', 'npmjs.org')
const machineOrRegistry = new RegExp(
  join(
    '(?:^|[\\s\'"`(=])/(?:ho',
    'me|ro',
    'ot|Us',
    'ers|wo',
    'rk)/[\\w.-]|registry\\.(?:npm',
    'js|yarn',
    'pkg)|artifact',
    'ory|npm',
    'mirror',
  ),
)

export const style: Rule[] = [
  {
    says: 'nothing is exported as default outside pages and configuration',
    breaches: (sources) =>
      linesWith(
        sources.filter((one) => isScript(one) && !mayExportDefault(one)),
        /^export default\b/,
      ),
    example: { 'functions/mail/send.ts': 'export default function send() {}\n' },
  },
  {
    says: 'no file passes on what another one exports',
    breaches: (sources) =>
      linesWith(sources.filter(isScript), /^export (?:type )?(?:\*|\{[^}]*\}) (?:as \w+ )?from\b/),
    example: { 'functions/mail/index.ts': "export * from './send.ts'\n" },
  },
  {
    says: 'there are no enums and no namespaces',
    breaches: (sources) =>
      linesWith(sources.filter(isScript), /^\s*(?:export |declare )*(?:(?:const )?enum|namespace) \w/),
    example: { 'functions/mail/kind.ts': 'export enum Kind { Text, Html }\n' },
  },
  {
    says: 'no file or folder is called utils, helpers, common or manager',
    breaches: (sources) =>
      sources
        .map(({ path }) => path)
        .filter((path) => /(?:^|[/.-])(?:utils?|helpers?|common|managers?)(?:[/.-]|$)/.test(path)),
    example: { 'functions/runtime/date-utils.ts': '' },
  },
  {
    says: 'files and folders are kebab-case',
    breaches: (sources) =>
      sources
        .map(({ path }) => path)
        .filter((path) => {
          const folders = path.split('/').slice(0, -1)
          const [base = ''] = nameOf(path).split('.')
          return (
            !kebab.test(base) || folders.some((folder) => !kebab.test(folder) && !routeFolder.test(folder))
          )
        }),
    example: { 'functions/mail/sendMail.ts': '' },
  },
  {
    says: `no file written by hand is longer than ${longest} lines`,
    breaches: (sources) =>
      sources
        .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
        .filter(({ lines }) => lines > longest)
        .map(({ path, lines }) => `${path} has ${lines} lines`),
    example: { 'functions/mail/long.ts': 'x\n'.repeat(longest + 1) },
  },
  {
    says: 'functions take the small zod, as a whole',
    breaches: (sources) =>
      importsThat(
        sources.filter(inFunctions),
        ({ target, names }) =>
          /^zod(?:$|\/)/.test(target) &&
          !(target === 'zod/mini' && names === '* as z') &&
          target !== 'zod/locales',
      ),
    example: { 'functions/mail/mail.ts': "import { z } from 'zod'\n" },
  },
  {
    says: 'the compiler is neither lied to nor silenced',
    breaches: (sources) => [
      ...linesWith(sources.filter(isScript), /(?::|\bas|<|\|)\s*any\b(?!\s*\()/),
      ...linesWith(
        sources.filter(isScript),
        /^\s*(?:\/\/|\/?\*+)\s*@ts-(?:ignore|nocheck|expect-error)/,
        'text',
      ),
    ],
    example: { 'functions/mail/mail.ts': 'export const read = (mail: any) => mail\n' },
  },
  {
    says: 'relative imports name their file with its ending',
    breaches: (sources) =>
      importsThat(
        sources.filter(({ path }) => !path.startsWith('portal/')),
        ({ specifier }) => specifier.startsWith('.') && !/\.(?:ts|mjs|json)$/.test(specifier),
      ),
    example: { 'functions/mail/mail.ts': "import { send } from './send'\n" },
  },
  {
    says: 'no test is left out or singled out',
    breaches: (sources) =>
      linesWith(sources.filter(isTest), /\b(?:describe|test|it)\.(?:only|skip|todo|fails)\b/),
    example: { 'test/functions/mail/mail.test.ts': join('test.on', "ly('sends', () => {})\n") },
  },
  {
    says: 'no test sleeps: the one condition waits',
    breaches: (sources) => {
      const tests = sources.filter((one) => isTest(one) && one.path !== 'test/support/deadline.ts')
      return [
        ...importsThat(tests, ({ target }) => target.endsWith('timers/promises')),
        ...linesWith(tests, /\bsleep\(|Promise.*\bsetTimeout\b|\bsetInterval\b/),
      ]
    },
    example: {
      'test/functions/mail/mail.test.ts': join('await new Promise((done) => set', 'Timeout(done, 500))\n'),
    },
  },
  {
    says: 'no file names a place on somebody’s machine or a package registry',
    breaches: (sources) => linesWith(sources, machineOrRegistry, 'text'),
    example: { 'infra/setup.mjs': `const cache = '${home}/cache', from = 'https://${registry}'\n` },
  },
]
