import { describe, expect, test } from 'vitest'
import { takeAlertMail } from '../../../functions/mail/take-alert-mail.ts'
import { sourceApi } from '../alerts/source-api.ts'

const { make, queue, queued, rotate, services, trafficOf } = sourceApi()
const now = () => new Date().toISOString()
const mime = (subject: string) =>
  Buffer.from(
    [
      'From: Nagios <nagios@monitoring.example>',
      'To: alerts@desk.example',
      `Subject: ${subject}`,
      'Date: Sat, 28 Nov 2026 07:00:00 +0000',
      'Content-Type: text/html; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<p>Die Platte ist zu 95 % voll, Gr=FC=DFe.</p><script>alert(1)</script>',
    ].join('\r\n'),
  )

const status = (value: string) => ({ status: value })
const take = (
  recipients: string[],
  more: { subject?: string; dmarc?: string; raw?: Buffer | undefined } = {},
) => {
  const { subject = 'PROBLEM: Disk full on web-1', dmarc = 'PASS' } = more
  const raw = 'raw' in more ? more.raw : mime(subject)
  return takeAlertMail(
    {
      messageId: 'm1',
      receipt: {
        recipients,
        ...{ spamVerdict: status('PASS'), virusVerdict: status('PASS'), spfVerdict: status('PASS') },
        ...{ dkimVerdict: status('PASS'), dmarcVerdict: status(dmarc) },
      },
    },
    now(),
    {
      services: services(),
      queue,
      content: { read: async (key) => (key === 'mail-in/m1' ? raw : Promise.reject(new Error(key))) },
      mailDomain: 'desk.example',
    },
  )
}

describe('a mail to the address of a source', () => {
  test('is an alert, and ends it', async () => {
    const { id, address } = await make('mail')
    expect(await take([address.toUpperCase(), 'someone@desk.example'])).toBe(true)
    await take([address], { subject: 'RECOVERY: Disk full on web-1' })
    const [fired, resolved] = queued.flatMap(({ occurrences }) => occurrences)
    expect(fired).toMatchObject({
      sourceId: id,
      status: 'firing',
      title: 'PROBLEM: Disk full on web-1',
      summary: 'Die Platte ist zu 95 % voll, Grüße.',
      labels: { from: 'nagios@monitoring.example' },
      saidAt: '2026-11-28T07:00:00.000Z',
    })
    expect([resolved?.status, resolved?.fingerprint]).toEqual(['resolved', fired?.fingerprint])
    expect((await trafficOf(id)).captured).toMatchObject({ outcome: 'accepted' })
  })

  test('whose sender fails is refused, counted, and not kept', async () => {
    const { id, address } = await make('mail')
    expect(await take([address], { dmarc: 'FAIL' })).toBe(true)
    expect([queued, await trafficOf(id)]).toMatchObject([[], { refused: { unverified_sender: 1 } }])
    expect((await trafficOf(id)).captured).toBeUndefined()
  })

  test('that is too large, or without a subject, is refused and counted', async () => {
    const { id, address } = await make('mail')
    await take([address], { raw: undefined })
    await take([address], { subject: '' })
    expect((await trafficOf(id)).refused).toEqual({ too_large: 1, lacks_field: 1 })
  })

  test('goes by both addresses while they overlap, then by the newer', async () => {
    const { id, address } = await make('mail')
    const { address: newer } = await rotate(id, { overlapMinutes: 0 })
    await take([address])
    expect([queued.length, (await trafficOf(id)).refused]).toEqual([0, { expired_key: 1 }])
    await take([newer])
    expect(queued).toHaveLength(1)
  })

  test('comes again when the queue is down', async () => {
    const { address } = await make('mail')
    queue.isDown = true
    await expect(take([address])).rejects.toThrow('could not be kept')
  })

  test('is for nobody without a key that is known, and reads nothing', async () => {
    const { id, key } = await make('grafana')
    for (const to of [
      'alerts@desk.example',
      `alerts+${'0'.repeat(40)}@desk.example`,
      `alerts+${key}@desk.example`,
    ])
      expect(await take([to], { raw: undefined })).toBe(false)
    expect((await trafficOf(id)).requests).toBe(0)
  })
})
