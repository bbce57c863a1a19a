import { cookie } from '../../lib/cookies.ts'
import { formPage, toFormPage } from '../../lib/form-address.ts'
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
    goTo: formPage(localPath(form.text('returnTo'))),
    cookies: [cookie('locale', settings.portalUrl(), locale, yearInSeconds)],
  }
})

export const GET = toFormPage
