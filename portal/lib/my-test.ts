import { type AskedTest, channels, type MyNotifications } from './notify-contract.ts'

type Query = Record<string, string | string[] | undefined>

/** The page on which a test is awaited. Without a place on it, so that following it again asks again. */
export const testAddress = ({ channel, at }: AskedTest): string =>
  `/me/notifications?${new URLSearchParams({ tested: channel, at })}`

export function testIn({ tested, at }: Query): AskedTest | undefined {
  const channel = channels.find((one) => one === tested)
  if (!channel || typeof at !== 'string' || Number.isNaN(Date.parse(at))) return undefined
  return { channel, at: new Date(at).toISOString() }
}

/** What has not come by then is no longer awaited: the page may have been kept. */
const longestInMilliseconds = 10 * 60_000

/** @param last test of the channel, as it is listed */
export function isAwaited({ at }: AskedTest, last: MyNotifications['tests'][number] | undefined, now: Date) {
  if (now.getTime() - Date.parse(at) > longestInMilliseconds) return false
  return !last || Date.parse(last.at) < Date.parse(at) || last.status === 'claimed'
}
