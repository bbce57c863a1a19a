import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type DemoPerson = {
  id: string
  name: string
  email: string
  roles: string[]
  locale: string
  zone: string
}

/** The demo people, in the order in which the sign-in page offers them. */
export const readPeople = (): DemoPerson[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../demo/people.json'), 'utf8'))
