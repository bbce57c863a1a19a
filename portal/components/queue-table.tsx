// biome-ignore-all lint/a11y/noRedundantRoles: laid out as cards, a table is no table to some screen readers unless told.
import type { QueueRow, SlaClock } from '../lib/desk-contract.ts'
import { durationOf } from '../lib/duration.ts'
import { isShort, ownSort, queueLink } from '../lib/queue-query.ts'
import type { Ui } from '../lib/visit.ts'
import { PriorityBadge, StateBadge } from './badge.tsx'
import { CompletenessMeter } from './completeness.tsx'
import { Marked } from './marked.tsx'
import { ClockCell } from './sla.tsx'

type Names = { team: (id: string | undefined) => string; person: (id: string | undefined) => string }

type TableProps = { ui: Ui; rows: QueueRow[]; names: Names; query: URLSearchParams; isPickable: boolean }

const columns = ['priority', 'incident', 'sla', 'state', 'assignee', 'complete', 'age'] as const

/** What a column's head orders by: the first when pressed, the second when it is ordered so already. */
const orders: Partial<Record<(typeof columns)[number], readonly [string, string?]>> = {
  priority: ['priority'],
  sla: ['due'],
  age: ['newest', 'oldest'],
}

/**
 * Dense on a desk, cards on a phone. The roles are spelled out because a table that is laid out as
 * cards is no table any more to some screen readers.
 */
export function QueueTable({ ui, rows, names, query, isPickable }: TableProps) {
  return (
    <table className="queue" role="table" data-keys="rows">
      <caption className="visually-hidden">{ui.t('queue.title')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {isPickable && (
            <th role="columnheader" scope="col" className="queue-pick">
              <span className="visually-hidden">{ui.t('queue.pick')}</span>
              <input type="checkbox" id="pick-all" hidden aria-label={ui.t('queue.pickAll')} />
            </th>
          )}
          {columns.map((column) => (
            <Head key={column} ui={ui} column={column} query={query} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.id} ui={ui} row={row} names={names} query={query} isPickable={isPickable} />
        ))}
      </tbody>
    </table>
  )
}

type HeadProps = { ui: Ui; column: (typeof columns)[number]; query: URLSearchParams }

function Head({ ui, column, query }: HeadProps) {
  const order = orders[column]
  const sort = query.get('sort') ?? ownSort(query)
  const label = ui.t(`queue.${column}`)
  const isSorted = !isShort(query) && (order?.includes(sort) ?? false)
  const next = sort === order?.[0] && order[1] ? order[1] : order?.[0]
  const direction = sort === 'newest' ? 'descending' : 'ascending'
  return (
    <th
      role="columnheader"
      scope="col"
      className={`queue-${column}`}
      aria-sort={isSorted ? direction : undefined}
    >
      {order && !isShort(query) ? (
        <a href={queueLink(query, 'sort', next === ownSort(query) ? undefined : next)}>{label}</a>
      ) : (
        label
      )}
    </th>
  )
}

type RowProps = Omit<TableProps, 'rows'> & { row: QueueRow }

function Row({ ui, row, names, query, isPickable }: RowProps) {
  const { t, clock } = ui
  const words = query.get('q') ?? undefined
  const isWaiting = row.state === 'new' && !row.acknowledgedAt
  return (
    <tr role="row" id={row.id} className={row.unread ? 'queue-unread' : undefined}>
      {isPickable && (
        <td role="cell" className="queue-pick">
          <input
            type="checkbox"
            name={`pick:${row.id}`}
            value="yes"
            aria-label={t('queue.pickOne', { number: row.id })}
          />
        </td>
      )}
      <td role="cell" className="queue-priority">
        <PriorityBadge ui={ui} priority={row.priority} />
      </td>
      <td role="cell" className="queue-incident">
        <a href={`/incidents/${row.id}`} dir="auto">
          {row.unread && (
            <>
              <span className="queue-dot" aria-hidden="true" />
              <span className="visually-hidden">{t('queue.unread')} </span>
            </>
          )}
          <Marked text={row.title} query={words} />
        </a>
        <span className="queue-under">
          <span className="number">{row.id}</span> ·{' '}
          <bdi>
            <Marked text={row.requesterName} query={words} />
          </bdi>
        </span>
      </td>
      <td role="cell" className="queue-sla">
        <ClockCell ui={ui} clock={row.clock as SlaClock | undefined} />
      </td>
      <td role="cell" className="queue-state">
        <StateBadge ui={ui} state={row.state} holdReason={row.holdReason} />
        {row.state === 'new' && (
          <span className={isWaiting ? 'queue-under queue-waiting' : 'queue-under'}>
            {t(isWaiting ? 'queue.unseen' : 'queue.seen')}
          </span>
        )}
        {row.state === 'on_hold' && row.holdReason && row.holdReason !== 'awaiting_requester' && (
          <span className="queue-under">{holdWord(ui, row.holdReason)}</span>
        )}
      </td>
      <td role="cell" className="queue-assignee">
        {row.assigneeId ? (
          <bdi>{names.person(row.assigneeId)}</bdi>
        ) : (
          <span className="soft">{t('queue.nobody')}</span>
        )}
        <span className="queue-under">{names.team(row.teamId)}</span>
      </td>
      <td role="cell" className="queue-complete">
        <CompletenessMeter ui={ui} percent={row.completeness} />
      </td>
      <td role="cell" className="queue-age">
        <span className="visually-hidden">{t('queue.age')} </span>
        <time dateTime={row.createdAt} title={clock.full(row.createdAt)}>
          {durationOf(clock.now.getTime() - Date.parse(row.createdAt))}
        </time>
      </td>
    </tr>
  )
}

const reasons = ['awaiting_vendor', 'awaiting_change', 'awaiting_problem'] as const

function holdWord({ t }: Ui, reason: string) {
  const known = reasons.find((one) => one === reason)
  return known ? t(`queue.${known}`) : reason
}
