import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import { setting } from '../runtime/config.ts'
import { compose, type Mail } from './compose.ts'

export type Mailer = { send(mail: Mail): Promise<void> }

/** Hands mails to SES, which tells what became of each through the events of the configuration set. */
export function openMailer(): Mailer {
  const ses = new SESClient({ requestHandler: { connectionTimeout: 2000, requestTimeout: 5000 } })
  const from = setting('MAIL_FROM')
  const configurationSet = setting('CONFIGURATION_SET')

  return {
    async send(mail) {
      await ses.send(
        new SendRawEmailCommand({
          Source: from,
          Destinations: [mail.to.address],
          RawMessage: { Data: await compose(mail, from) },
          ConfigurationSetName: configurationSet,
        }),
      )
    },
  }
}
