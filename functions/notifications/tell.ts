import type { Person } from '../people/person.ts'
import { isReachable } from '../preferences/plan.ts'
import type { Channel, Preferences } from '../preferences/preferences.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Send } from './claim.ts'
import type { Message } from './message.ts'
import type { Post } from './post.ts'
import { readerOf } from './reader.ts'
import { type Sending, sendOnce, type Try } from './send-once.ts'

export type Telling = {
  person: Person
  preferences: Preferences
  /** The one that is wished for; without, the first by which the person wants to be told of what is not urgent. */
  channel?: Channel
  message: Message
}

/** The channel in which somebody is told something: the one that is wished for if they can be reached so, else mail. */
export function channelFor({ preferences, channel }: Pick<Telling, 'preferences' | 'channel'>): Channel {
  const wished = channel ?? preferences.rules?.normal[0]?.channel ?? 'mail'
  return isReachable(preferences, wished) ? wished : 'mail'
}

/**
 * Tells one person something by their way, once.
 * @throws Error when it may still leave on another try: the message comes again.
 */
export function tellPerson(
  post: Post,
  send: Send,
  moment: Instant | Try,
  { person, preferences, channel, message }: Telling,
): Promise<Sending> {
  const way = channelFor({ preferences, channel })
  return sendOnce(post, { ...send, channel: way }, moment, async () => ({
    message,
    to: { reader: readerOf(person), preferences },
  }))
}
