import type { FormFields } from '../form.ts'
import { type Bent, instantOf } from '../wall-clock.ts'
import type { Span } from './contract.ts'

/** Sentences for what a form lacks. */
export type Lack = 'timeMissing' | 'endsBefore' | 'returnNotTheirs' | 'chooseShift'
type Errors = Record<string, Lack>
type Read<Body> = { body: Body; errors?: undefined } | { body?: undefined; errors: Errors }

type StandIn = Span & { personId: string; reason?: string; but?: Bent }

/** A form's wall-clock times of its zone as instants, and whether a clock change bent one of them. */
export function standInFrom(form: FormFields): Read<StandIn> {
  const zone = form.text('zone')
  const from = instantOf(form.text('fromDate'), form.text('fromTime'), zone)
  const to = instantOf(form.text('toDate'), form.text('toTime'), zone)
  if (!from || !to)
    return { errors: { ...(!from && { fromTime: 'timeMissing' }), ...(!to && { toTime: 'timeMissing' }) } }
  if (from.at >= to.at) return { errors: { toTime: 'endsBefore' } }
  return {
    body: {
      from: from.at,
      to: to.at,
      personId: form.text('personId'),
      reason: form.optional('reason'),
      but: from.but ?? to.but,
    },
  }
}

type Swap = Span & { withId: string; return?: Span; reason?: string }

export function swapFrom(form: FormFields): Read<Swap> {
  const shift = spanIn(form.text('shift'))
  if (!shift) return { errors: { shift: 'chooseShift' } }
  const given = form.text('return')
  const [owner = '', ...rest] = given.split('|')
  const withId = form.text('withId')
  if (given !== '' && owner !== withId) return { errors: { return: 'returnNotTheirs' } }
  return {
    body: {
      ...shift,
      withId,
      return: spanIn(rest.join('|')),
      reason: form.optional('reason'),
    },
  }
}

function spanIn(text: string): Span | undefined {
  const [from, to] = text.split('/')
  return from && to ? { from, to } : undefined
}
