import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectAccessible, openPage, signIn, troublesOf } from '../support/browser.ts'
import { eventually } from '../support/deadline.ts'
import { move, readIncident, report, resolution, unique } from '../support/incidents.ts'
import { addresses, control } from '../support/product.ts'

const rowOf = (page: Page, id: string) => page.locator(`tr[id="${id}"]`)
const statesOf = (ids: string[]) => Promise.all(ids.map(async (id) => (await readIncident(id)).state))

/** The keys work as soon as the page's script does. */
const pressUntil = (page: Page, key: string, selector: string) =>
  eventually(async () => {
    await page.keyboard.press(key)
    return page.locator(selector).count()
  })

/** Some that lie side by side in a list of their own: all are of one requester and have words that no other has. */
async function several(count: number) {
  const word = unique('Queuetest').replaceAll(/[\s-]/g, '')
  const reports = Array.from({ length: count }, (_, place) => report(`${word} desk ${place}`))
  const ids = (await Promise.all(reports)).map(({ id }) => id)
  const list = `/queue?view=all&q=${word}`
  return { word, ids: ids.toSorted(), list }
}

/** The index follows the table by itself. */
const openList = async (page: Page, list: string, rows: number) => {
  await eventually(async () => {
    await page.goto(`${addresses().portal}${list}`)
    return (await page.locator('.queue tbody tr').count()) === rows
  })
}

describe('many at once', () => {
  test('are closed after ten seconds, and stay as they are when it is undone in time', async () => {
    const { ids, list } = await several(3)
    await Promise.all(ids.map((id) => move(id, 'ana', resolution)))
    const ana = await openPage('desk')
    const troubles = troublesOf(ana)
    await signIn(ana, 'ana', '/queue')
    await openList(ana, list, 3)

    const pickAll = async () => {
      for (const id of ids) await rowOf(ana, id).getByRole('checkbox').check()
      await ana.locator('.bulk-bar').getByRole('button', { name: 'Close', exact: true }).click()
      await ana.waitForURL(/job=job_/)
    }
    await pickAll()
    expect(await ana.locator('.bulk-banner').innerText()).toMatch(/3 incidents will be closed in \d+ s/)
    await expectAccessible(ana)
    await ana.getByRole('button', { name: 'Undo' }).click()
    await ana.getByText('Undone in time').waitFor()
    await control.advance(20)
    expect(await statesOf(ids)).toEqual(['resolved', 'resolved', 'resolved'])

    await ana.goto(`${addresses().portal}${list}`)
    await pickAll()
    await control.advance(20)
    expect(await statesOf(ids)).toEqual(['closed', 'closed', 'closed'])
    await ana.reload()
    expect(await ana.locator('.bulk-banner').innerText()).toContain('3 incidents are closed.')
    expect(troubles).toEqual([])
  })

  test('work without script, with what is missing asked for on a page of its own', async () => {
    const { ids, list } = await several(2)
    const ana = await openPage('phone', { javaScriptEnabled: false })
    await signIn(ana, 'ana', '/queue')
    await openList(ana, list, 2)
    for (const id of ids) await rowOf(ana, id).getByRole('checkbox').check()
    await ana.getByRole('button', { name: 'Cancel…' }).click()
    await ana.getByRole('button', { name: 'Cancel them' }).click()
    expect(await ana.getByRole('alert').innerText()).toContain('Say why')
    await ana.locator('#bulk-reason').fill('Reported by mistake')
    await ana.getByRole('button', { name: 'Cancel them' }).click()
    await ana.waitForURL(/job=job_/)
    expect(await ana.locator('.bulk-banner').innerText()).toContain('2 incidents will be canceled')
    await ana.getByRole('button', { name: 'Undo' }).click()
    expect(await ana.locator('.bulk-banner').innerText()).toContain('Undone in time')
    expect(await statesOf(ids)).toEqual(['new', 'new'])
  })
})

describe('the queue by keys', () => {
  test('finds, walks, picks and acknowledges without a mouse, and says how', async () => {
    const { ids, list, word } = await several(2)
    const ana = await openPage('desk')
    await signIn(ana, 'ana', '/queue')
    await openList(ana, list, 2)
    await pressUntil(ana, '?', 'dialog[open]')
    expect(await ana.locator('dialog[open]').innerText()).toContain('Acknowledge')
    await expectAccessible(ana)
    await ana.keyboard.press('Escape')

    await ana.keyboard.press('j')
    const first = await ana.locator('tr:has(a:focus)').getAttribute('id')
    expect(ids).toContain(first)
    await ana.keyboard.press('x')
    expect(await ana.locator('.bulk-count').innerText()).toBe('1 picked')
    await ana.keyboard.press('x')
    await ana.keyboard.press('a')
    await ana.getByText('Acknowledged. Nobody else will be paged for now.').waitFor()
    expect(await readIncident(first ?? '')).toMatchObject({ acknowledgedBy: { id: 'ana' } })

    await pressUntil(ana, '/', '#search:focus')
    await ana.keyboard.type(`j${word}`)
    expect(await ana.locator('#search').inputValue()).toBe(`j${word}`)
    await ana.locator('#search').fill(word)
    await ana.keyboard.press('Enter')
    await ana.waitForURL(/q=Queuetest/i)
    expect(await ana.locator('.queue mark').first().innerText()).toBe(word)
    await eventually(async () => {
      await ana.keyboard.press('g')
      await ana.keyboard.press('q')
      return new URL(ana.url()).search === ''
    })
  })

  test('are silent once they are switched off', async () => {
    const ana = await openPage('desk')
    await signIn(ana, 'ana', '/queue?view=all')
    await pressUntil(ana, '?', 'dialog[open]')
    await ana.getByLabel('Single keys work on this browser').uncheck()
    await ana.keyboard.press('Escape')
    await ana.keyboard.press('j')
    expect(await ana.locator('.queue a:focus').count()).toBe(0)
    await ana.keyboard.press('?')
    expect(await ana.locator('dialog[open]').count()).toBe(0)
  })
})

test('a view is saved under a name, and let go again', async () => {
  const ben = await openPage('desk')
  await signIn(ben, 'ben', '/queue?view=all&priority=P5&sort=oldest')
  await ben.locator('summary', { hasText: 'Save this view' }).click()
  const name = unique('Small ones')
  await ben.locator('#view-name').fill(name)
  await ben.getByRole('button', { name: 'Save', exact: true }).click()
  await ben.getByText('Your view is saved.').waitFor()
  await ben.goto(`${addresses().portal}/queue`)
  await ben.getByRole('link', { name }).click()
  await ben.waitForURL('**/queue?view=all&priority=P5&sort=oldest')
  await ben.getByRole('button', { name: 'Remove this view' }).click()
  await ben.getByText('Your view is removed.').waitFor()
  expect(await ben.getByRole('link', { name }).count()).toBe(0)
})

test('an escalation without a summary is not sent, and with one it moves', async () => {
  const { id } = await report(unique('Beyond the first level'))
  const ana = await openPage('desk')
  await signIn(ana, 'ana', `/incidents/${id}`)
  await ana.locator('summary', { hasText: 'Escalate' }).click()
  await ana.getByRole('button', { name: 'Escalate', exact: true }).click()
  expect(await ana.getByRole('alert').innerText()).toContain('Write what was found and tried')
  await ana.locator('#summary').fill('Restarted it, read its log: nothing.')
  await ana.getByRole('button', { name: 'Escalate', exact: true }).click()
  await ana.getByText('Escalated. The team has your summary.').waitFor()
  expect(await ana.locator('.timeline').innerText()).toContain('Restarted it, read its log: nothing.')
  expect(await readIncident(id)).not.toMatchObject({ teamId: 'team_service_desk' })
})
