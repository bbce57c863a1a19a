import type { FormFields } from './form.ts'

const prefix = 'was:'

/** The hidden field beside a field: what the form was rendered with. */
export const wasName = (name: string) => `${prefix}${name}`
export const isWas = (name: string) => name.startsWith(prefix)

/**
 * Whether the writer touched a field. A form may be older than what it is about, so what it merely carries along
 * must not undo what somebody else did since. A field without its `was` counts as touched.
 */
export const isChanged = (form: FormFields, name: string): boolean =>
  !form.isChecked(wasName(name)) || form.text(name) !== form.text(wasName(name))
