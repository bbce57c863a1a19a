import type { Key } from '../runtime/table.ts'

/** The name of one send, and the header that carries it: the same on every try, so that a second copy shows. */
export const sendKeyHeader = 'X-Evenkeel-Send'

const encode = (part: string) => encodeURIComponent(part).replaceAll('%23', ':')
const decode = (part: string) => decodeURIComponent(part.replaceAll(':', '%23'))

/** Spells the place of the item that stands for the send: `INC-000123/S:I000004:step-1:ana:mail`. */
export const formatSendKey = ({ pk, sk }: Key): string => `${encode(pk)}/${encode(sk)}`

/** The place of the item that stands for the send; undefined when this is none of our keys. */
export function parseSendKey(sendKey: string): Key | undefined {
  const [, pk, sk] = /^([^/\s]+)\/([^/\s]+)$/.exec(sendKey) ?? []
  if (!pk || !sk) return undefined
  try {
    return { pk: decode(pk), sk: decode(sk) }
  } catch {
    return undefined
  }
}
