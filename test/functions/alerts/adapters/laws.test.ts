import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adapterOf } from '../../../../functions/alerts/adapters/adapter-of.ts'
import { batchesOf } from '../../../../functions/alerts/batches.ts'
import { Refused } from '../../../../functions/alerts/refused.ts'
import type { Mapping, SourceKind } from '../../../../functions/alerts/source.ts'
import { around, valid } from './fixture.ts'

const mapping: Mapping = {
  title: '{{ title }}{{ alerts.0.labels }}',
  summary: 'summary',
  status: { path: 'status', resolved: ['resolved'] },
  severity: { path: 'severity', values: { high: 'error' } },
  startsAt: 'startsAt',
  link: 'url',
  labels: { a: 'labels.a', b: 'annotations' },
}

/** Texts of all sorts, those that senders write among them: half characters, control characters, dates, addresses. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 3000 }),
  fc.constantFrom(
    ...['', 'firing', 'resolved', '4', '1', 'ALARM', 'OK', 'https://a.example/x', 'javascript:1', '\ud83d'],
    ...['2026-11-28T08:00:00Z', '0001-01-01T00:00:00Z', '275760-09-14', '99999999999999999999', '__proto__'],
    ...['😀'.repeat(400), 'a\uFFFE\uFFFFb'],
  ),
)
const leaf = fc.oneof(text, fc.double(), fc.integer(), fc.boolean(), fc.constant(null))
const record = fc.dictionary(fc.oneof(text, fc.constantFrom('severity', 'alertname', 'summary')), leaf, {
  maxKeys: 80,
})
const alert = fc.record(
  {
    status: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom('firing', 'resolved') },
      { weight: 1, arbitrary: leaf },
    ),
    ...{ labels: fc.oneof({ weight: 9, arbitrary: record }, { weight: 1, arbitrary: leaf }) },
    ...{ annotations: record, values: record },
    ...{ startsAt: text, endsAt: text, generatorURL: text, fingerprint: text, panelURL: text },
  },
  { requiredKeys: ['status', 'labels'] },
)
const webhook = (version: string) =>
  fc.record({ version: fc.constant(version), groupKey: text, alerts: fc.array(alert, { maxLength: 3 }) })
const alarm = fc.record(
  {
    ...{ AlarmName: text, AlarmArn: text, AlarmDescription: text, AWSAccountId: text },
    NewStateValue: fc.constantFrom('ALARM', 'OK', 'INSUFFICIENT_DATA', 'ODD'),
    ...{ NewStateReason: text, StateChangeTime: text },
  },
  { requiredKeys: ['AlarmName', 'NewStateValue'] },
)
const notification = fc.record({
  Message: fc.oneof(
    text,
    alarm.map((one) => JSON.stringify(one)),
  ),
  TopicArn: text,
})
const event = fc.record({
  'detail-type': fc.constant('CloudWatch Alarm State Change'),
  source: fc.constant('aws.cloudwatch'),
  ...{ account: text, region: text, time: text, resources: fc.array(text, { maxLength: 2 }) },
  detail: fc.record({
    alarmName: text,
    state: fc.record({ value: fc.constantFrom('ALARM', 'OK', 'ODD'), reason: text, timestamp: text }),
  }),
})

const bodies: Record<SourceKind, fc.Arbitrary<unknown>> = {
  alertmanager: webhook('4'),
  grafana: webhook('1'),
  cloudwatch: notification,
  eventbridge: event,
  generic: fc.record({
    title: text,
    status: leaf,
    severity: leaf,
    startsAt: leaf,
    url: text,
    labels: record,
  }),
  mail: fc.record({ subject: text, text, from: text, date: text }),
}

describe.each(Object.entries(bodies))('whatever %s sends', (name, body) => {
  const kind = name as SourceKind
  const read = (sent: unknown) => adapterOf[kind](sent, around(kind, mapping))
  const readOrRefused = (sent: unknown) => {
    try {
      return read(sent)
    } catch (error) {
      if (error instanceof Refused) return undefined
      throw error
    }
  }

  test('is refused with a reason, or is what the queue and the table can hold', () => {
    let taken = 0
    fc.assert(
      fc.property(
        fc.oneof({ weight: 4, arbitrary: body }, { weight: 1, arbitrary: fc.jsonValue() }),
        (sent) => {
          const read = readOrRefused(JSON.parse(JSON.stringify(sent)))
          if (!read) return
          const occurrences = batchesOf(read.occurrences).batches.flat()
          taken += occurrences.length
          for (const { title, labels, payload } of valid({ occurrences })) {
            expect([title, ...Object.entries(labels).flat()].join('')).not.toMatch(
              /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u,
            )
            expect(payload).not.toMatch(/[\uFFFE\uFFFF]/)
            expect(() => JSON.parse(payload ?? '')).not.toThrow()
          }
        },
      ),
      { numRuns: 150 },
    )
    expect(taken).toBeGreaterThan(0)
  })

  test('is read alike each time', () => {
    fc.assert(
      fc.property(body, (sent) => {
        const copy = JSON.parse(JSON.stringify(sent))
        expect(readOrRefused(copy)).toEqual(readOrRefused(JSON.parse(JSON.stringify(sent))))
      }),
      { numRuns: 30 },
    )
  })
})
