import type { Severity } from '../../lib/alerts/contract.ts'
import type { Ui } from '../../lib/visit.ts'

/** Each has a shape of its own: an octagon, a filled triangle, an open triangle, a ring. */
const drawings: Record<Severity, string> = {
  critical:
    'M5.100 1h5.800L15 5.100v5.800L10.900 15H5.100L1 10.900V5.100L5.100 1Zm2 3 .3 5h1.200l.3-5H7.100ZM8 10.200a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z',
  error:
    'M8 1.500 15 14H1L8 1.500Zm-.9 4.700.3 4h1.200l.3-4H7.100ZM8 11.200a.9.9 0 1 0 0 1.800.9.9 0 0 0 0-1.800Z',
  warning: 'M8 1.500 15 14H1L8 1.500Zm0 3.300L3.800 12.400h8.400L8 4.800Z',
  info: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Zm0 1.700a4.300 4.300 0 1 0 0 8.600 4.300 4.300 0 0 0 0-8.600Z',
}

export const SeverityBadge = ({ ui, severity }: { ui: Ui; severity: Severity }) => (
  <span className={`severity severity-${severity}`}>
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path fillRule="evenodd" d={drawings[severity]} />
    </svg>
    {ui.t(`alerts.severity_${severity}`)}
  </span>
)
