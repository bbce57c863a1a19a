import { cookie } from '../../lib/cookies.ts'
import { formPost } from '../../lib/form-post.tsx'
import { locales } from '../../lib/locale.ts'
import { localPath } from '../../lib/return-to.ts'
import { settings } from '../../lib/settings.ts'

const yearInSeconds = 365 * 24 * 3600

/** Kept in this browser, and with the person when we know who it is. */
export const POST = formPost(async (visit, { form }) => {
  const locale = form.oneOf('locale', locales) ?? 'en'
  if (visit.isSignedIn) await visit.api.setMe({ locale }).catch(() => undefined)
  return {
    goTo: pageOf(localPath(form.text('returnTo'))),
    cookies: [cookie('locale', settings.portalUrl(), locale, yearInSeconds)],
  }
})

/** A form's own address shows nothing: back to the page that it stood on. */
function pageOf(path: string): string {
  return path
    .replace(/^(\/incidents\/[^/?]+|\/a\/[^/?]+|\/surveys\/[^/?]+|\/announcements\/[^/?]+)\/[^/?]+.*/, '$1')
    .replace(/^\/report\/send.*/, '/report')
    .replace(/^\/announcements\/publish.*/, '/announcements/new')
}
