import type { Locator, Page } from 'playwright-core'
import { signIn } from '../support/browser.ts'
import { control } from '../support/product.ts'

export const [friday, saturday] = [4, 5] as const
type Moment = readonly [column: number, hour: number]

/** Points at days and hours of the week that a page shows, once its script is there. */
export async function weekAhead(page: Page, pathOf: (query: string) => string) {
  const now = Date.parse((await control.clock()).now)
  await signIn(page, 'ana', pathOf(`?date=${new Date(now + 7 * 86_400_000).toISOString().slice(0, 10)}`))
  await page.locator('[data-week="drawable"]').waitFor()
  const columns = page.locator('.week-blocks')
  await columns.first().scrollIntoViewIfNeeded()
  const pointAt = async ([column, hour]: Moment) => {
    const box = await columns.nth(column).boundingBox()
    if (!box) throw new Error('There is no such day.')
    await page.mouse.move(box.x + box.width / 2, box.y + (box.height * hour) / 24)
  }
  return {
    dateOf: (column: number) => columns.nth(column).getAttribute('data-date'),
    /** Presses at the first moment and goes over the others, without letting go. */
    async drawOver(first: Moment, ...others: Moment[]) {
      await pointAt(first)
      await page.mouse.down()
      for (const moment of others) await pointAt(moment)
    },
  }
}

/** From when until when somebody stands in, as the form has it. */
export const termsIn = (form: Locator): Promise<string[]> =>
  Promise.all(
    ['fromDate', 'fromTime', 'toDate', 'toTime'].map((name) => form.locator(`#${name}`).inputValue()),
  )
