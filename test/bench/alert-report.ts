import type { Figures } from './figures.ts'
import { row } from './report.ts'

type Rates = {
  alertmanager: number
  pipeline: number
  pipelineRepeated: number
  whole: number
  wholeRepeated: number
}
type Units = { trips: number; items: number; readUnits: number; writeUnits: number }
type Growth = Record<'few' | 'many', Record<'fresh' | 'repeated', Units>>

/** What an alert costs among few and among many, and how many a second of processor time decides, beside Alertmanager. */
export function alertLines(figures: Figures): string[] {
  const { few, many, growth, batch1, batch100 } = figures as {
    few: number
    many: number
    growth?: Growth
    batch1?: Rates
    batch100?: Rates
  }
  return [
    ...(growth
      ? [
          row(true, `an alert, among`, few, many, 'trips'),
          ...(['fresh', 'repeated'] as const).flatMap((kind) =>
            (['readUnits', 'writeUnits'] as const).map((units) => {
              const [before, after] = [growth.few[kind], growth.many[kind]]
              const most = kind === 'fresh' ? 2 : 1
              const isGood = before[units] === after[units] && after.trips <= most
              return row(isGood, `${kind}: ${units}`, before[units], after[units], after.trips)
            }),
          ),
        ]
      : []),
    ...[
      ['1 in a request', batch1, 0],
      ['100 in a request', batch100, 0.5],
    ].flatMap(([name, rates, aim]) => rateLines(String(name), rates as Rates | undefined, Number(aim))),
  ]
}

function rateLines(name: string, rates: Rates | undefined, aim: number): string[] {
  if (!rates) return []
  const { alertmanager, ...ours } = rates
  const aims: Record<keyof typeof ours, number> = {
    ...{ pipeline: 1, pipelineRepeated: 1 },
    ...{ whole: aim, wholeRepeated: aim },
  }
  return [
    row(true, `alerts per CPU second, ${name}`, 'a CPU s', 'ratio', 'aim'),
    row(true, 'Alertmanager', alertmanager, '1.00'),
    ...Object.entries(ours).map(([what, rate]) => {
      const ratio = rate / alertmanager
      const wanted = aims[what as keyof typeof ours]
      return row(ratio >= wanted, what, rate, ratio.toFixed(2), wanted)
    }),
  ]
}

export function stormLines(figures: Figures): string[] {
  const { alerts, groups, pageSeconds = Number.NaN } = figures as Record<string, number>
  return [
    row(true, `a storm of ${alerts} alerts of ${groups} groups`, '', 'at most'),
    row(pageSeconds <= 60, 'seconds until a page for something else', pageSeconds.toFixed(1), 60),
  ]
}
