import * as z from 'zod/mini'
import { operation } from '../../runtime/operation.ts'
import { type Intake, receive } from '../receive.ts'
import { reasonOf } from '../refused.ts'
import { demandSource } from '../source-access.ts'

/** What monitoring systems post to. It reads the key beside the settings, and leaves everything else to the queue. */
export const receiveAlerts = (intake: Intake) =>
  operation({
    method: 'POST',
    path: '/alerts/{id}',
    summary:
      'Take what a source says: its own JSON, up to 256 KB, with the key of the source as Bearer or ?key=',
    action: 'key',
    answers: {
      status: 202,
      description: 'So many alerts of it are queued; so many others could not be taken',
      schema: z.object({ accepted: z.int(), refused: z.optional(z.int()) }),
    },
    async load({ id = '' }, { settings, sourceKeys }, { keyed }) {
      const [{ alertSources }, key] = await Promise.all([settings.current(), sourceKeys.find(keyed?.key)])
      return { source: alertSources.find((one) => one.id === id), key }
    },
    async perform({ subject: { source: named, key }, keyed, now }, { traffic, snsClaims }) {
      const source = await demandCounted()
      const { accepted, refused } = await receive(source, keyed, now, {
        intake,
        stores: { traffic, snsClaims },
      })
      return { status: 202, body: { accepted, ...(refused > 0 && { refused }) } }

      /** Refusals are counted for sources that are there; whoever guesses ids leaves no trace. */
      async function demandCounted() {
        try {
          return demandSource(named, key, now)
        } catch (error) {
          const reason = reasonOf(error)
          if (named && reason) await traffic.noteRefusal(named.id, reason, now)
          throw error
        }
      }
    },
  })
