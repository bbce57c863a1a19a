import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openPage, signIn, troublesOf } from '../support/browser.ts'
import { unique } from '../support/incidents.ts'
import { api, control } from '../support/product.ts'
import { press, told, unfold } from './schedule-form.ts'

type Silence = { id: string; reason: string; endsAt: string; state: string }

const pictures = resolve('build/screenshots')
const name = unique('Payroll jobs')
const host = unique('job')
const title = `Payroll stopped on ${host}`
const reason = unique('The new disk comes on Monday')
const alerts = [{ what: 'Payroll stopped', sev: 'P1', where: { host } }]
const sender = { url: '', key: '' }
let incident = ''

beforeAll(() => {
  mkdirSync(pictures, { recursive: true })
})

const picture = (page: Page, file: string) =>
  page.screenshot({ path: `${pictures}/alerts-${file}.png`, fullPage: true })

/** Posts as a sender does that knows no more than what the page of the key said. */
const post = async (body: unknown) => {
  const headers = { authorization: `Bearer ${sender.key}`, 'content-type': 'application/json' }
  return (await fetch(sender.url, { method: 'POST', headers, body: JSON.stringify(body) })).status
}

async function silencesOf(state: 'active' | 'ended'): Promise<Silence[]> {
  const { body } = await api('ana').get<{ items: Silence[] }>(`/silences?state=${state}`)
  return body.items.filter((one) => one.reason === reason)
}

describe('alerts', () => {
  test('come from a source whose key is shown once', async () => {
    const page = await openPage('desk')
    const troubles = troublesOf(page)
    await signIn(page, 'omar', '/alerts/sources/new')
    await page.locator('#name').fill(name)
    await page.getByText('Anything that posts JSON').click()
    await press(page, 'Add it and show its key')
    await told(page, 'This page shows its key once')
    sender.url = await page.locator('#url').inputValue()
    sender.key = await page.locator('#key').inputValue()
    expect(await page.locator('pre').innerText()).toContain(sender.key)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Go to the source' }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    expect(await page.content()).not.toContain(sender.key)
    expect(troubles).toEqual([])
  })

  test('are mapped on what came last, which was refused before', async () => {
    expect(await post({ alerts })).toBe(422)
    const page = await openPage('desk')
    await signIn(page, 'omar', '/alerts/sources')
    await page.getByRole('link', { name }).click()
    await page.getByText('Lacks what is read').first().waitFor()
    const field = (path: string) => page.locator(`[name="mapping.${path}"]`)
    await unfold(page, 'Several alerts in one message')
    await field('items').fill('alerts')
    await field('title').fill('{{ what }} on {{ where.machine }}')
    await field('severity.path').fill('sev')
    await field('severity.critical').fill('P1, P2')
    await field('labels.0.path').fill('where.host')
    await field('title').fill('{{ nothing }}')
    await page.locator('[name="asks"][value="try"]').last().click()
    await page.getByText('That does not fit yet').waitFor()
    await field('title').fill('{{ what }} on {{ where.host }}')
    await page.locator('[name="asks"][value="try"]').last().click()
    await page.locator('#tried').getByText(title).waitFor()
    await expectAccessible(page)
    await picture(page, 'mapping')
    await page.locator('form[action$="/mapping"] .buttons').getByRole('button', { name: 'Save' }).click()
    await told(page, 'Saved. It counts from now on.')
    expect(await post({ alerts })).toBe(202)
  })

  test('are seen live with the way that they took, and on the incident that they opened', async () => {
    await control.advance(60)
    const page = await openPage('phone')
    await signIn(page, 'ana', '/alerts')
    await page.getByRole('link', { name: title }).click()
    const way = page.locator('.way')
    await way.getByText('It is new.').waitFor()
    incident = await page.locator('.facts .number').innerText()
    expect(await way.innerText()).toContain(`It outlasted the wait: ${incident} is open for it.`)
    await expectAccessible(page)
    await picture(page, 'way-phone')
    await page.getByRole('link', { name: incident }).click()
    const grouped = page.locator('.desk-alerts')
    expect(await grouped.innerText()).toContain('1 of 1 fire')
    expect(await grouped.getByRole('link', { name: title }).count()).toBe(1)
  })

  test('are silenced till Monday nine o’clock, and heard of again once that is ended', async () => {
    const page = await openPage('desk', { javaScriptEnabled: false })
    await signIn(page, 'ana', '/alerts')
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('link', { name: 'Silence this' }).click()
    expect(await page.locator('[name="matchers.0.value"]').inputValue()).toBe(host)
    await page.locator('[name="reason"]').fill(reason)
    await page.getByText('Till Monday 09:00').click()
    await press(page, 'Show what looks like this')
    await page.getByText('One alert that fires now looks like this.').waitFor()
    await press(page, 'Silence')
    await page.getByText('Silenced. It ends by itself.').waitFor()
    await picture(page, 'silences')
    const [silence] = await silencesOf('active')
    const end = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: 'Europe/Berlin', weekday: 'long', hour: '2-digit', minute: '2-digit' },
    }).format(new Date(silence?.endsAt ?? 0))
    expect(end).toMatch(/Monday.*09:00/)
    await page.locator(`#${silence?.id}`).getByRole('link').click()
    await press(page, 'End it now')
    await page.getByText('Ended. What still fires goes on its way.').waitFor()
    expect(await silencesOf('active')).toEqual([])
    expect(await silencesOf('ended')).toHaveLength(1)
  })
})
