import { allowedPrivateHosts } from '../runtime/config.ts'
import { ForbiddenAddress, guardedPost } from '../runtime/guarded-fetch.ts'
import { NotTaken, saysNotNow } from './refused.ts'

export type HookPost = { url: string; headers: Record<string, string>; body: string }
/** What became of a call: taken, refused for good, or an error for another try. */
type HookAnswer = { taken: true } | { taken: false; note: string }
export type Hooks = { post(call: HookPost): Promise<HookAnswer> }

/** The receiver waited for the rest of the call and gave up; nobody knows what it made of the part that it had. */
const gaveUpWaiting = 408

/** Calls the webhooks that people gave, each within what the guard of outgoing requests allows. */
export function openHooks(allowedHosts: readonly string[] = allowedPrivateHosts()): Hooks {
  return {
    async post({ url, headers, body }) {
      const answer = await guardedPost(
        { url, body, headers: { 'content-type': 'application/json', 'user-agent': 'Evenkeel', ...headers } },
        { allowedHosts },
      ).catch(unlessForGood)
      if (typeof answer === 'string') return { taken: false, note: answer }
      const { status } = answer
      if (status >= 200 && status < 300) return { taken: true }
      const said = `The webhook answered ${status}.`
      if (saysNotNow(status)) throw new NotTaken(said)
      if (status >= 500 || status === gaveUpWaiting) throw new Error(said)
      return { taken: false, note: `http_${status}` }
    },
  }
}

/** A name that does not exist and an address that is none of the public network will be no better later. */
function unlessForGood(error: unknown): string {
  if (error instanceof ForbiddenAddress) return 'private_address'
  if (error instanceof Error && 'code' in error && error.code === 'ENOTFOUND') return 'unknown_host'
  throw error
}
