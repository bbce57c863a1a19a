import type { Ui } from '../../lib/visit.ts'

const sections = [
  ['live', '/alerts'],
  ['silences', '/alerts/silences'],
  ['maintenances', '/alerts/maintenances'],
  ['sources', '/alerts/sources'],
  ['heartbeats', '/alerts/heartbeats'],
  ['rules', '/set-up/alert-rules'],
] as const

export type Section = (typeof sections)[number][0]

/** Everything about alerts, one step from everywhere in it. */
export const AlertSections = ({ ui, here }: { ui: Ui; here: Section }) => (
  <nav className="tabs alert-tabs" aria-label={ui.t('alerts.sections')}>
    {sections.map(([section, href]) => (
      <a key={section} href={href} aria-current={section === here ? 'page' : undefined}>
        {ui.t(`alerts.section_${section}`)}
      </a>
    ))}
  </nav>
)
