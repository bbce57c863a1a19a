import type { IncidentRow } from '../lib/contract.ts'
import { neededFrom } from '../lib/ongoing.ts'
import type { Ui } from '../lib/visit.ts'
import { StateBadge } from './badge.tsx'
import { Marked } from './marked.tsx'
import { AgoWith } from './time.tsx'

/** A person's own incidents: a title, where it stands, and when it last moved. */
export const IncidentList = ({ ui, rows, words }: { ui: Ui; rows: IncidentRow[]; words?: string }) => (
  <ul className="incident-list">
    {rows.map((row) => (
      <li key={row.id}>
        <a className="incident-link" href={`/incidents/${row.id}`}>
          <span className="incident-title" dir="auto">
            <Marked text={row.title} query={words} />
          </span>
        </a>
        <Needed ui={ui} row={row} />
        <p className="incident-facts">
          <span className="number">{row.id}</span>
          <StateBadge ui={ui} state={row.state} holdReason={row.holdReason} />
          <AgoWith ui={ui} what="list.updated" at={row.updatedAt} />
        </p>
      </li>
    ))}
  </ul>
)

function Needed({ ui, row }: { ui: Ui; row: IncidentRow }) {
  const needed = neededFrom(row)
  return (
    needed && (
      <p className="incident-needed">
        <span className="tag tag-ask">{ui.t(`needed.${needed}`)}</span>
      </p>
    )
  )
}
