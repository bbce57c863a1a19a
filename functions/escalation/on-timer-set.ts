import { SFNClient } from '@aws-sdk/client-sfn'
import { arm, isArmed } from '../incidents/arm.ts'
import { setting } from '../runtime/config.ts'
import { type Announced, consumer } from '../runtime/event.ts'

let client: SFNClient | undefined

/** Starts the clock of a page that is due within the hour, as soon as the change that set it is committed. */
export const handler = consumer<Announced>(async ({ pk, wake }, { now }) => {
  if (!wake) return
  const due = { subjectId: pk, ...wake }
  if (!isArmed(due, now)) return
  client ??= new SFNClient({})
  await arm(client, setting('STATE_MACHINE_ARN'), due)
})
