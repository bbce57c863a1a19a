import { actionOf } from '../lib/bulk.ts'
import type { BulkJob } from '../lib/desk-contract.ts'
import type { Ui } from '../lib/visit.ts'
import { Icon } from './icon.tsx'

type BannerProps = { ui: Ui; job: BulkJob; returnTo: string }

/** What happens to many at once: until when it can be taken back, how far it is, what came of it. */
export const BulkBanner = ({ ui, job, returnTo }: BannerProps) => (
  <section
    className={`bulk-banner bulk-banner-${job.state}`}
    aria-label={ui.t('bulk.banner')}
    data-job={job.state === 'waiting' || job.state === 'running' ? `/queue/jobs/${job.jobId}` : undefined}
    data-starts={job.state === 'waiting' ? job.startsAt : undefined}
  >
    <Icon name={job.state === 'done' || job.state === 'undone' ? 'check' : 'info'} />
    <div className="bulk-words">
      <p role="status">{sentence(ui, job)}</p>
      {(job.failed?.length ?? 0) > 0 && <Failed ui={ui} job={job} />}
    </div>
    {job.state === 'waiting' && (
      <form method="post" action={`/queue/jobs/${job.jobId}`}>
        <input type="hidden" name="returnTo" value={returnTo} />
        <button type="submit" className="button button-plain" data-key="u">
          {ui.t('bulk.undo')}
        </button>
      </form>
    )}
    {job.state === 'running' && (
      <progress className="progress" max={job.total} value={job.done} aria-label={ui.t('bulk.progress')} />
    )}
    {(job.state === 'waiting' || job.state === 'running') && (
      <noscript>
        <a href={`${returnTo}${returnTo.includes('?') ? '&' : '?'}job=${job.jobId}`}>{ui.t('bulk.look')}</a>
      </noscript>
    )}
  </section>
)

function sentence(ui: Ui, job: BulkJob) {
  const { t, clock } = ui
  const action = actionOf(job)
  const count = job.total
  if (job.state === 'undone') return t('bulk.undone', { count })
  if (job.state === 'running') return t('bulk.running', { done: String(job.done), total: String(job.total) })
  if (job.state === 'done') return t(`bulk.done_${action}`, { count: job.done })
  const seconds = Math.max(0, Math.ceil((Date.parse(job.startsAt) - clock.now.getTime()) / 1000))
  const [before, after] = t(`bulk.will_${action}`, { count, seconds: '#' }).split('#')
  return (
    <>
      {before}
      <span data-seconds>{seconds}</span>
      {after}
    </>
  )
}

const Failed = ({ ui, job }: { ui: Ui; job: BulkJob }) => (
  <details>
    <summary>{ui.t('bulk.failed', { count: job.failed?.length ?? 0 })}</summary>
    <ul>
      {job.failed?.map(({ id, detail }) => (
        <li key={id}>
          <a href={`/incidents/${id}`}>{id}</a>
          {detail && <span className="soft"> {detail}</span>}
        </li>
      ))}
    </ul>
  </details>
)
