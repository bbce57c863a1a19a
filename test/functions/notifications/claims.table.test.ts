import { beforeAll, describe, expect, test } from 'vitest'
import { openDeliveries } from '../../../functions/mail/store.ts'
import type { Send } from '../../../functions/notifications/claim.ts'
import { type Claims, openClaims, sendKeyOf } from '../../../functions/notifications/store.ts'
import { after as later, seconds } from '../../../functions/runtime/instant.ts'
import { openTable, type Table } from '../../../functions/runtime/table.ts'
import { createTable } from '../../support/table.ts'
import { now } from '../incidents/fixture.ts'

let table: Table
let claims: Claims
let count = 0

beforeAll(async () => {
  const { name, client } = await createTable()
  table = openTable(name, client)
  claims = openClaims(table)
})

/** A send of an incident that no other test knows. */
const newSend = (): Send => ({
  incidentId: `INC-${String(++count).padStart(6, '0')}`,
  occasion: 'I000001',
  matter: 'step-1',
  recipient: { id: 'ana', name: 'Ana' },
  channel: 'mail',
  reason: 'L1: step 1 of 3, not acknowledged',
  event: 'escalation.step',
})
const stored = async ({ incidentId }: Send) => (await openClaims(table).ofIncident(incidentId))[0]

describe('claiming a send', () => {
  test('has one winner among two that come at once', async () => {
    const send = newSend()
    expect((await Promise.all([claims.claim(send, now), claims.claim(send, now)])).sort()).toEqual([
      'held',
      'ours',
    ])
  })

  test('is refused for good once it is marked as sent', async () => {
    const send = newSend()
    await claims.claim(send, now)
    await claims.settle(send, { status: 'sent', at: now })
    expect(await claims.claim(send, later(now, seconds(3600)))).toBe('settled')
    expect(await stored(send)).toEqual({
      recipient: send.recipient,
      channel: 'mail',
      reason: send.reason,
      status: 'sent',
      at: now,
    })
  })

  test('is refused for good once it was decided against, and says why', async () => {
    const send = newSend()
    await claims.claim(send, now)
    await claims.settle(send, { status: 'suppressed', at: now, note: 'acknowledged' })
    expect(await claims.claim(send, later(now, seconds(3600)))).toBe('settled')
    expect(await stored(send)).toMatchObject({
      status: 'suppressed',
      note: { en: 'It had been acknowledged by then.' },
    })
  })

  test('goes to the next try after a crash between send and mark, when the first can no longer be at it', async () => {
    const send = newSend()
    await claims.claim(send, now)
    expect(await claims.claim(send, later(now, seconds(20)))).toBe('held')
    expect(await claims.claim(send, later(now, seconds(26)))).toBe('ours')
  })

  test('goes to the next try also when the clock was turned back meanwhile', async () => {
    const send = newSend()
    await claims.claim(send, now)
    expect(await claims.claim(send, later(now, -seconds(3600)))).toBe('ours')
  })

  test('goes to the next try at once after it was released', async () => {
    const send = newSend()
    await claims.claim(send, now)
    await claims.release(send, { refused: true })
    expect(await claims.claim(send, now)).toBe('ours')
  })
})

describe('what became of a send', () => {
  const deliveries = () => openDeliveries(table)
  const outcome = (send: Send, status: 'delivered' | 'bounced' | 'complained', note?: string) => ({
    sendKey: sendKeyOf(send),
    status,
    at: later(now, 1000),
    note,
  })

  test('is found by its key, and the stronger word stays whatever the order', async () => {
    const send = newSend()
    await claims.claim(send, now)
    await claims.settle(send, { status: 'sent', at: now })
    expect(await deliveries().record(outcome(send, 'delivered'))).toBe(true)
    expect(await deliveries().record(outcome(send, 'bounced', 'Permanent'))).toBe(true)
    expect(await deliveries().record(outcome(send, 'delivered'))).toBe(false)
    expect(await deliveries().record(outcome(send, 'bounced'))).toBe(false)
    expect(await stored(send)).toMatchObject({
      status: 'bounced',
      note: { en: 'The mailbox does not exist or refuses our mail.' },
      at: later(now, 1000),
    })
  })

  test('stays when the delivery was faster than the mark', async () => {
    const send = newSend()
    await claims.claim(send, now)
    await deliveries().record(outcome(send, 'delivered'))
    await claims.settle(send, { status: 'sent', at: now })
    expect(await stored(send)).toMatchObject({ status: 'delivered' })
    expect(await claims.claim(send, later(now, seconds(60)))).toBe('settled')
  })

  test('makes nothing where there is no such send', async () => {
    const send = newSend()
    expect(await deliveries().record(outcome(send, 'delivered'))).toBe(false)
    expect(await deliveries().record({ ...outcome(send, 'delivered'), sendKey: 'INC-000001/!head' })).toBe(
      false,
    )
    expect(await stored(send)).toBeUndefined()
  })
})

describe('reading what was sent about an incident', () => {
  test('finds the page of one person among more notices than one answer of the table holds', async () => {
    const page = newSend()
    await claims.claim(page, now)
    const notices = Array.from({ length: 1001 }, (_, index) => ({
      ...page,
      ...{ occasion: 'E000002', matter: 'resolved', event: 'incident.resolved' },
      recipient: { id: `reader-${index}`, name: 'Reader' },
      reason: 'x'.repeat(1000),
    }))
    await Promise.all(notices.map((notice) => claims.claim(notice, now)))
    const own = await claims.claimsOf(page.incidentId, 'ana')
    expect(own.map(({ sendKey }) => sendKey)).toEqual([sendKeyOf(page)])
    expect(await claims.claimsOf(page.incidentId, 'reader-1000')).toHaveLength(1)
    const listed = await claims.ofIncident(page.incidentId)
    expect(listed).toHaveLength(1000)
    expect(listed.map(({ recipient }) => recipient.id)).toContain('ana')
  })
})
