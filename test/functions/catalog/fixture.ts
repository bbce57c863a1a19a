import * as z from 'zod/mini'
import { Category } from '../../../functions/catalog/catalog.ts'
import { Field } from '../../../functions/catalog/form.ts'

const text = (words: string) => ({ en: words, de: words })

export const field = (id: string, kind: Field['kind'], more: object = {}): Field =>
  z.parse(Field, { id, kind, label: text(id), ...more })

export const category = (id: string, more: object = {}): Category =>
  z.parse(Category, { id, name: text(id), ...more })

export const options = (...ids: string[]) => ids.map((id) => ({ id, label: text(id) }))

/** A question of every kind, some of them shown only after others. */
export const everyKind: Field[] = [
  field('what', 'choice', { required: true, options: options('screen', 'battery', 'other') }),
  field('other_what', 'text', { required: true, shownWhen: { fieldId: 'what', equals: 'other' } }),
  field('count', 'number'),
  field('since', 'date'),
  field('shown', 'yes_no'),
  field('message', 'text', { shownWhen: { fieldId: 'shown', equals: true } }),
  field('photo', 'file', { shownWhen: { fieldId: 'message', equals: 'E1' } }),
]
