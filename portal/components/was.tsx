import { wasName } from '../lib/was.ts'

/** Beside a field that somebody else may change meanwhile: what the field showed at first. */
export const Was = ({ name, value = '' }: { name: string; value?: string }) => (
  <input type="hidden" name={wasName(name)} value={value} />
)
