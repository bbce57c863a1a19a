import type { IncidentRow } from '../lib/contract.ts'
import type { Ui } from '../lib/visit.ts'
import { StateBadge } from './badge.tsx'
import { Ago } from './time.tsx'

/** A person's own incidents: a title, where it stands, and when it last moved. */
export const IncidentList = ({ ui, rows }: { ui: Ui; rows: IncidentRow[] }) => (
  <ul className="incident-list">
    {rows.map((row) => (
      <li key={row.id}>
        <a className="incident-link" href={`/incidents/${row.id}`}>
          <span className="incident-title" dir="auto">
            {row.title}
          </span>
        </a>
        <p className="incident-facts">
          <span className="number">{row.id}</span>
          <StateBadge ui={ui} state={row.state} holdReason={row.holdReason} />
          <span>
            {ui.t('list.updated')} <Ago ui={ui} at={row.updatedAt} />
          </span>
        </p>
      </li>
    ))}
  </ul>
)
