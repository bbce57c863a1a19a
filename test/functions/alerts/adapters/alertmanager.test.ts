import { describe, expect, test } from 'vitest'
import { readAlertmanager, truncatedIn } from '../../../../functions/alerts/adapters/alertmanager.ts'
import { around, receivedAt, refusalOf, valid } from './fixture.ts'

const alert = {
  status: 'firing',
  labels: { alertname: 'HighErrorRate', severity: 'page', service: 'checkout', instance: '10.0.0.4:9090' },
  annotations: {
    summary: 'Checkout answers 5 % of requests with an error',
    description: 'Since five minutes.',
    runbook_url: 'https://runbooks.example/checkout',
    dashboard: 'https://grafana.example/d/1',
  },
  startsAt: '2026-11-28T07:58:12.342Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus.example:9090/graph?g0.expr=up',
  fingerprint: '5ef77f1f8a3ecf8d',
}
const body = (change: object = {}, alerts: unknown[] = [alert]) => ({
  version: '4',
  groupKey: '{}:{alertname="HighErrorRate"}',
  truncatedAlerts: 0,
  status: 'firing',
  receiver: 'evenkeel',
  groupLabels: { alertname: 'HighErrorRate' },
  commonLabels: {},
  commonAnnotations: {},
  externalURL: 'http://alertmanager.example:9093',
  alerts,
  ...change,
})
const read = (sent: unknown) => valid(readAlertmanager(sent, around('alertmanager')))

describe('the webhook of Alertmanager', () => {
  test('is read whole', () => {
    expect(read(body())).toEqual([
      {
        sourceId: 'src_one',
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
        status: 'firing',
        title: 'Checkout answers 5 % of requests with an error',
        summary: 'Since five minutes.',
        severity: 'critical',
        labels: alert.labels,
        links: [
          { text: 'Runbook', url: 'https://runbooks.example/checkout' },
          { text: 'Dashboard', url: 'https://grafana.example/d/1' },
          { text: 'Prometheus', url: 'http://prometheus.example:9090/graph?g0.expr=up' },
        ],
        group: '{}:{alertname="HighErrorRate"}',
        startsAt: '2026-11-28T07:58:12.342Z',
        saidAt: '2026-11-28T07:58:12.342Z',
        restates: true,
        receivedAt,
        payload: JSON.stringify(alert),
      },
    ])
  })

  test.each([
    ['2026-11-29T08:00:00Z', '2026-11-29T08:00:00.000Z'],
    ['2026-11-29T08:00:01Z', undefined],
    ['2027-11-28T08:00:00Z', undefined],
  ])('that came on the 28th at 8 says that it began at %s: taken as %s', (startsAt, expected) => {
    const [one] = read(body({}, [{ ...alert, startsAt }]))
    expect([one?.startsAt, one?.saidAt]).toEqual([expected, expected])
  })

  test('that groups by nothing leaves the grouping to the product', () => {
    const [alone] = read(body({ groupKey: '{}:{}', groupLabels: {} }))
    expect(alone?.group).toBeUndefined()
  })

  test('ends with the same fingerprint, as of its end', () => {
    const [fired, resolved] = read(
      body({}, [alert, { ...alert, status: 'resolved', endsAt: '2026-11-28T07:59:00Z' }]),
    )
    expect(resolved?.fingerprint).toBe(fired?.fingerprint)
    expect([resolved?.status, resolved?.saidAt]).toEqual(['resolved', '2026-11-28T07:59:00.000Z'])
  })

  test.each([
    ['critical', 'critical'],
    ['page', 'critical'],
    ['error', 'error'],
    ['Major', 'error'],
    ['warning', 'warning'],
    ['info', 'info'],
    ['none', 'info'],
    ['constructor', 'warning'],
    [undefined, 'warning'],
  ])('calls the severity %s %s', (severity, expected) => {
    const labels = severity === undefined ? { alertname: 'A' } : { alertname: 'A', severity }
    expect(read(body({}, [{ ...alert, labels }]))[0]?.severity).toBe(expected)
  })

  test('is named after its rule where it has no summary, and told apart by its labels without a fingerprint', () => {
    const bare = (instance: string) => ({ status: 'firing', labels: { alertname: 'Down', instance } })
    const [a, b, again] = read(body({}, [bare('a'), bare('b'), bare('a')]))
    expect(a?.title).toBe('Down')
    expect([a?.fingerprint === b?.fingerprint, a?.fingerprint === again?.fingerprint]).toEqual([false, true])
  })

  test.each(['3', '5', 4, undefined])('refuses version %s and says which one is known', (version) => {
    const refusal = refusalOf(() => read(body({ version })))
    expect([refusal.status, refusal.reason]).toEqual([422, 'unknown_version'])
    expect([refusal.sentence.en, refusal.sentence.de]).toEqual([
      expect.stringContaining('Known is version 4'),
      expect.stringContaining('Bekannt ist Version 4'),
    ])
  })

  test.each([[[]], ['text'], [null], [7]])('refuses %j, which is no webhook', (sent) => {
    expect(refusalOf(() => read(sent)).reason).toBe('unknown_shape')
  })

  test('says where a field is another than it should be', () => {
    const { extras, reason } = refusalOf(() => read(body({}, [{ ...alert, status: 'on fire' }, 7])))
    expect([reason, extras.errors?.map(({ path }) => path)]).toEqual([
      'unknown_shape',
      ['alerts.0.status', 'alerts.1'],
    ])
  })

  test('takes the good alerts of a body, and says what is wrong with each of the others', () => {
    const labels = Object.fromEntries(Array.from({ length: 65 }, (_, n) => [`label_${n}`, 'x']))
    const sent = body({}, [{ ...alert, labels }, alert, { ...alert, status: 'on fire' }])
    const { occurrences, refused } = readAlertmanager(sent, around('alertmanager'))
    expect(occurrences).toEqual(read(body()))
    expect(refused.map(({ reason, extras }) => [reason, extras.errors?.[0]?.path])).toEqual([
      ['too_many_labels', 'alerts.0.labels'],
      ['unknown_shape', 'alerts.2.status'],
    ])
  })

  test('refuses a label set of 10,000 entries', () => {
    const labels = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`label_${n}`, 'x']))
    const refusal = refusalOf(() => read(body({}, [{ ...alert, labels }])))
    expect([refusal.status, refusal.reason]).toEqual([422, 'too_many_labels'])
    expect(refusal.extras.errors?.[0]).toMatchObject({
      path: 'alerts.0.labels',
      message: { en: expect.stringContaining('10000 labels') },
    })
  })

  test('cuts what is long, at whole characters, and lets no control character through', () => {
    const [read1] = read(
      body({}, [
        {
          ...alert,
          labels: { alertname: 'A', long: 'x'.repeat(5000), ['n'.repeat(500)]: 'v', tab: 'a\u0000\tb' },
          annotations: { summary: `a\r\nBcc: x\u0007${'😀'.repeat(200)}`, description: 'one\r\ntwo\u0000' },
        },
      ]),
    )
    expect(read1?.labels.long).toBe(`${'x'.repeat(1023)}…`)
    expect(read1?.labels.tab).toBe('a b')
    expect(read1?.title).toMatch(/^a Bcc: x (?:😀)+…$/u)
    expect(read1?.title.length).toBeLessThanOrEqual(160)
    expect(read1?.summary).toBe('one\ntwo')
  })

  test('lets labels with dangerous names be labels or nothing', () => {
    const labels = JSON.parse('{"alertname":"A","__proto__":"x","constructor":"y"}')
    expect(Object.entries(read(body({}, [{ ...alert, labels }]))[0]?.labels ?? {})).toEqual([
      ['alertname', 'A'],
      ['constructor', 'y'],
    ])
  })

  test('keeps only links that lead to a web page', () => {
    const annotations = { summary: 'x', runbook_url: 'javascript:alert(1)', dashboard: 'https://a b' }
    expect(read(body({}, [{ ...alert, annotations }]))[0]?.links).toEqual([
      { text: 'Prometheus', url: alert.generatorURL },
    ])
  })

  test('leaves a payload of more than 8 KB out, with a word about it', () => {
    const annotations = { summary: 'x', description: 'y'.repeat(20_000) }
    const payload = JSON.parse(read(body({}, [{ ...alert, annotations }]))[0]?.payload ?? '')
    expect(payload).toEqual({ omitted: 'payload', bytes: expect.any(Number) })
  })

  test('notes how many alerts the sender left out', () => {
    const sent = body({ truncatedAlerts: 12 })
    expect(truncatedIn(sent)).toBe(12)
    expect(JSON.parse(read(sent)[0]?.payload ?? '')).toMatchObject({ truncatedAlerts: 12 })
    expect(truncatedIn({ truncatedAlerts: 'many' })).toBe(0)
  })
})
