import type { LocalName } from '../lib/contract.ts'
import { namesOf } from '../lib/names.ts'
import type { Ui } from '../lib/visit.ts'
import { Button } from './button.tsx'
import { AgoWith } from './time.tsx'

/** What is known already: whoever has the same need not write it down again. */
export type KnownProblem = {
  id: string
  title: string
  serviceId?: string
  createdAt: string
  meToo?: boolean
}

type Props = { ui: Ui; known: KnownProblem[]; services: { id: string; name: LocalName }[]; formKey: string }

export function KnownProblems({ ui, known, services, formKey }: Props) {
  const { t, locale } = ui
  if (known.length === 0) return null
  const service = namesOf(services, locale)
  return (
    <section className="panel" aria-labelledby="known">
      <h2 id="known">{t('report.known')}</h2>
      <ul className="known-problems">
        {known.map(({ id, title, serviceId, createdAt, meToo }) => (
          <li key={id}>
            <p>
              <strong dir="auto">{title}</strong>
              <span className="hint">
                {serviceId && `${service(serviceId)} · `}
                <AgoWith ui={ui} what="incident.reported" at={createdAt} />
              </span>
            </p>
            {meToo ? (
              <a href={`/incidents/${id}`}>{t('report.joined')}</a>
            ) : (
              <form method="post" action={`/incidents/${id}/me-too`}>
                <input type="hidden" name="key" value={`${formKey}-${id}`} />
                <Button kind="plain">{t('report.meToo')}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
