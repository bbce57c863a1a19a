import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readGeneric } from '../../../../functions/alerts/adapters/generic.ts'
import { pathsIn, readText, valueAt } from '../../../../functions/alerts/payload-path.ts'
import type { Mapping } from '../../../../functions/alerts/source.ts'
import { around, refusalOf, valid } from './fixture.ts'

const payload = {
  site: 'Hamburg',
  checks: [
    { name: 'ping', host: { name: 'web-1' }, state: 'CRIT', since: 1764316800, url: 'https://mon.example/1' },
    { name: 'ping', host: { name: 'web-2' }, state: 'Ok', since: 1764316800000, url: 'ftp://mon.example/1' },
  ],
  'k8s.cluster': 'blue',
}
const mapping: Mapping = {
  items: 'checks',
  title: '{{ name }} fails on {{host.name}} in {{ $.site }}',
  summary: 'state',
  dedupKey: '{{name}}/{{host.name}}',
  status: { path: 'state', resolved: ['ok', 'resolved'] },
  severity: { path: 'state', values: { crit: 'critical' } },
  startsAt: 'since',
  link: 'url',
  labels: { host: 'host.name', site: '$.site', cluster: '$.k8s.cluster', none: 'nothing.here' },
}
const read = (sent: unknown, by: Mapping | undefined = mapping) =>
  valid(readGeneric(sent, around('generic', by)))

describe('a payload of any sender', () => {
  test('is read by the mapping of its source', () => {
    expect(read(payload)).toMatchObject([
      {
        status: 'firing',
        severity: 'critical',
        title: 'ping fails on web-1 in Hamburg',
        summary: 'CRIT',
        labels: { host: 'web-1', site: 'Hamburg', cluster: 'blue' },
        startsAt: '2025-11-28T08:00:00.000Z',
        links: [{ text: 'mon.example', url: 'https://mon.example/1' }],
        payload: JSON.stringify(payload.checks[0]),
      },
      { status: 'resolved', severity: 'warning', startsAt: '2025-11-28T08:00:00.000Z', links: [] },
    ])
    expect(read(payload)[0]?.labels).not.toHaveProperty('none')
  })

  test('is the same alert while its key is the same', () => {
    const [before] = read(payload)
    const [after] = read({ ...payload, checks: [{ ...payload.checks[0], state: 'OK', url: 'other' }] })
    expect([after?.fingerprint, after?.status]).toEqual([before?.fingerprint, 'resolved'])
  })

  test('lacks the mapped title: the refusal names it, and what the payload has instead', () => {
    const refusal = refusalOf(() =>
      read({ alert: { subject: 'Down', host: 'a' } }, { title: 'alert.title', labels: {} }),
    )
    expect([refusal.status, refusal.reason]).toEqual([422, 'lacks_field'])
    expect(refusal.extras.errors).toEqual([
      {
        path: 'title',
        message: {
          en: 'The payload has no “alert.title”. It has alert.subject, alert.host.',
          de: 'In der Nachricht steht kein „alert.title“. Sie enthält alert.subject, alert.host.',
        },
      },
    ])
  })

  test('lacks the key or the list: the refusal says so', () => {
    const paths = (sent: unknown) => refusalOf(() => read(sent)).extras.errors?.map(({ path }) => path)
    expect(paths({ site: 'x', checks: [{ name: 'x' }, { name: 'y' }] })).toEqual([
      ...['checks.0.dedupKey', 'checks.1.dedupKey'],
    ])
    expect(paths({ site: 'x', checks: { a: 1 } })).toEqual(['items'])
    expect(refusalOf(() => read(payload, { title: '{{ a }} {{ b }}', labels: {} })).reason).toBe(
      'lacks_field',
    )
    expect(refusalOf(() => readGeneric(payload, around('generic'))).reason).toBe('lacks_field')
  })
})

describe('a list of which one lacks the key', () => {
  test('is read but for that one', () => {
    const sent = { ...payload, checks: [{ name: 'y' }, ...payload.checks] }
    const { occurrences, refused } = readGeneric(sent, around('generic', mapping))
    expect(occurrences).toEqual(read(payload))
    expect(refused.map(({ reason, extras }) => [reason, extras.errors?.[0]?.path])).toEqual([
      ['lacks_field', 'checks.0.dedupKey'],
    ])
  })
})

describe('a path', () => {
  test.each([
    ['site', 'Hamburg'],
    ['checks.1.host.name', 'web-2'],
    ['k8s.cluster', 'blue'],
    ['checks.9', undefined],
    ['__proto__', undefined],
    ['constructor.name', undefined],
    ['checks.constructor', undefined],
    ['site.length', undefined],
    ['checks.__proto__.map', undefined],
  ])('%s leads to %s', (path, expected) => {
    expect(valueAt(path, payload)).toEqual(expected)
  })

  test('is text in a text, never code', () => {
    expect(readText('{{ site }} $& {{ 1 + 1 }}', { site: '$& {{ x }}' })).toEqual({
      text: '$& {{ x }} $& ',
      missing: ['1 + 1'],
    })
  })

  test('leads to each place that a payload is said to have', () => {
    expect(pathsIn(payload)).toEqual(
      expect.arrayContaining(['site', 'checks.0.host.name', 'checks.1.since', 'k8s.cluster']),
    )
  })

  test('never fails and never leaves the payload, whatever both are', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (path, value) => {
        const found = valueAt(path, value)
        expect(typeof found).not.toBe('function')
        readText(path, value)
      }),
    )
  })
})
