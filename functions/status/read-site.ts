import type { Instant } from '../runtime/instant.ts'
import type { Services } from '../runtime/services.ts'
import { type Site, type Story, siteOf } from './site.ts'

type Stores = Pick<Services, 'announcements' | 'settings'>

/** The site as it is at this moment, each announcement with its newest word. */
export async function readSite({ announcements, settings }: Stores, now: Instant): Promise<Site> {
  const [{ organisationName, components }, active, recent] = await Promise.all([
    settings.current(),
    announcements.readActive(now),
    announcements.readRecent(now),
  ])
  return siteOf({ organisationName, components, active, recent, now })
}

/** The components as they are at this moment, for everybody. */
export async function readComponents({ announcements, settings }: Stores, now: Instant) {
  const [{ organisationName, components }, active] = await Promise.all([
    settings.current(),
    announcements.readActive(now),
  ])
  return siteOf({ organisationName, components, active, recent: [], now }).components
}

/** The site with every word of what is going on. */
export async function readWholeSite(stores: Stores, now: Instant): Promise<Site> {
  const site = await readSite(stores, now)
  const whole = async (story: Story) => (await stores.announcements.read(story.announcement.id)) ?? story
  const [current, upcoming] = await Promise.all([
    Promise.all(site.current.map(whole)),
    Promise.all(site.upcoming.map(whole)),
  ])
  return { ...site, current, upcoming }
}
