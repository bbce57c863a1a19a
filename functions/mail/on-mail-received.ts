import middy from '@middy/core'
import * as z from 'zod/mini'
import { openAlertQueue } from '../alerts/alert-queue.ts'
import { setting } from '../runtime/config.ts'
import { log } from '../runtime/log.ts'
import { openServices } from '../runtime/services.ts'
import { openContent } from './content-store.ts'
import { type Around, takeAlertMail } from './take-alert-mail.ts'
import { Receipt } from './verdict.ts'

/** As SES tells a function of a mail that it put into the bucket. */
const SesEvent = z.object({
  Records: z.array(
    z.object({ ses: z.object({ mail: z.object({ messageId: z.string() }), receipt: Receipt }) }),
  ),
})

let around: Around | undefined

function open(): Around {
  const { AWS_ENDPOINT_URL_S3, AWS_SESSION_TOKEN } = process.env
  const region = setting('AWS_REGION')
  return {
    services: openServices(),
    queue: openAlertQueue(),
    content: openContent({
      bucket: setting('CONTENT_BUCKET'),
      region,
      endpoint: AWS_ENDPOINT_URL_S3 ?? `https://s3.${region}.amazonaws.com`,
      credentials: {
        accessKeyId: setting('AWS_ACCESS_KEY_ID'),
        secretAccessKey: setting('AWS_SECRET_ACCESS_KEY'),
        sessionToken: AWS_SESSION_TOKEN,
      },
    }),
    mailDomain: setting('MAIL_DOMAIN'),
  }
}

/** Mail that came in: for a source of alerts it is taken; anything else stays in the bucket. */
export const handler = middy<unknown, void>().handler(async (event) => {
  around ??= open()
  for (const { ses } of z.parse(SesEvent, event).Records) {
    const received = { messageId: ses.mail.messageId, receipt: ses.receipt }
    const isTaken = await takeAlertMail(received, new Date().toISOString(), around)
    if (!isTaken) log.info('mail for nobody', { messageId: received.messageId })
  }
})
