import { alertLines, stormLines } from './alert-report.ts'
import type { Figures } from './figures.ts'
import type { Weight } from './script-weight.ts'
import { sweeperLines, timerLines } from './timer-report.ts'

/** What the bench found; a part that could not be measured says why in `unmeasured`. */
export type Findings = {
  scale: string
  operations?: Figures
  pages?: Figures
  searches?: Figures
  sweeper?: Figures
  timers?: Figures
  alerts?: Figures
  storm?: Figures
  bundles?: Record<string, number>
  secondsToFirstReport?: number
  scripts?: Weight[]
  unmeasured: Record<string, string>
}

type Operation = { trips: number; writeUnits: number; readUnits: number }
type Page = { rows: number; itemsRead: number; readUnits: number }

const limits = { bundle: 560, mail: 800, aim: 450, seconds: 20 }
const mark = (isGood: boolean) => (isGood ? '  ' : '! ')
export const row = (isGood: boolean, name: string, ...cells: (string | number)[]) =>
  `${mark(isGood)}${name.padEnd(44)}${cells.map((cell) => String(cell).padStart(10)).join('')}`

/** Mail senders carry a MIME composer; their limit is higher. */
const isMailSender = (name: string) => /^(?:notifications-on|announcements-send|mail-)/.test(name)

function operationLines(figures: Figures = {}): string[] {
  const entries = Object.entries(figures).filter(([name]) => name !== 'scale') as [string, Operation][]
  return [
    row(true, 'operation', 'trips', 'write u.', 'read u.'),
    ...entries.map(([name, { trips, writeUnits, readUnits }]) => {
      const isRead = name.startsWith('GET')
      const most = name.startsWith('POST a report') ? 12 : 10
      return row(
        trips <= (isRead ? 1 : 2) && writeUnits <= (isRead ? 0 : most),
        name,
        trips,
        writeUnits,
        readUnits,
      )
    }),
  ]
}

function pageLines(figures: Figures = {}): string[] {
  const {
    incidents,
    small = {},
    large = {},
  } = figures as {
    incidents?: { small: number; large: number }
    small?: Record<string, Page>
    large?: Record<string, Page>
  }
  return [
    row(
      true,
      'items read for a page of 25, among',
      incidents?.small ?? '?',
      incidents?.large ?? '?',
      'read u.',
    ),
    ...Object.entries(large).map(([name, { itemsRead, readUnits }]) => {
      const before = small[name]?.itemsRead ?? '?'
      return row(before === itemsRead && readUnits <= 1.5, name, before, itemsRead, readUnits)
    }),
  ]
}

type Search = { indexItems: number; items: number; readUnits: number; trips: number; rows: number }

function searchLines(figures: Figures): string[] {
  const { incidents, many = {} } = figures as { incidents?: { many: number }; many?: Record<string, Search> }
  const rare = /rare|never meet/
  return [
    row(true, `a search among ${incidents?.many ?? '?'}`, 'of index', 'items', 'read u.', 'trips'),
    ...Object.entries(many).map(([name, { indexItems, items, readUnits, trips }]) =>
      row(indexItems <= (rare.test(name) ? 100 : 500), name, indexItems, items, readUnits, trips),
    ),
  ]
}

function bundleLines(bundles: Record<string, number>): string[] {
  return [
    row(true, 'function', 'KB', 'at most'),
    ...Object.entries(bundles).map(([name, bytes]) => {
      const most = isMailSender(name) ? limits.mail : limits.bundle
      return row(bytes / 1000 <= most, name, Math.round(bytes / 1000), most)
    }),
  ]
}

const scriptLines = (scripts: readonly Weight[]): string[] => [
  row(true, 'page, compressed script', 'KB', 'at most', 'files'),
  ...scripts.map(({ page, person, kilobytes, limit, scripts: count, status }) =>
    row(
      status === 200 && kilobytes <= limit,
      `${page} (${person}, ${status})`,
      kilobytes.toFixed(1),
      limit,
      count,
    ),
  ),
]

/** The findings for people; a line that misses its limit begins with an exclamation mark. */
export function describeFindings(findings: Findings): string {
  const {
    scale,
    operations,
    pages,
    searches,
    sweeper,
    timers,
    alerts,
    storm,
    bundles,
    secondsToFirstReport,
    scripts,
    unmeasured,
  } = findings
  return [
    `Scale: ${scale}`,
    ...(operations ? ['', ...operationLines(operations)] : []),
    ...(pages ? ['', ...pageLines(pages)] : []),
    ...(searches ? ['', ...searchLines(searches)] : []),
    ...(sweeper ? ['', ...sweeperLines(sweeper)] : []),
    ...(timers ? ['', ...timerLines(timers)] : []),
    ...(alerts ? ['', ...alertLines(alerts)] : []),
    ...(storm ? ['', ...stormLines(storm)] : []),
    ...(bundles ? ['', ...bundleLines(bundles)] : []),
    ...(secondsToFirstReport === undefined
      ? []
      : [
          '',
          row(true, 'npm start, unchanged and once built', 's', 'at most'),
          row(
            secondsToFirstReport <= limits.seconds,
            'to the first reported incident',
            secondsToFirstReport.toFixed(1),
            limits.seconds,
          ),
        ]),
    ...(scripts ? ['', ...scriptLines(scripts)] : []),
    ...Object.entries(unmeasured).flatMap(([name, why]) => ['', `! not measured: ${name}: ${why}`]),
  ].join('\n')
}
