import { isAdministrator } from '../lib/doors.ts'
import type { Accuracy as Report } from '../lib/set-up/calls.ts'
import type { Ui } from '../lib/visit.ts'
import { Button } from './button.tsx'
import { When } from './time.tsx'

/** How often suggestions were right, beside what always naming the most frequent would have got. */
export function Accuracy({ ui, report }: { ui: Ui; report: Report }) {
  const { t } = ui
  const percent = (share: number | undefined) =>
    share === undefined ? '–' : new Intl.NumberFormat(ui.locale, { style: 'percent' }).format(share)
  return (
    <section className="set-up-try">
      <h2>{t('setUp.accuracy')}</h2>
      <p>
        {report.model ? (
          <>
            {t('setUp.learnt', { count: report.model.examples })} <When ui={ui} at={report.model.trainedAt} />
          </>
        ) : (
          t('setUp.notLearnt')
        )}
      </p>
      <table className="set-up-table">
        <thead>
          <tr>
            {(['what', 'suggested', 'right', 'baseline'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`setUp.accuracy_${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.kinds.map(({ kind, suggested, outcomes, share, baseline }) => (
            <tr key={kind}>
              <th scope="row">{t(`setUp.kindOf_${kind}`)}</th>
              <td>{t('setUp.ofAll', { part: suggested, whole: outcomes })}</td>
              <td>{percent(share)}</td>
              <td>{percent(baseline?.share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isAdministrator(ui.person) && (
        <form method="post" action="/set-up/triage/value/train">
          <Button kind="plain">{t('setUp.train')}</Button>
        </form>
      )}
    </section>
  )
}
