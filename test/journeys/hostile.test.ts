import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openPage, signIn, troublesOf } from '../support/browser.ts'
import { addressOf, mailsAbout, readIncident, report, settled, unique } from '../support/incidents.ts'
import { addresses, api, type Mail } from '../support/product.ts'
import { fillReport, numberOf } from './report-form.ts'

const mark = 'globalThis.evenkeelRan = 1'
const attack = `"><script>${mark}</script><img src=x onerror="${mark}">'&lt;{{7*7}}`
const mixed = [
  attack,
  `</p></textarea></title><svg onload="${mark}"><iframe srcdoc="<script>${mark}</script>">`,
  `[a link](javascript:${mark}) <a href="javascript:${mark}">a link</a> <!-- ]]> --> \${7*7} %0d%0aBcc:x`,
  `Emoji 👩‍👩‍👧‍👦 🇪🇺 é (e + accent), right to left: مرحبا بالعالم, turned: \u202Egpj.exe\u202C.`,
].join('\n\n')
const tenThousand = mixed.padEnd(10_000, 'Überlänge ist erlaubt. ')

/** Opens pages and answers what ran, stepped in or was refused on the way: nothing, if all of it stayed text. */
async function visited(page: Page, urls: string[]): Promise<unknown[]> {
  const troubles: unknown[] = troublesOf(page)
  for (const url of urls) {
    await page.goto(url)
    const ran = await page.evaluate('globalThis.evenkeelRan')
    const injected = await page
      .locator('img[src="x"], svg[onload], iframe[srcdoc], a[href^="javascript"]')
      .count()
    if (ran !== undefined || injected > 0) troubles.push({ url, ran, injected })
  }
  return troubles
}

const textsOf = (page: Page, selector: string) => page.locator(selector).allTextContents()

describe('a report full of markup, quotes, emoji and right-to-left text', () => {
  test('stays text wherever requester and agent read it, and in the mail', { timeout: 180_000 }, async () => {
    const title = unique(attack)
    const riley = await openPage('phone')
    await signIn(riley, 'riley', '/report')
    await fillReport(riley, {
      title,
      description: tenThousand,
      urgency: 'Yes, it can wait',
      impact: 'Just me',
    })
    await riley.getByRole('button', { name: 'Send the report' }).click()
    const id = await numberOf(riley)
    expect(await readIncident(id, 'riley')).toMatchObject({ title, description: tenThousand })
    const note = `Internal ${attack}`
    await api('ana').post(`/incidents/${id}/comments`, { body: note, visibility: 'internal' })
    await api('ana').post(`/incidents/${id}/comments`, { body: mixed, visibility: 'public' })
    await settled()

    const at = addresses()
    const own = `${at.portal}/incidents/${id}`
    expect(await visited(riley, [`${at.portal}/`, `${at.portal}/incidents`, own])).toEqual([])
    expect(await textsOf(riley, 'h1')).toEqual([title])
    const rileyReads = await textsOf(riley, '.prose')
    expect(rileyReads).toContain(tenThousand)
    expect(rileyReads).toContain(mixed)

    const ana = await openPage('desk')
    await signIn(ana, 'ana', '/queue')
    expect(await visited(ana, [`${at.portal}/queue?view=all&priority=P5`])).toEqual([])
    const listed = await textsOf(ana, 'table a')
    expect(listed.filter((text) => text.endsWith(title))).toHaveLength(1)
    expect(await visited(ana, [own])).toEqual([])
    expect(await textsOf(ana, 'h1')).toEqual([title])
    const anaReads = await textsOf(ana, '.prose')
    for (const text of [tenThousand, mixed, note]) expect(anaReads).toContain(text)

    const mails = await mailsAbout(id, 'riley')
    expect(mails.map((mail) => mail.subject)).toEqual([
      `[${id}] We have your report: ${title}`,
      `[${id}] Ana Ruiz wrote to you: ${title}`,
    ])
    const reader = await openPage('desk')
    for (const mail of mails) {
      expect(mail.text).toContain(attack)
      const read = [`${at.mail}/mail/${mail.id}/html`, `${at.mail}/?id=${mail.id}`]
      expect(await visited(reader, read.slice(0, 1))).toEqual([])
      const shown = await reader.locator('.quote').textContent()
      expect(shown).toContain(attack)
      expect(await visited(reader, read.slice(1))).toEqual([])
    }
    expect(mails[0]?.text).not.toContain(tenThousand)
  })
})

describe('line breaks in a title', () => {
  const headersOf = ({ to, headers }: Mail) => ({ to, bcc: headers.bcc, evil: headers['x-evil'] })

  test('become spaces, and no header of a mail', async () => {
    const words = unique('Printer')
    const { id, title } = await report(
      `${words}\r\nBcc: ${addressOf('ben')}\r\nX-Evil: 1\r\n\r\n<script>${mark}</script>`,
    )
    expect(title).toBe(`${words} Bcc: ${addressOf('ben')} X-Evil: 1 <script>${mark}</script>`)

    await settled()
    const [mail, ...more] = await mailsAbout(id)
    expect(more).toEqual([])
    expect(mail && headersOf(mail)).toEqual({ to: [addressOf('riley')], bcc: undefined, evil: undefined })
    expect(mail?.subject).toBe(`[${id}] We have your report: ${title}`)
  })

  test('that come encoded or turn the reading direction do not reach the subject', async () => {
    const { id, title } = await report(unique('=?utf-8?Q?a=0D=0ABcc:_ben?= \u202Egpj.exe'))
    expect(title).toContain('\u202E')

    await settled()
    const [mail] = await mailsAbout(id)
    expect(mail && headersOf(mail)).toEqual({ to: [addressOf('riley')], bcc: undefined, evil: undefined })
    expect(mail?.subject).toContain('= ?utf-8?Q?a=0D=0ABcc:_ben?= gpj.exe')
  })
})
