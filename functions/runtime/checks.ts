import type { Caller } from './caller.ts'
import type { Operation } from './operation.ts'
import { forbidden, notFound, Refusal } from './refusal.ts'
import { stale } from './stale.ts'

const nobody: Caller = {
  id: '',
  name: '',
  email: '',
  roles: [],
  teams: [],
  locale: 'en',
  zone: 'UTC',
  may: () => false,
}

/** Whether it asks for no person: it is for anyone, or for what sends a key that the operation verifies. */
export const isOpen = ({ action }: Pick<Operation, 'action'>): boolean =>
  action === 'anyone' || action === 'key'

/**
 * Who may go on with what was loaded: whoever is not known here learns nothing of what there is,
 * and what is not the caller's to see answers like what is not there.
 * @throws Refusal `not_found` or `forbidden`.
 */
export function allowed(operation: Operation, caller: Caller | undefined, subject: unknown): Caller {
  const { action, load, owns } = operation
  if (action !== 'anyone' && action !== 'key' && !caller) throw unknownPerson()
  if (load && subject === undefined) throw notFound()
  if (action === 'anyone' || action === 'key' || !caller) return caller ?? nobody
  const own = !load || !owns || owns(subject, caller)
  const sees = own || (operation.sees?.(subject, caller) ?? false)
  if (operation.seen && !caller.may(operation.seen, { own: sees })) throw notFound()
  if (!caller.may(action, { own })) throw owns && !own && !operation.seen ? notFound() : forbidden()
  return caller
}

/** @throws Refusal `precondition_required` without `If-Match`, `stale` with the current state when it is another. */
export function demandMatch(
  header: string | undefined,
  { etag, current }: Operation,
  subject: unknown,
  caller: Caller,
) {
  if (header === undefined) {
    throw new Refusal('precondition_required', {
      en: 'Send If-Match with the ETag you saw last, so that nobody’s work is overwritten.',
      de: 'Senden Sie If-Match mit dem zuletzt gesehenen ETag, damit keine Arbeit überschrieben wird.',
    })
  }
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (!tags.includes(etag?.(subject, caller) ?? '')) throw stale(current?.(subject, caller))
}

const unknownPerson = () =>
  new Refusal('forbidden', {
    en: 'You are signed in, but not yet known here. Ask an administrator to add you.',
    de: 'Sie sind angemeldet, aber hier noch nicht bekannt. Bitten Sie eine Administratorin oder einen Administrator, Sie hinzuzufügen.',
  })
