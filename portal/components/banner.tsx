import type { Announcement } from '../lib/contract.ts'
import type { Ui } from '../lib/visit.ts'
import { Icon } from './icon.tsx'
import { AgoWith } from './time.tsx'

type BannerProps = { ui: Ui; announcement: Announcement; length?: 'brief' }

/** An announcement on top of a page. High priority is red, and says so in a word and with a sign. */
export function Banner({ ui, announcement, length }: BannerProps) {
  const { id, title, highPriority, stage, updatedAt, nextUpdateBy } = announcement
  const latest = announcement.updates?.at(-1)?.body ?? announcement.body
  return (
    <article className={highPriority ? 'banner banner-high' : 'banner'}>
      <Icon name={highPriority ? 'alert' : 'info'} />
      <div>
        <p className="banner-kind">
          {ui.t(highPriority ? 'banner.high' : 'banner.normal')} · {ui.t(`announcementStage.${stage}`)}
        </p>
        <h2>
          <a href={`/announcements/${id}`}>{title}</a>
        </h2>
        {length !== 'brief' && (
          <p className="banner-text" dir="auto">
            {latest}
          </p>
        )}
        <p className="banner-when">
          <AgoWith ui={ui} what="banner.updated" at={updatedAt} />
          {nextUpdateBy && ` · ${ui.t('banner.next', { date: ui.clock.moment(nextUpdateBy) })}`}
        </p>
      </div>
    </article>
  )
}

type BannersProps = { ui: Ui; announcements: Announcement[]; length?: 'brief' }

/** The most pressing first; nothing at all when there is nothing to say. */
export function Banners({ ui, announcements, length }: BannersProps) {
  const active = announcements.filter(({ stage }) => stage !== 'resolved')
  if (active.length === 0) return null
  const pressing = active.toSorted((a, b) => Number(b.highPriority) - Number(a.highPriority))
  return (
    <section className="banners" aria-label={ui.t('banner.list')}>
      {pressing.map((announcement, place) => (
        <Banner
          key={announcement.id}
          ui={ui}
          announcement={announcement}
          length={length ?? lengthAt(place, announcement)}
        />
      ))}
    </section>
  )
}

/** Only the first, and only when it presses, takes room for its text: what people came for stands below. */
const lengthAt = (place: number, { highPriority }: Announcement) =>
  place === 0 && highPriority ? undefined : ('brief' as const)

/** On every page that is about something else: one line each, and not on the announcement's own page. */
export function PressingLines({ ui, announcements }: Omit<BannersProps, 'length'>) {
  const here = ui.path.split('?')[0]
  const others = announcements.filter(({ id }) => here !== `/announcements/${id}`)
  if (others.length === 0) return null
  return (
    <section className="banners" aria-label={ui.t('banner.list')}>
      {others.map(({ id, title, nextUpdateBy }) => (
        <p key={id} className="banner banner-high banner-line">
          <Icon name="alert" />
          <span>
            <span className="banner-kind">{ui.t('banner.high')}: </span>
            <a href={`/announcements/${id}`} dir="auto">
              {title}
            </a>
            {nextUpdateBy && (
              <span className="banner-when">
                {' '}
                · {ui.t('banner.next', { date: ui.clock.moment(nextUpdateBy) })}
              </span>
            )}
          </span>
        </p>
      ))}
    </section>
  )
}
