import { durationOf } from '../lib/duration.ts'

const often = 1000
/** How often a job that runs is asked how far it is, in ticks. */
const jobTicks = 2
/** How often somebody who looks at an incident says so, in ticks. */
const presenceTicks = 30

const each = (selector: string, act: (element: HTMLElement) => void) => {
  for (const element of document.querySelectorAll<HTMLElement>(selector)) act(element)
}

/** Only what differs is written: screen readers and selections stay undisturbed. */
const write = (element: HTMLElement, text: string) => {
  if (element.textContent !== text) element.textContent = text
}

function countDown(now: number) {
  each('[data-due]', (element) => {
    const { due = '', left = '#', over = '#' } = element.dataset
    const rest = Date.parse(due) - now
    write(element, (rest >= 0 ? left : over).replace('#', durationOf(rest)))
  })
  each('[data-starts]', (element) => {
    const rest = Math.max(0, Math.ceil((Date.parse(element.dataset.starts ?? '') - now) / 1000))
    each('[data-seconds]', (seconds) => write(seconds, String(rest)))
  })
}

const isBusy = () =>
  document.querySelector('[data-keys="rows"] input:checked, [popover]:popover-open, dialog[open]') !== null

/** The page as it is by then; never under the hands of somebody who is at work in it. */
function reload() {
  if (!isBusy()) location.reload()
}

async function followJob(element: HTMLElement, now: number) {
  if (element.dataset.starts && Date.parse(element.dataset.starts) > now) return
  const answer = await fetch(element.dataset.job ?? '', { headers: { accept: 'application/json' } })
  if (!answer.ok) return
  const { state, done, total } = (await answer.json()) as { state: string; done: number; total: number }
  const bar = element.querySelector('progress')
  if (bar && state === 'running') Object.assign(bar, { value: done, max: total })
  else if (state !== 'waiting') reload()
}

async function sayPresent(element: HTMLElement) {
  const answer = await fetch(element.dataset.presence ?? '', { headers: { accept: 'text/plain' } })
  if (answer.ok) write(element, await answer.text())
}

/** Countdowns by the API's clock, the progress of a job, and who else is here. A hidden page rests. */
export function tick(): () => void {
  const server = document.querySelector<HTMLElement>('[data-now]')?.dataset.now
  const ahead = server ? Date.parse(server) - Date.now() : 0
  let ticks = 0
  let asking = false
  const timer = setInterval(() => {
    if (document.hidden) return
    ticks += 1
    const now = Date.now() + ahead
    countDown(now)
    const asks: Promise<void>[] = []
    if (ticks % jobTicks === 0 && !asking) each('[data-job]', (job) => asks.push(followJob(job, now)))
    if (ticks % presenceTicks === 0) each('[data-presence]', (line) => asks.push(sayPresent(line)))
    if (asks.length === 0) return
    asking = true
    void Promise.allSettled(asks).then(() => {
      asking = false
    })
  }, often)
  return () => clearInterval(timer)
}
