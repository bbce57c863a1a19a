import { setting } from '../runtime/config.ts'
import { consumer } from '../runtime/event.ts'
import { openServices } from '../runtime/services.ts'
import { publishSite } from './publish.ts'
import { readWholeSite } from './read-site.ts'
import { openSiteStore } from './site-store.ts'

let opened: ReturnType<typeof open> | undefined

function open() {
  const region = setting('STATUS_BUCKET_REGION')
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, AWS_SESSION_TOKEN } = process.env
  return {
    stores: openServices(),
    files: openSiteStore({
      bucket: setting('STATUS_BUCKET'),
      region,
      endpoint: AWS_ENDPOINT_URL_S3 ?? AWS_ENDPOINT_URL ?? `https://s3.${region}.amazonaws.com`,
      credentials: {
        accessKeyId: setting('AWS_ACCESS_KEY_ID'),
        secretAccessKey: setting('AWS_SECRET_ACCESS_KEY'),
        sessionToken: AWS_SESSION_TOKEN,
      },
    }),
  }
}

/** Whatever happened, the site is read anew and written whole: the order and the number of events do not matter. */
export const handler = consumer<unknown>(async () => {
  opened ??= open()
  const { stores, files } = opened
  await publishSite(
    { portalUrl: setting('PORTAL_URL'), statusUrl: setting('STATUS_URL') },
    { read: () => readWholeSite(stores, new Date().toISOString()), put: files.put },
  )
})
