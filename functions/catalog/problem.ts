import type { Text } from '../runtime/text.ts'

/** What does not fit, and where in the document it stands. */
export type Problem = { path: string; message: Text }

export const problem = (path: string, en: string, de: string): Problem => ({ path, message: { en, de } })
