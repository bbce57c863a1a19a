import { expect } from 'vitest'
import { addressOf, later, sendKeyOf, settled } from '../support/incidents.ts'
import { addresses, api, control, type Mail } from '../support/product.ts'

export type Announcement = { id: string; title: string; stage: string; version: number }

export const words = (audience: string) => ({
  body: 'Mail arrives late. Please use the phone for what is urgent.',
  stage: 'investigating',
  audience,
  components: [{ id: 'cmp_vpn', state: 'degraded' }],
})

export const over = { stage: 'resolved', body: 'It is over.' }

const HOUR = 3600

/** Publishes as the incident manager for an hour, and ends when everybody has been told. */
export async function publish(fields: object): Promise<Announcement> {
  const { now } = await control.clock()
  const announcement = { endsAt: later(now, HOUR), ...fields }
  const { status, body } = await api('ines').post<Announcement>('/announcements', announcement)
  expect(status).toBe(201)
  await settled()
  return body
}

/** Lets what was published here come to its end, so that the next tests begin with a quiet portal. */
export const letEnd = () => control.advance(HOUR + 60)

/** Who got a mail about an announcement, by the number of the word that it tells. Fails when one came twice. */
export async function readersOf(title: string): Promise<Record<string, string[]>> {
  const mails = (await control.mail()).filter(({ subject }) => subject.includes(title))
  const byWord: Record<string, string[]> = {}
  for (const mail of mails) byWord[wordOf(mail)] = [...(byWord[wordOf(mail)] ?? []), ...mail.to].sort()
  expect(new Set(mails.map(sendKeyOf)).size).toBe(mails.length)
  return byWord
}
const wordOf = (mail: Mail) => /D:(\d+):/.exec(sendKeyOf(mail))?.[1] ?? ''

export const toAll = (people: readonly string[]) => people.map(addressOf).sort()

export const statusFile = async (path: string) => {
  const response = await fetch(`${addresses().status}${path}`)
  return { status: response.status, text: await response.text() }
}
