import * as z from 'zod/mini'
import type { Text } from '../runtime/text.ts'

/** An id that somebody chose: with its underscore it is never an address of its own, such as `order`. */
export const ChosenId = z.string().check(z.maxLength(64), z.regex(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/))

/** An id made of the name: `svc_mail_gateway`, or with a number where that is taken. */
export function idFor(prefix: string, name: string | Text, taken: readonly string[]): string {
  const words = (typeof name === 'string' ? name : name.en)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40)
    .replace(/_+$/, '')
  const base = words === '' ? prefix : `${prefix}_${words}`
  const numbered = (count: number): string => {
    const id = count === 1 && words !== '' ? base : `${base}_${count}`
    return taken.includes(id) ? numbered(count + 1) : id
  }
  return numbered(1)
}

/** A list in the order of these ids; what they leave out follows in the order it had. */
export function ordered<Item extends { id: string }>(items: readonly Item[], ids: readonly string[]): Item[] {
  const place = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length)
  return [...items].sort((a, b) => place(a.id) - place(b.id))
}
