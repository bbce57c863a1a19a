import { describe, expect, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { saturday, weekAhead } from './drawn-week.ts'

const calendar = (query: string) => `/on-call/sch_service_desk${query}`

describe('the dialog of a calendar, left with Escape', () => {
  test('gives the focus back to where it was drawn from, and to the block that was pressed', async () => {
    const page = await openPage('desk')
    const { drawOver } = await weekAhead(page, calendar)
    const dialog = page.getByRole('dialog')
    const leave = async () => {
      await dialog.waitFor()
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
    }
    await drawOver([saturday, 10], [saturday, 12], [saturday, 14])
    await page.mouse.up()
    await leave()
    await page.locator('.week-blocks').nth(saturday).locator('.block a:focus').waitFor()

    const block = page.locator('.week-blocks').first().locator('.block a').first()
    const address = await block.getAttribute('href')
    await block.click()
    await leave()
    await page.locator('.block a:focus').waitFor()
    expect(await page.locator('.block a:focus').getAttribute('href')).toBe(address)
  })
})
