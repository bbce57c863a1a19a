// biome-ignore-all lint/a11y/noRedundantRoles: laid out as cards, a table is no table to some screen readers unless told.
import type { IncidentRow } from '../lib/contract.ts'
import type { Ui } from '../lib/visit.ts'
import { PriorityBadge, StateBadge } from './badge.tsx'
import { Ago } from './time.tsx'

export type Names = { team: (id: string | undefined) => string; person: (id: string | undefined) => string }

/**
 * Dense on a desk, cards on a phone. The roles are spelled out because a table that is laid out as
 * cards is no table any more to some screen readers.
 */
export function QueueTable({ ui, rows, names }: { ui: Ui; rows: IncidentRow[]; names: Names }) {
  const columns = ['priority', 'number', 'incident', 'state', 'requester', 'team', 'assignee', 'age'] as const
  return (
    <table className="queue" role="table" data-keys="rows">
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {ui.t(`queue.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.id} ui={ui} row={row} names={names} />
        ))}
      </tbody>
    </table>
  )
}

const Row = ({ ui, row, names }: { ui: Ui; row: IncidentRow; names: Names }) => (
  <tr role="row" className={row.state === 'new' && !row.acknowledgedAt ? 'queue-waiting' : undefined}>
    <td role="cell" className="queue-priority">
      <PriorityBadge ui={ui} priority={row.priority} />
    </td>
    <td role="cell" className="queue-number number">
      {row.id}
    </td>
    <td role="cell" className="queue-incident">
      <a href={`/incidents/${row.id}`} dir="auto">
        {row.title}
      </a>
    </td>
    <td role="cell" className="queue-state">
      <StateBadge ui={ui} state={row.state} holdReason={row.holdReason} />
      {row.state === 'new' && (
        <span className="queue-seen">{ui.t(row.acknowledgedAt ? 'queue.seen' : 'queue.unseen')}</span>
      )}
    </td>
    <td role="cell" className="queue-requester" dir="auto">
      {row.requesterName}
    </td>
    <td role="cell" className="queue-team">
      {names.team(row.teamId)}
    </td>
    <td role="cell" className="queue-assignee">
      {row.assigneeId ? names.person(row.assigneeId) : <span className="soft">{ui.t('queue.nobody')}</span>}
    </td>
    <td role="cell" className="queue-age">
      <Ago ui={ui} at={row.createdAt} />
    </td>
  </tr>
)
