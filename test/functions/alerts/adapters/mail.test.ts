import { describe, expect, test } from 'vitest'
import { dedupKeyOf, readMail } from '../../../../functions/alerts/adapters/mail.ts'
import { around, refusalOf, valid } from './fixture.ts'

const read = (subject: string, more: object = {}) =>
  valid(
    readMail(
      { subject, text: 'Disk /dev/sda1 is at 95 %.', from: 'mon@example.org', ...more },
      around('mail'),
    ),
  )[0]

describe('a mail of a monitoring system', () => {
  test('is read whole', () => {
    expect(read('Re: [FIRING:2] Disk full on web-1', { date: '2026-11-28T07:00:00Z' })).toMatchObject({
      status: 'firing',
      title: '[FIRING:2] Disk full on web-1',
      summary: 'Disk /dev/sda1 is at 95 %.',
      labels: { from: 'mon@example.org' },
      saidAt: '2026-11-28T07:00:00.000Z',
    })
  })

  test.each([
    ['[RESOLVED] Disk full', 'resolved'],
    ['RECOVERY: Host web-1 is UP', 'resolved'],
    ['Disk full on web-1 has recovered', 'resolved'],
    ['OK: Disk on web-1', 'resolved'],
    ['[Ok] Disk on web-1', 'resolved'],
    ['Fehler behoben: Platte voll', 'resolved'],
    ['Is it ok to reboot web-1?', 'firing'],
    ['Incident not resolved: disk full', 'firing'],
    ['Unresolved: disk full', 'firing'],
    ['[FIRING:1] Disk full', 'firing'],
    ['PROBLEM: Host web-1 is DOWN', 'firing'],
    ['Host name db1 could not be resolved', 'firing'],
    ['Host name db1 is resolved to a wrong address', 'firing'],
    ['Backup NOT OK on db1', 'firing'],
    ['Nightly BACK UP failed on db1', 'firing'],
    ['Connection closed unexpectedly: db1', 'firing'],
    ['Port 443 closed on web1 (CRITICAL)', 'firing'],
    ['Problem: replica is NOT UP', 'firing'],
    ['Cannot be cleared: queue full', 'firing'],
    ["Queue can't be cleared", 'firing'],
    ['New follow UP needed: disk failed', 'firing'],
    ['WARNING: UP to 3 hosts are slow', 'firing'],
    ['State of db1: OK -> CRITICAL', 'firing'],
    ['[OK -> CRITICAL] db1', 'firing'],
    ['Recovery of db1 failed', 'firing'],
    ['Ticket 4 must be resolved today', 'firing'],
    ['[FIRING:1, RESOLVED:2] Disk full', 'firing'],
    ['Störung noch nicht behoben', 'firing'],
    ['Keine Entwarnung: Pumpe 3', 'firing'],
    ['Platte ist nicht OK', 'firing'],
    ['[RESOLVED:3] Disk full', 'resolved'],
    ['Re: [Closed] Port 443 on web1', 'resolved'],
    ['[RESOLVED] Service is not reachable', 'resolved'],
    ['Resolved in 5m 20s: Zabbix agent is not available (for 3m)', 'resolved'],
    ['** RECOVERY Service Alert: web-1/Disk is OK **', 'resolved'],
    ['RECOVERY: db1 backup', 'resolved'],
    ['OK - disk on db1', 'resolved'],
    ['db1 is UP', 'resolved'],
    ['db1 is back UP again', 'resolved'],
    ['State of db1: CRITICAL -> OK', 'resolved'],
    ['Disk on db1 (OK)', 'resolved'],
    ['Disk full has been resolved', 'resolved'],
    ['Queue of mail is back to normal', 'resolved'],
    ['[Behoben] Platte voll', 'resolved'],
    ['Störung wurde behoben', 'resolved'],
    ['db1 ist wieder UP', 'resolved'],
    ['WG: Entwarnung: Pumpe 3', 'resolved'],
  ])('%s is %s', (subject, status) => {
    expect(read(subject)?.status).toBe(status)
  })

  test.each([
    ['[FIRING:1] Disk full on web-1', 'Fwd: Re: [RESOLVED:3] Disk full on web-1'],
    ['PROBLEM: Host web-1 is DOWN', 'RECOVERY: Host web-1 is UP'],
    ['[Alert] Queue long (3)', '[OK] Queue long (17)'],
    ['AW: Alarm: Pumpe 3 #12', 'WG: Entwarnung: Pumpe 3 #13'],
    ['Problem: Agent is not available', 'Resolved in 5m 20s: Agent is not available'],
  ])('%s and %s are the same alert', (a, b) => {
    expect(read(a)?.fingerprint).toBe(read(b)?.fingerprint)
  })

  test('of another thing is another alert', () => {
    expect(read('[FIRING] Disk full on web-1')?.fingerprint).not.toBe(
      read('[FIRING] Disk full on web-2')?.fingerprint,
    )
    expect(dedupKeyOf('[RESOLVED]')).not.toBe('')
  })

  test.each([
    ['CRITICAL: Disk full', 'critical'],
    ['Host is DOWN', 'error'],
    ['Disk is filling', 'warning'],
    ['Info: backup done', 'info'],
  ])('%s is %s', (subject, severity) => {
    expect(read(subject)?.severity).toBe(severity)
  })

  test('without a subject is refused', () => {
    expect(refusalOf(() => read('  Re: ')).extras.errors?.[0]?.path).toBe('subject')
  })
})
