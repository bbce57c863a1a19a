import { describe, expect, test } from 'vitest'
import { isLosing, reasons } from '../../../functions/alerts/refused.ts'
import {
  flappingMessage,
  refusingMessage,
  silenceEndingMessage,
  stormMessage,
} from '../../../functions/notifications/alert-news.ts'
import { alertMessages } from '../../../functions/notifications/messages-alerts.ts'
import type { Reader } from '../../../functions/notifications/reader.ts'
import { reader } from './fixture.ts'

const portalUrl = 'https://portal.example.com'
const german: Reader = { ...reader, language: 'de' }
const at = '2026-11-27T12:00:00.000Z'
const flapping = { alertId: 'alr_src_prom.00', at, title: 'Disk is full', changes: 4, minutes: 30 }
const silence = {
  ...{ id: 'sil_1', endsAt: '2026-11-30T08:00:00.000Z', reason: 'Disk is on its way' },
  matchers: [
    { label: 'host', op: 'is', value: 'db1' },
    { label: '@source', op: 'is_not', value: 'src_prom' },
    { label: '@severity', op: 'like', value: 'c*' },
    { label: 'zone', op: 'is', value: '' },
  ] as const,
}
const nameOf = (id: string) => (id === 'src_prom' ? 'Prometheus' : id)
const ending = (count: number, isAll: boolean, who = reader) =>
  silenceEndingMessage(
    { ...silence, matchers: [...silence.matchers] },
    {
      ...{ held: { count, isAll }, nameOf, reader: who, portalUrl },
    },
  )

describe('a notice about alerts', () => {
  test('that one comes and goes says how often, and that it is quiet now', () => {
    const message = flappingMessage(flapping, { team: 'Database', reader, portalUrl })
    expect(message.words).toBe('Disk is full changed 4 times in 30 minutes. We stay quiet until it settles.')
    expect(message.url).toBe('https://portal.example.com/alerts/alr_src_prom.00')
    expect(flappingMessage(flapping, { team: 'Database', reader: german, portalUrl }).words).toContain(
      'in 30 Minuten 4-mal gewechselt',
    )
  })

  test('that there is a storm names the source and leads to it', () => {
    const storm = { sourceId: 'src_prom', startedAt: at, requests: 301 }
    const message = stormMessage(storm, { source: 'Prometheus', reader, portalUrl })
    expect(message.words).toBe('Prometheus sent 301 requests within five minutes, and more may come.')
    expect([message.url, message.parts.alternative?.url]).toEqual([
      'https://portal.example.com/alerts?source=src_prom',
      'https://portal.example.com/alerts/sources/src_prom',
    ])
  })

  test.each(reasons.filter(isLosing))('that a source is refused (%s) says why and what helps', (reason) => {
    const [en, de] = [reader, german].map((who) =>
      refusingMessage({ sourceId: 'src_prom', at, reason }, { source: 'Prometheus', reader: who, portalUrl }),
    )
    for (const message of [en, de]) {
      const [words, todo] = message?.parts.paragraphs ?? []
      expect(words).toContain('Prometheus')
      expect([words?.endsWith('.'), todo?.endsWith('.')]).toEqual([true, true])
    }
    expect(en?.url).toBe('https://portal.example.com/alerts/sources/src_prom')
    const saidTwice = de?.parts.paragraphs.filter((words) => en?.parts.paragraphs.includes(words))
    expect(saidTwice).toEqual([])
  })

  test('that a key was wrong says so in plain words', () => {
    const refused = { sourceId: 'src_prom', at, reason: 'wrong_key' as const }
    expect(refusingMessage(refused, { source: 'Prometheus', reader, portalUrl }).words).toBe(
      'We could not take something that Prometheus sent. It came with a wrong key.',
    )
  })

  test('that a silence ends says when on the reader’s clock, what it is about and why it was made', () => {
    const message = ending(2, true)
    expect(message.words).toBe(
      'Your silence ends: Mon, 30 Nov 2026, 09:00 CET. It holds 2 alerts back, which go on their way then if they still fire.',
    )
    expect(message.parts.facts?.[0]?.value).toBe(
      'host = db1, Source ≠ Prometheus, Severity like c*, zone = nothing',
    )
    expect(message.parts.quote).toEqual({ label: 'You wrote', text: 'Disk is on its way' })
    expect(ending(2, true, german).parts.facts?.[0]?.value).toContain('Schweregrad wie c*')
  })

  test.each([
    [0, true, 'It holds nothing back at the moment.'],
    [1, true, 'It holds one alert back, which goes'],
    [500, false, 'It holds more than 500 alerts back'],
  ])('says of %i held alerts, all of them: %s, “%s”', (count, isAll, words) => {
    expect(ending(count, isAll).words).toContain(words)
  })

  test('speaks both languages without a word of the other', () => {
    const flat = (words: object): string[] =>
      Object.values(words).flatMap((one) =>
        typeof one === 'object' ? flat(one) : typeof one === 'string' ? one : [],
      )
    const [en, de] = [new Set(flat(alertMessages.en)), flat(alertMessages.de)]
    expect(de.filter((words) => en.has(words))).toEqual(['=', '≠'])
  })
})
