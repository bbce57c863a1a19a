import type { Matcher } from '../../lib/alerts/contract.ts'
import type { Ui } from '../../lib/visit.ts'

/** What alerts must look like, as people read it. */
export const Matchers = ({ ui: { t }, matchers }: { ui: Ui; matchers: readonly Matcher[] }) => (
  <ul className="labels">
    {matchers.map(({ label, op, value }) => (
      <li key={`${label}:${op}:${value}`} className="matcher">
        <bdi>{label}</bdi> <span className="soft">{t(`matchers.op_${op}`)}</span>{' '}
        {value === '' ? <span className="soft">{t('matchers.nothing')}</span> : <bdi>{value}</bdi>}
      </li>
    ))}
  </ul>
)
