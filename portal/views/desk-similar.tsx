import { StateBadge } from '../components/badge.tsx'
import type { Ui } from '../lib/visit.ts'
import type { IncidentData } from './incident-data.ts'

const most = 5

/** What was like it before, and with which words: the way it was solved then may help now. */
export function Similar({ ui, data: { similar, incident } }: { ui: Ui; data: IncidentData }) {
  const { t } = ui
  return (
    <section className="panel">
      <h2>{t('side.similar')}</h2>
      {similar.length === 0 && <p className="soft">{t('side.noSimilar')}</p>}
      <ul className="similar">
        {similar.slice(0, most).map((row) => (
          <li key={row.id}>
            <a href={`/incidents/${row.id}`}>
              <bdi>{row.title}</bdi>
            </a>
            <p className="similar-facts">
              <span className="number">{row.id}</span>
              <StateBadge ui={ui} state={row.state} holdReason={row.holdReason} />
            </p>
            {row.resolution?.text && (
              <p className="similar-solution" dir="auto">
                {row.resolution.text}
              </p>
            )}
            {row.words && row.words.length > 0 && (
              <p className="soft similar-words">
                {row.words.slice(0, 5).map((word) => (
                  <span key={word} className="word">
                    {word}
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href={`/queue?view=all&requester=${encodeURIComponent(incident.requester.id)}`}>
          {t('side.others', { name: incident.requester.name })}
        </a>
      </p>
    </section>
  )
}
