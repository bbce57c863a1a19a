import * as z from 'zod/mini'
import type { Caller } from '../../runtime/caller.ts'
import { ok, operation } from '../../runtime/operation.ts'
import { notFound } from '../../runtime/refusal.ts'
import { Person, PersonalSettings } from '../person.ts'

const Me = z.extend(Person, { may: z.array(z.string()) })

/** What the portal's navigation depends on. */
const doors = ['incident.list_work', 'announcement.publish', 'settings.read'] as const

const describe = ({ may, ...person }: Caller) => ok({ ...person, may: doors.filter((door) => may(door)) })

export const readMe = operation({
  method: 'GET',
  path: '/me',
  summary: 'Who am I, and what may I do',
  action: 'person.read_self',
  answers: { status: 200, description: 'The person behind the token', schema: Me },
  perform: async ({ caller }) => describe(caller),
})

export const editMe = operation({
  method: 'PATCH',
  path: '/me',
  summary: 'Change my language and time zone',
  action: 'person.edit_self',
  body: PersonalSettings,
  answers: { status: 200, description: 'The person as changed', schema: Me },
  async perform({ caller, body }, { people }) {
    const person = await people.updateOwn(caller.id, {
      locale: body.locale ?? caller.locale,
      zone: body.zone ?? caller.zone,
    })
    if (!person) throw notFound()
    return describe({ ...caller, ...person })
  },
})
