import { Banners } from '../components/banner.tsx'
import { ButtonLink } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { IncidentList } from '../components/incident-list.tsx'
import { Notice } from '../components/notice.tsx'
import type { Announcement } from '../lib/contract.ts'
import { isStaff } from '../lib/doors.ts'
import { neededFrom, type Ongoing } from '../lib/ongoing.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'

type Home = { announcements: Announcement[]; mine?: Ongoing }

/** Is it known already, how do I report, what is happening with mine? */
export function homeView(ui: Ui, { announcements, mine }: Home): View {
  const { t, person } = ui
  return {
    title: t('home.title'),
    announces: true,
    body: (
      <>
        <Banners ui={ui} announcements={announcements} />
        <h1>
          {person
            ? t('home.hello', { name: person.name.split(' ')[0] ?? person.name })
            : t('home.helloAnyone')}
        </h1>
        {!person && <p className="lead">{t('home.intro')}</p>}
        <a className="button button-primary button-large" href="/report">
          {t(person ? 'home.report' : 'home.signIn')}
        </a>
        {person && isStaff(person) && (
          <p>
            <ButtonLink kind="plain" href="/queue">
              {t('home.queue')}
            </ButtonLink>
          </p>
        )}
        {mine && <Mine ui={ui} {...mine} />}
        {announcements.length === 0 && (
          <Notice kind="done">
            {t('home.known')} <a href={ui.statusUrl}>{t('home.status')}</a>
          </Notice>
        )}
      </>
    ),
  }
}

function Mine({ ui, open, looked, older }: Ongoing & { ui: Ui }) {
  const { t } = ui
  const all = looked > 0 && (
    <p>
      <a href="/incidents">{t('home.all')}</a>
    </p>
  )
  if (open.length === 0) {
    return (
      <Empty title={t('home.noneTitle')}>
        <p>{older ? t('home.noneAmong', { count: String(looked) }) : t('home.none')}</p>
        {all}
      </Empty>
    )
  }
  const needed = open.filter(neededFrom)
  const others = open.filter((row) => !neededFrom(row)).slice(0, 6)
  return (
    <>
      {needed.length > 0 && (
        <section className="stack">
          <h2>{t('home.needed')}</h2>
          <IncidentList ui={ui} rows={needed} />
        </section>
      )}
      {others.length > 0 && (
        <section className="stack">
          <h2>{t('home.mine')}</h2>
          <IncidentList ui={ui} rows={others} />
        </section>
      )}
      {all}
    </>
  )
}
