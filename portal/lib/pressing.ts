import type { Answer } from './api.ts'
import type { Announcement, Page } from './contract.ts'

const patienceInMilliseconds = 2_000

const isPressing = ({ highPriority, stage }: Announcement): boolean => highPriority && stage !== 'resolved'

/**
 * What everybody must know now, whatever they came for. A page neither fails for it nor waits long: what the rest
 * of a page tells is worth as much when announcements do not answer.
 */
export async function pressingAmong(
  asked: Promise<Answer<Page<Announcement>>>,
  patience = patienceInMilliseconds,
): Promise<Announcement[]> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Announcement[]>((resolve) => {
    timer = setTimeout(resolve, patience, [])
  })
  const known = asked.then(
    ({ body }) => body.items.filter(isPressing),
    () => [],
  )
  return Promise.race([known, late]).finally(() => clearTimeout(timer))
}
