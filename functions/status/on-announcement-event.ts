import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { setting } from '../runtime/config.ts'
import { consumer } from '../runtime/event.ts'
import { openServices } from '../runtime/services.ts'
import type { SiteFile } from './files.ts'
import { publishSite } from './publish.ts'
import { readWholeSite } from './read-site.ts'

let opened: ReturnType<typeof open> | undefined

function open() {
  const services = openServices()
  const bucket = setting('STATUS_BUCKET')
  const s3 = new S3Client({
    region: setting('STATUS_BUCKET_REGION'),
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  })
  return {
    read: () => readWholeSite(services, new Date().toISOString()),
    async put({ key, body, contentType, cacheControl }: SiteFile) {
      await s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: body,
          ContentType: contentType,
          CacheControl: cacheControl,
        }),
      )
    },
  }
}

/** Whatever happened, the site is read anew and written whole: the order and the number of events do not matter. */
export const handler = consumer<unknown>(async () => {
  opened ??= open()
  await publishSite({ portalUrl: setting('PORTAL_URL'), statusUrl: setting('STATUS_URL') }, opened)
})
