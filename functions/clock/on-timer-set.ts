import { SFNClient } from '@aws-sdk/client-sfn'
import { setting } from '../runtime/config.ts'
import { type Announced, consumer } from '../runtime/event.ts'
import { arm, isArmed } from './arm.ts'

let client: SFNClient | undefined

/** Starts the clock of what cannot wait for the sweeper, as soon as the change that set it is committed. */
export const handler = consumer<Announced>(async ({ pk, wake }, { now }) => {
  if (!wake) return
  const due = { subjectId: pk, ...wake }
  if (!isArmed(due, now)) return
  client ??= new SFNClient({})
  await arm(client, setting('STATE_MACHINE_ARN'), due)
})
