import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openPage, signIn } from '../support/browser.ts'
import {
  addressOf,
  clockAfter,
  type Incident,
  linkIn,
  move,
  pagesAbout,
  report,
  resolution,
  settled,
  unique,
  urgent,
} from '../support/incidents.ts'
import { addresses, api, control } from '../support/product.ts'

const MINUTE = 60
const at = (path: string) => `${addresses().portal}${path}`
const main = (page: Page) => page.locator('main').innerText()

type Policy = { id: string; name: string; priorities: string[]; steps: object[] }
const policies = async () => (await api('omar').get<{ items: Policy[] }>('/escalation-policies')).body.items
const byName = async (name: string) => (await policies()).find((policy) => policy.name === name)

describe('an escalation policy', () => {
  const name = unique('Nights')

  test('is written, tried for a Sunday night in Berlin, and saved', async () => {
    const omar = await openPage('desk')
    await signIn(omar, 'omar', '/set-up/escalation-policies/new')
    await omar.locator('#name').fill(name)
    await omar.locator('[name="steps.0.targets.0"]').selectOption('person:chen')
    await omar.getByRole('button', { name: 'Add a step' }).click()
    await omar.locator('[name="steps.1.delayMinutes"]').fill('10')
    await omar.locator('[name="steps.1.targets.0"]').selectOption('team:team_infrastructure')
    await omar.locator('[name="try.time"]').fill('02:30')
    await omar.locator('[name="try.zone"]').fill('Europe/Berlin')
    await omar.getByRole('button', { name: 'Simulate' }).click()

    const answer = omar.locator('.run')
    await answer.waitFor()
    expect(await answer.innerText()).toMatch(/P1, Sunday.*02:30, Berlin/)
    expect(await answer.innerText()).toContain('+5 min')
    expect(await answer.innerText()).toContain('+15 min')
    expect(await answer.innerText()).toContain('Chen Wei')
    expect(await answer.innerText()).toContain('Then nobody else is told')
    expect(await byName(name)).toBeUndefined()
    await expectAccessible(omar)

    await omar.getByRole('button', { name: 'Save' }).last().click()
    await omar.getByRole('status').getByText('Saved.').waitFor()
    expect(await byName(name)).toMatchObject({
      steps: [
        { delayMinutes: 5, targets: [{ kind: 'person', id: 'chen' }] },
        { delayMinutes: 10, targets: [{ kind: 'team', id: 'team_infrastructure' }] },
      ],
    })
  })

  test('says what it lacks beside its step, on a phone, in German and without script', async () => {
    const omar = await openPage('phone', { javaScriptEnabled: false })
    await signIn(omar, 'omar', '/set-up/escalation-policies/new')
    await omar.getByRole('button', { name: 'Simulate' }).click()
    expect(await omar.locator('.error-summary').innerText()).toContain('Not quite yet')
    await omar.getByRole('button', { name: 'Deutsch' }).click()
    await omar.goto(at('/set-up/escalation-policies/new'))
    expect(await omar.locator('.simulation').innerText()).toContain('Vor dem Speichern proben')
    await omar.getByRole('button', { name: 'English' }).click()
  })

  afterAll(async () => {
    const policy = await byName(name)
    if (!policy) return
    const { etag } = await api('omar').get(`/escalation-policies/${policy.id}`)
    await api('omar').send('DELETE', `/escalation-policies/${policy.id}`, undefined, { ifMatch: etag ?? '' })
  })
})

describe('my notifications', () => {
  test('are set, tried, and read in the mail that comes', async () => {
    const chen = await openPage('desk')
    await signIn(chen, 'chen')
    await chen.locator('.account summary').click()
    await chen.getByRole('link', { name: 'My notifications' }).click()
    await chen.locator('#phone').fill('+49 30 1234567')
    await chen.locator('[id="quietHours.from"]').fill('22:00')
    await chen.locator('[id="quietHours.to"]').fill('06:30')
    await chen.getByRole('button', { name: 'Save' }).last().click()
    await chen.getByRole('status').getByText('Saved.').waitFor()
    expect(await chen.locator('.my-channels').innerText()).toContain('+49301234567')
    await expectAccessible(chen)

    const { now } = await control.clock()
    await chen.getByRole('button', { name: 'Send a test by Email' }).click()
    await chen.getByRole('status').getByText('on its way').waitFor()
    await settled()
    const mails = await control.mail({ to: addressOf('chen'), since: now })
    expect(mails.length).toBeGreaterThan(0)
    await chen.getByRole('button', { name: 'Send a test by Text message' }).click()
    await chen.getByRole('status').getByText('on its way').waitFor()
    await settled()
    expect((await control.texts()).map(({ to }) => to)).toContain('+49301234567')
    await chen
      .locator('#tested-sms')
      .getByText(/sent|delivered/)
      .waitFor()
    expect(await chen.locator('.my-channels li').first().innerText()).toMatch(/sent|delivered/)
  })

  test('keep rules of my own, row by row and without script', async () => {
    const chen = await openPage('phone', { javaScriptEnabled: false })
    await signIn(chen, 'chen', '/me/notifications')
    await chen.locator('.own-rules .card-check').click()
    await chen.getByRole('button', { name: 'Add a way' }).first().click()
    await chen.locator('.own-rules li').last().waitFor()
    await chen.getByRole('button', { name: 'Save' }).last().click()
    await chen.getByRole('status').getByText('Saved.').waitFor()
    expect((await api('chen').get<{ source: string }>('/me/notifications')).body.source).toBe('own')
    await chen.locator('.own-rules .card-check').click()
    await chen.getByRole('button', { name: 'Save' }).last().click()
    expect((await api('chen').get<{ source: string }>('/me/notifications')).body.source).toBe('default')
  })

  test('of a requester are what concerns them, and a trigger of theirs tells them', async () => {
    const riley = await openPage('phone')
    await signIn(riley, 'riley', '/me/notifications')
    expect(await riley.locator('#phone').count()).toBe(0)
    await riley.locator('summary', { hasText: 'Add something' }).click()
    const name = unique('Mine is taken')
    await riley.locator('[id="new.name"]').fill(name)
    await riley.getByLabel('acknowledged', { exact: true }).check()
    await riley.getByRole('button', { name: 'Add it' }).click()
    await riley.getByRole('status').getByText('Added.').waitFor()
    expect(await riley.locator('.my-list').first().innerText()).toContain(name)
    await expectAccessible(riley)

    const { id } = await report(unique('Somebody should see this'))
    await settled()
    const before = (await control.mail({ to: addressOf('riley') })).length
    await api('ana').act(`/incidents/${id}`, 'acknowledge')
    await settled()
    expect((await control.mail({ to: addressOf('riley') })).length).toBeGreaterThan(before)
    await riley.getByRole('button', { name: `Remove “${name}”` }).click()
    await riley.getByRole('status').getByText('Removed.').waitFor()
    expect(await main(riley)).not.toContain(name)
  })
})

describe('a page', () => {
  let incident: Incident

  beforeAll(async () => {
    incident = await report(unique('Orders stand still'), urgent)
    await clockAfter(incident.createdAt, 5 * MINUTE)
  })
  afterAll(async () => {
    await move(incident.id, 'ana', resolution)
  })

  test('is acknowledged with one tap on a phone, which then says who has it and until when', async () => {
    const [mail] = await pagesAbout(incident.id)
    if (!mail) throw new Error('Nobody was paged.')
    const phone = await openPage('phone')
    await phone.goto(linkIn(mail, '/a/').url)
    await expectAccessible(phone)
    const button = phone.getByRole('button', { name: 'Acknowledge', exact: true })
    const box = await button.boundingBox()
    expect(box?.height).toBeGreaterThan(80)
    // Above the fold, without scrolling.
    expect((box?.y ?? 1000) + (box?.height ?? 0)).toBeLessThan(740)
    await button.tap()
    await phone.getByText('acknowledged this').waitFor()
    expect(await main(phone)).toContain('Nobody else is paged until')
    await expectAccessible(phone)
  })

  test('stands on its incident with its reason, and so does why somebody was not told', async () => {
    const ben = await openPage('desk')
    await signIn(ben, 'ben', `/incidents/${incident.id}`)
    const told = await ben.locator('section', { has: ben.locator('#told') }).innerText()
    expect(told).toContain('Ana Ruiz')
    expect(told).toContain('step 1 of')
    await ben.locator('summary', { hasText: 'Why was somebody not told?' }).click()
    await ben.getByRole('button', { name: 'Find out' }).click()
    await ben.locator('#why').waitFor()
    expect(new URL(ben.url()).searchParams.get('why')).toBe('ben')
    expect((await ben.locator('.why').innerText()).length).toBeGreaterThan(30)
    expect(await ben.locator('.timeline').innerText()).toMatch(/Step 1 of the escalation: .* paged/)
    await expectAccessible(ben)
  })

  test('comes although its incident is muted, which its page says', async () => {
    const riley = await openPage('phone')
    await signIn(riley, 'riley', `/incidents/${incident.id}`)
    await riley.getByRole('button', { name: 'Mute this incident' }).click()
    await riley.getByRole('status').getByText('the page still comes').waitFor()
    await riley.goto(at('/me/notifications'))
    await riley.getByRole('button', { name: `Unmute ${incident.id}` }).click()
    await riley.getByText('You hear of it again.').waitFor()
  })
})

test('administrators set what counts for everybody', async () => {
  const omar = await openPage('desk')
  await signIn(omar, 'omar', '/set-up/notifications')
  await omar.getByRole('group', { name: 'Always, for urgent pages' }).getByLabel('Text message').check()
  await omar.getByRole('button', { name: 'Save' }).last().click()
  await omar.getByRole('status').getByText('Saved.').waitFor()
  const chen = await openPage('desk')
  await signIn(chen, 'chen', '/me/notifications')
  expect(await chen.locator('.my-channels').innerText()).toContain('Set by your organisation')
  await omar.goto(at('/set-up/notifications'))
  await omar.getByRole('group', { name: 'Always, for urgent pages' }).getByLabel('Text message').uncheck()
  await omar.getByRole('button', { name: 'Save' }).last().click()
  await omar.goto(at('/set-up/triggerDefaults'))
  await expectAccessible(omar)
})
