import { describe, expect, test } from 'vitest'
import { takeEvent } from '../../../functions/alerts/take-event.ts'
import { sourceApi } from './source-api.ts'

const { as, make, queue, queued, services, trafficOf } = sourceApi()
const event = {
  version: '0',
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  account: '111122223333',
  time: '2026-11-28T07:30:43Z',
  region: 'eu-central-1',
  resources: ['arn:aws:cloudwatch:eu-central-1:111122223333:alarm:checkout'],
  detail: { alarmName: 'checkout', state: { value: 'ALARM', timestamp: '2026-11-28T07:30:42.236+0000' } },
}
const take = (sent: unknown) => takeEvent(sent, new Date().toISOString(), { services: services(), queue })

describe('an event of EventBridge', () => {
  test('is for nobody while there is no source of its kind', async () => {
    await make('cloudwatch')
    expect([await take(event), queued]).toEqual([{ accepted: 0 }, []])
  })

  test('is taken for every source of its kind that is not retired', async () => {
    const [first, second, third] = [
      await make('eventbridge', { name: 'One' }),
      await make('eventbridge', { name: 'Two' }),
      await make('eventbridge', { name: 'Three' }),
    ]
    const omar = await as('omar')
    const { etag } = await omar.get(`/sources/${third.id}`)
    await omar.delete(`/sources/${third.id}`, undefined, { 'if-match': etag })
    expect(await take(event)).toEqual({ accepted: 2 })
    expect(queued.map(({ sourceId }) => sourceId)).toEqual([first.id, second.id])
    expect((await trafficOf(first.id)).captured).toMatchObject({ outcome: 'accepted' })
  })

  test('of another shape is refused, counted, and done', async () => {
    const { id } = await make('eventbridge', { name: 'Four' })
    expect(await take({ ...event, detail: {} })).toEqual({ accepted: 0 })
    expect(await trafficOf(id)).toMatchObject({ refused: { unknown_shape: 1 } })
  })

  test('comes again when the queue is down', async () => {
    await make('eventbridge', { name: 'Five' })
    queue.isDown = true
    await expect(take(event)).rejects.toThrow('could not be kept')
  })
})
