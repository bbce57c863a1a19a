import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { DeliveryEvent, outcomeOf, weakerThan } from '../../../functions/mail/delivery.ts'

const mail = {
  timestamp: '2026-11-23T09:00:00.000Z',
  headers: [
    { name: 'Subject', value: 'x' },
    { name: 'x-evenkeel-send', value: 'INC-000123/S:E000001:reported:riley:mail' },
  ],
}
const at = '2026-11-23T09:00:05.000Z'
const outcome = (event: object) => outcomeOf(z.parse(DeliveryEvent, { mail, ...event }))

describe('event of the mail service', () => {
  test.each([
    [
      { eventType: 'Delivery', delivery: { timestamp: at } },
      { status: 'delivered', at },
    ],
    [
      { eventType: 'Bounce', bounce: { bounceType: 'Permanent', bounceSubType: 'General', timestamp: at } },
      { status: 'bounced', at, note: 'Permanent, General' },
    ],
    [
      { eventType: 'Complaint', complaint: { complaintFeedbackType: 'abuse', timestamp: at } },
      { status: 'complained', at, note: 'abuse' },
    ],
    [{ eventType: 'Complaint', complaint: { complaintFeedbackType: null } }, { status: 'complained' }],
    [
      { eventType: 'Reject', reject: { reason: 'Bad content' } },
      { status: 'bounced', note: 'Bad content' },
    ],
  ])('%j says what became of the send', (event, expected) => {
    expect(outcome(event)).toMatchObject({ sendKey: 'INC-000123/S:E000001:reported:riley:mail', ...expected })
  })

  test.each([
    ['Transient', 'MailboxFull', 'bounced'],
    ['Transient', 'MessageTooLarge', 'bounced'],
    ['Transient', 'ContentRejected', 'bounced'],
    ['Transient', 'AttachmentRejected', 'bounced'],
    ['Permanent', 'OnAccountSuppressionList', 'bounced'],
    ['Permanent', undefined, 'bounced'],
    ['Transient', 'General', undefined],
    ['Transient', undefined, undefined],
    ['Undetermined', 'Undetermined', undefined],
    ['Undetermined', 'General', undefined],
  ])(
    'a bounce that is %s, %s, of a mail or of its reader’s absence, makes it: %s',
    (bounceType, bounceSubType, status) => {
      const event = { eventType: 'Bounce', bounce: { bounceType, bounceSubType, timestamp: at } }
      expect(outcome(event)?.status).toBe(status)
    },
  )

  test('that complains about an earlier mail, for which SES holds this one back, is a bounce', () => {
    const complaint = { complaintFeedbackType: null, complaintSubType: 'OnAccountSuppressionList' }
    expect(outcome({ eventType: 'Complaint', complaint })).toMatchObject({
      status: 'bounced',
      note: 'Permanent, OnAccountSuppressionList',
    })
  })

  test('says nothing while a delivery is only delayed, and about mails of others', () => {
    expect(outcome({ eventType: 'DeliveryDelay' })).toBeUndefined()
    expect(outcome({ eventType: 'Delivery', mail: { ...mail, headers: [] } })).toBeUndefined()
  })

  test('weighs a complaint more than a bounce, and that more than a delivery', () => {
    expect(weakerThan('complained')).toContain('bounced')
    expect(weakerThan('bounced')).toContain('delivered')
    expect(weakerThan('delivered')).not.toContain('bounced')
  })
})
