import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import { setting } from '../runtime/config.ts'
import { compose, type Mail } from './compose.ts'
import { givingUpInTime, type Limits } from './limits.ts'

export type Mailer = { send(mail: Mail): Promise<void> }

/** Hands mails to SES, which tells what became of each through the events of the configuration set. */
export function openMailer(limits?: Limits): Mailer {
  const ses = new SESClient(givingUpInTime(limits))
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

const throttles = ['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'LimitExceeded']
/** How SES words what is wrong with an address: "Illegal address", "Missing final '@domain'", "User name is missing". */
const ofAnAddress = /address|domain|user name/i

/**
 * Whether a mail may leave on another try after this failure. `never` is for an address that is none; a rejected mail
 * may be a setting, such as a sender that is not verified yet, and is worth another try.
 */
export const fateOf = (error: unknown): 'again' | 'never' =>
  error instanceof Error && error.name === 'InvalidParameterValue' && ofAnAddress.test(error.message)
    ? 'never'
    : 'again'

/** Whether SES asks to slow down. */
export const isThrottled = (error: unknown): boolean =>
  error instanceof Error && throttles.includes(error.name)
