import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { punctual } from '../runtime/due-keys.ts'
import { after, type Instant, minutes } from '../runtime/instant.ts'

/** That something of a subject is due at an instant, as of one generation of it. */
export type DueWake = { subjectId: string; generation: number; kind: string; dueAt: Instant }

/** No execution waits longer than this; what is further away stands in the due index alone. */
export const armedWithin = minutes(60)

export const isArmed = ({ kind, dueAt }: DueWake, now: Instant): boolean =>
  punctual.includes(kind) && dueAt <= after(now, armedWithin)

/** The name of the execution; a used name stays refused, so a wake is armed once however often it is asked for. */
const executionName = ({ subjectId, generation }: DueWake): string =>
  `${subjectId.toLowerCase()}-g${generation}`

export async function arm(client: SFNClient, stateMachineArn: string, wake: DueWake): Promise<void> {
  try {
    await client.send(
      new StartExecutionCommand({ stateMachineArn, name: executionName(wake), input: JSON.stringify(wake) }),
    )
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error
  }
}
