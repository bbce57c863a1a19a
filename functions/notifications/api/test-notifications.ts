import * as z from 'zod/mini'
import { isReachable } from '../../preferences/plan.ts'
import { Channel } from '../../preferences/preferences.ts'
import { mailAlone } from '../../preferences/staff-only.ts'
import { operation } from '../../runtime/operation.ts'
import { Refusal } from '../../runtime/refusal.ts'
import { stale } from '../../runtime/stale.ts'
import { inconsistent } from '../../settings/refusals.ts'
import { oneMoreTest, testAgainAfter } from '../test-message.ts'

const Sent = z.object({ channel: Channel })
/** The test that is listed from this instant on is the one that was asked for. */
const Asked = z.extend(Sent, { at: z.iso.datetime() })

export const testNotifications = operation({
  method: 'POST',
  path: '/me/notifications/test',
  summary: 'Send me a test the way that pages go; what became of it stands with my notifications',
  action: 'preferences.edit_self',
  body: Sent,
  answers: { status: 202, description: 'It is on its way', schema: Asked },
  load: async (_params, { preferences, tests }, { callerId }) => {
    const [own, log] = await Promise.all([preferences.read(callerId), tests.log(callerId)])
    return { preferences: own, log }
  },
  async perform({ caller, subject, body: { channel }, now }, { tests }) {
    if (channel !== 'mail' && !caller.may('notification.read'))
      throw inconsistent([{ path: 'channel', message: mailAlone }])
    if (!isReachable(subject.preferences, channel)) throw inconsistent([noAddress])
    const log = oneMoreTest(subject.log.at, now)
    if (!log) throw tooMany(testAgainAfter(subject.log.at, now))
    if (!(await tests.request(caller.id, { channel, now, log, before: subject.log }))) throw stale()
    return { status: 202, body: { channel, at: now } }
  },
})

const noAddress = {
  path: 'channel',
  message: {
    en: 'Save a number or address for this channel first.',
    de: 'Speichern Sie zuerst eine Nummer oder Adresse für diesen Weg.',
  },
}

const tooMany = (retryAfterSeconds: number) =>
  new Refusal(
    'too_many_requests',
    {
      en: 'Those were five tests in ten minutes. Wait a little before the next one.',
      de: 'Das waren fünf Proben in zehn Minuten. Warten Sie etwas bis zur nächsten.',
    },
    { retryAfterSeconds },
  )
