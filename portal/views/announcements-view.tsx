import { Banner } from '../components/banner.tsx'
import { ButtonLink } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Pager } from '../components/pager.tsx'
import { Ago } from '../components/time.tsx'
import type { Announcement, Page } from '../lib/contract.ts'
import { mayPublish } from '../lib/doors.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'

export function announcementsView(ui: Ui, { items, nextCursor }: Page<Announcement>): View {
  const { t } = ui
  const active = items.filter(({ stage }) => stage !== 'resolved')
  const past = items.filter(({ stage }) => stage === 'resolved')
  return {
    title: t('announcements.title'),
    body: (
      <>
        <h1>{t('announcements.title')}</h1>
        {mayPublish(ui.person) && (
          <p>
            <ButtonLink href="/announcements/new">{t('announcements.publish')}</ButtonLink>
          </p>
        )}
        {items.length === 0 && (
          <Empty title={t('announcements.emptyTitle')}>
            <p>{t('announcements.empty')}</p>
          </Empty>
        )}
        {items.length > 0 && (
          <section className="stack">
            <h2>{t('announcements.active')}</h2>
            {active.length === 0 && <p className="soft">{t('announcements.none')}</p>}
            {active.map((announcement) => (
              <Banner key={announcement.id} ui={ui} announcement={announcement} />
            ))}
          </section>
        )}
        {past.length > 0 && <Past ui={ui} past={past} />}
        <Pager
          label={t('list.more')}
          path="/announcements"
          query={new URLSearchParams()}
          cursor={nextCursor}
        />
      </>
    ),
  }
}

const Past = ({ ui, past }: { ui: Ui; past: Announcement[] }) => (
  <section className="stack">
    <h2>{ui.t('announcements.past')}</h2>
    <ul className="incident-list">
      {past.map(({ id, title, updatedAt }) => (
        <li key={id}>
          <a className="incident-link" href={`/announcements/${id}`} dir="auto">
            {title}
          </a>
          <p className="incident-facts">
            <span>
              {ui.t('announcements.updated')} <Ago ui={ui} at={updatedAt} />
            </span>
          </p>
        </li>
      ))}
    </ul>
  </section>
)
