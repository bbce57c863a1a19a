import { Refusal, type RefusalCode, type RefusalExtras } from '../runtime/refusal.ts'
import type { Text } from '../runtime/text.ts'

/** Why something that a source sent was not taken; counted by these words on the page of the source. */
export const reasons = [
  'wrong_key',
  'expired_key',
  'retired',
  'wrong_kind',
  'too_large',
  'unsupported_type',
  'malformed',
  'unknown_version',
  'unknown_shape',
  'lacks_field',
  'too_many_labels',
  'too_many_alerts',
  'forged',
  'outdated',
  'replayed',
  'unverified_sender',
  'unavailable',
] as const
export type Reason = (typeof reasons)[number]

/** What comes again, or was taken before: nothing is lost by not taking it. */
const harmless = ['unavailable', 'replayed'] as const satisfies Reason[]
/** Why alerts are lost until somebody does something about it. */
export type LosingReason = Exclude<Reason, (typeof harmless)[number]>
export const isLosing = (reason: Reason): reason is LosingReason =>
  harmless.every((one: Reason) => one !== reason)

/** A no to a source. What it sent is kept for the mapping editor only where its key was right and its size is. */
export class Refused extends Refusal {
  readonly reason: Reason

  constructor(reason: Reason, code: RefusalCode, sentence: Text, extras: RefusalExtras = {}) {
    super(code, sentence, extras)
    this.reason = reason
  }
}

export type Wrong = { path: string; message: Text }

/** It was read, but it is not what this kind of source sends. */
export const unfit = (reason: Reason, errors: readonly Wrong[], sentence: Text = doesNotFit): Refused =>
  new Refused(reason, 'incomplete', sentence, { errors: [...errors] })

const doesNotFit: Text = {
  en: 'This is not what a source of this kind sends. The list says where.',
  de: 'Das ist nicht, was eine Quelle dieser Art sendet. Die Liste sagt, wo.',
}

export const unknownVersion = (sender: string, version: unknown, known: string): Refused => {
  const said = typeof version === 'string' || typeof version === 'number' ? `“${version}”`.slice(0, 40) : '–'
  return unfit(
    'unknown_version',
    [{ path: 'version', message: { en: `Known is ${known}.`, de: `Bekannt ist ${known}.` } }],
    {
      en: `${sender} sent version ${said} of its payload. Known is version ${known}.`,
      de: `${sender} hat Version ${said} seiner Nachricht gesendet. Bekannt ist Version ${known}.`,
    },
  )
}

/** What the codes of the pipeline of operations mean here. */
const reasonOfCode: Partial<Record<RefusalCode, Reason>> = {
  too_large: 'too_large',
  unsupported_type: 'unsupported_type',
  malformed: 'malformed',
  unavailable: 'unavailable',
}

/** The word that a refusal is counted by; undefined for what is none. */
export function reasonOf(error: unknown): Reason | undefined {
  if (error instanceof Refused) return error.reason
  return error instanceof Refusal ? (reasonOfCode[error.code] ?? 'unknown_shape') : undefined
}
