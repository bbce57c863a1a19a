import * as z from 'zod/mini'
import type { Caller } from '../../runtime/caller.ts'
import { callerFrom } from '../../runtime/caller.ts'
import { ok, operation } from '../../runtime/operation.ts'
import { notFound, Refusal } from '../../runtime/refusal.ts'
import { introduced } from '../introduction.ts'
import { Person, PersonalSettings } from '../person.ts'

const Me = z.extend(Person, { teams: z.array(z.string()), may: z.array(z.string()) })

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

export const introduceMe = operation({
  method: 'PUT',
  path: '/me',
  summary: 'Say who I am, after signing in: with the ID token of the issuer',
  action: 'anyone',
  body: z.object({ idToken: z.string().check(z.maxLength(8000)) }),
  answers: {
    status: 200,
    description: 'The person, new or with the name and address of the issuer',
    schema: Me,
  },
  load: (_params, { settings }) => settings.current(),
  async perform({ body, subject: settings, tokenSubject, identityOf }, { people }) {
    const identity = await identityOf(body.idToken)
    if (tokenSubject !== identity.subject) throw anotherPerson()
    const known = await people.read(identity.subject)
    return describe(callerFrom(await people.introduce(introduced(identity, known)), settings))
  },
})

const anotherPerson = () =>
  new Refusal('unauthenticated', {
    en: 'The two tokens are not of the same person. Please sign in again.',
    de: 'Die beiden Token gehören nicht derselben Person. Bitte melden Sie sich neu an.',
  })
