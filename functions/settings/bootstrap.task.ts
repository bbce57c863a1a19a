import middy from '@middy/core'
import * as z from 'zod/mini'
import { Person } from '../people/person.ts'
import { log } from '../runtime/log.ts'
import { openServices, type Services } from '../runtime/services.ts'
import { Settings } from './settings.ts'

const SetUp = z.object({ settings: Settings, people: z.array(Person).check(z.minLength(1)) })

let services: Services | undefined

/**
 * First set-up of a new organisation, invoked once by whoever deployed it: the settings and the first people,
 * an administrator among them. Refuses when there are settings already.
 */
export const handler = middy().handler(async (event: unknown) => {
  const { settings, people } = z.parse(SetUp, event)
  if (!people.some(({ roles }) => roles.includes('administrator'))) {
    throw new Error('Name at least one administrator among the people.')
  }
  services ??= openServices()
  if ((await services.settings.version()) > 0) {
    throw new Error('This organisation is set up already; change its settings in the product.')
  }
  for (const person of people) await services.people.write(person)
  if (!(await services.settings.replace(settings, 0, new Date().toISOString()))) {
    throw new Error('Somebody else set this organisation up at the same moment.')
  }
  log.info('set up', { people: people.length })
  return { people: people.length }
})
