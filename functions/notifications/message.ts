import type { Mail } from '../mail/compose.ts'

/** One message in the words of every channel; each channel takes what it has room for. */
export type Message = Omit<Mail, 'to' | 'sendKey'> & {
  /** The whole of it in a sentence or two, the most important first: a text message cuts the end. */
  words: string
  /** Where it is acted upon. */
  url?: string
}
