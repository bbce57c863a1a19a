// biome-ignore-all lint/a11y/noRedundantRoles: laid out as cards, a table is no table to some screen readers unless told.
import { Fragment } from 'react'
import type { LedgerLine } from '../lib/clock-strip.ts'
import type { HoldReason } from '../lib/contract.ts'
import { countedTime } from '../lib/duration.ts'
import { cityOf, isSameWall, spanWords } from '../lib/span.ts'
import type { Ui } from '../lib/visit.ts'

type LedgerProps = { ui: Ui; lines: LedgerLine[]; zone: string }

/** Every stretch of time in plain words: when, why, how much counted, and how much there is by then. */
export function LedgerTable({ ui, lines, zone }: LedgerProps) {
  const { t } = ui
  const firstAhead = lines.findIndex(({ isAhead }) => isAhead)
  return (
    <table className="ledger" role="table">
      <caption>{t('strip.ledger')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('strip.when')}
          </th>
          <th role="columnheader" scope="col">
            {t('strip.what')}
          </th>
          <th role="columnheader" scope="col" className="ledger-number">
            {t('strip.counts')}
          </th>
          <th role="columnheader" scope="col" className="ledger-number">
            {t('strip.sum')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line, index) => (
          <Fragment key={line.from}>
            {index === firstAhead && (
              <tr role="row" className="ledger-ahead-head">
                <td role="cell" colSpan={4}>
                  {t('strip.ahead')}
                </td>
              </tr>
            )}
            <Line ui={ui} line={line} zone={zone} />
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function Line({ ui, line, zone }: { ui: Ui; line: LedgerLine; zone: string }) {
  const { t, locale, clock } = ui
  const isCounted = line.why === 'counted'
  const differs = !isSameWall(line.from, clock.zone, zone) || !isSameWall(line.to, clock.zone, zone)
  return (
    <tr role="row" className={`ledger-${line.why}${line.isAhead ? ' ledger-ahead' : ''}`}>
      <td role="cell">
        {spanWords(line, { locale, zone: clock.zone })}
        {differs && (
          <span className="ledger-there">
            {t('strip.there', { city: cityOf(zone), span: spanWords(line, { locale, zone }) })}
          </span>
        )}
      </td>
      <td role="cell">{reasonOf(ui, line)}</td>
      <td role="cell" className="ledger-number" data-label={t('strip.counts')}>
        {isCounted ? countedTime(line.countedSeconds) : t('strip.nothing')}
      </td>
      <td role="cell" className="ledger-number ledger-sum" data-label={t('strip.sum')}>
        {countedTime(line.sumSeconds)}
      </td>
    </tr>
  )
}

const holdReasons = [
  'awaiting_requester',
  'awaiting_vendor',
  'awaiting_change',
  'awaiting_problem',
] as const satisfies readonly HoldReason[]

function reasonOf({ t }: Ui, { why, detail, isAhead }: LedgerLine): string {
  if (why === 'counted') return t(isAhead ? 'strip.willCount' : 'strip.counted')
  if (why === 'out_of_hours') return t('strip.outOfHours')
  if (why === 'holiday') return detail ? t('strip.holidayNamed', { name: detail }) : t('strip.holiday')
  const reason = holdReasons.find((one) => one === detail)
  return reason ? t('strip.pausedFor', { reason: t(`holdReason.${reason}`) }) : t('strip.paused')
}
