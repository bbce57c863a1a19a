import { describe, expect, test } from 'vitest'
import { announcementMail } from '../../../functions/announcements/announcement-mail.ts'
import { compose } from '../../../functions/mail/compose.ts'
import { htmlOf } from '../../../functions/mail/layout.ts'
import type { Person } from '../../../functions/people/person.ts'
import { story } from './fixture.ts'

const person = (locale: Person['locale']): Person => ({
  id: 'noor',
  name: 'Noor',
  email: 'noor@demo.evenkeel.example',
  roles: [],
  locale,
  zone: 'Europe/Berlin',
})
const around = {
  components: [{ id: 'cmp_email', name: { en: 'Email', de: 'E-Mail' } }],
  organisationName: 'Northwind',
  portalUrl: 'https://desk.example',
  statusUrl: 'https://status.example',
}

function mailOf(overrides: Record<string, unknown>, locale: Person['locale'] = 'en') {
  const { announcement, words } = story(overrides)
  const [word] = words
  if (!word) throw new Error('An announcement has a first word.')
  return announcementMail({ announcement, word }, person(locale), 'key', around)
}

describe('the mail of an announcement', () => {
  test.each([
    ['en', false, '[Investigating] Email is down'],
    ['en', true, '[Important: Investigating] Email is down'],
    ['de', true, '[Wichtig: Wird untersucht] Email is down'],
  ] as const)('has a subject in %s, high priority %s: %s', (locale, highPriority, subject) => {
    expect(mailOf({ highPriority }, locale).subject).toBe(subject)
  })

  test('says what is affected and when, in the language and zone of the reader', () => {
    expect(mailOf({}, 'de').parts.facts).toContainEqual({ label: 'Betroffen', value: 'E-Mail: ausgefallen' })
    expect(mailOf({}, 'de').parts.facts).toContainEqual({
      label: 'Seit',
      value: '23.11.2026, 10:00 (Europe/Berlin)',
    })
  })

  test('points to the status page only when everybody may read it there', () => {
    expect(mailOf({ audience: 'public' }).parts.alternative?.url).toBe('https://status.example')
    expect(mailOf({ audience: 'agents' }).parts.alternative).toBeUndefined()
  })

  test('lets hostile words neither into headers nor into markup', async () => {
    const mail = mailOf({
      title: '</title><script>\r\nBcc: x@example.com',
      body: '<img src=x onerror=alert(1)>',
    })
    const mime = (await compose(mail, 'incidents@evenkeel.example')).toString()
    expect(mime).not.toMatch(/^Bcc:/m)
    expect(htmlOf(mail.parts)).not.toMatch(/<img|<script/)
  })
})
