import * as z from 'zod/mini'
import { teamsWith } from '../../people/team.ts'
import { callerFrom } from '../../runtime/caller.ts'
import { ok, operation } from '../../runtime/operation.ts'
import { PageQuery } from '../../runtime/page.ts'
import { forbidden, Refusal } from '../../runtime/refusal.ts'
import type { Services } from '../../runtime/services.ts'
import { orders } from '../../search/order.ts'
import { listFor, type Reader, workViews } from '../../search/which-list.ts'
import { IncidentPage } from '../answers.ts'
import { states } from '../lifecycle.ts'
import { AffectedAnswer } from '../me-too.ts'
import { isOpenView, openPage, openViews } from '../open-views.ts'
import { withUnread } from '../presence.ts'
import { priorities } from '../priority.ts'

const Id = z.optional(z.string().check(z.minLength(1), z.maxLength(128)))

const Query = z.extend(PageQuery, {
  view: z.optional(z.enum([...workViews, ...openViews])),
  q: z.optional(z.string().check(z.maxLength(500))),
  state: z.optional(z.enum([...states, 'open'])),
  priority: z.optional(z.enum(priorities)),
  team: Id,
  service: Id,
  category: Id,
  assignee: Id,
  requester: Id,
  sort: z.optional(z.enum(orders)),
})
type Query = z.infer<typeof Query>

/** Of an incident that is another's, `known` and `following` show what everybody may know. */
const Rows = z.object({
  items: z.array(z.union([IncidentPage.shape.items.def.element, AffectedAnswer])),
  nextCursor: z.optional(z.string()),
})
type Teams = readonly { id: string }[]

const ids = (teams: Teams = []) => teams.map(({ id }) => id)

/** Which teams a list is about: the one asked for, the caller's own, or all that there are. */
const teamsOf = ({ view, team }: Query, memberOf: readonly string[], every: Teams | undefined) => {
  if (view === undefined || view === 'mine' || isOpenView(view)) return []
  if (team) return [team]
  return view === 'all' || memberOf.length === 0 ? ids(every) : memberOf
}

/** Reads beside the rights, as whoever the caller was the last time. */
async function loadAhead(services: Services, callerId: string, query: Query) {
  const { people, settings } = services
  const [known, last] = [people.lastRead(callerId), settings.lastRead()]
  if (!known || !last) return undefined
  const isStaff = callerFrom(known, last).may('incident.list_work')
  const reader = { id: callerId, isStaff, teams: teamsOf(query, teamsWith(callerId, last.teams), last.teams) }
  return { reader, page: await pageFor(services, query, reader).catch(unlessRefused) }
}

/** The page of one list; for those who work here with what is new to them since they looked. */
async function pageFor(services: Services, { view, ...query }: Query, reader: Reader) {
  if (isOpenView(view)) return openPage(view, services, query, reader)
  const [page, seen] = await Promise.all([
    listFor(services, { view, ...query }, reader),
    reader.isStaff && view ? services.presences.seenBy(reader.id) : undefined,
  ])
  if (seen) return { ...page, items: page.items.map((row) => withUnread(row, seen)) }
  return reader.isStaff ? page : { ...page, items: page.items.map(withoutScore) }
}

/** How complete a record is, is for those who complete it. */
const withoutScore = <Row extends { completeness?: number }>(row: Row) => ({
  ...row,
  completeness: undefined,
})

/** What the list refuses is said after the rights. */
function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error
}

const isSame = (a: Reader, b: Reader) => JSON.stringify(a) === JSON.stringify(b)

export const listIncidents = operation({
  method: 'GET',
  path: '/incidents',
  summary: 'List my incidents, or the work of a team, or search what one may read',
  action: 'incident.list_own',
  query: Query,
  answers: { status: 200, description: 'A page of incidents', schema: Rows },
  load: async (_params, services, { callerId, query }) => ({
    ahead: query && (await loadAhead(services, callerId, query)),
  }),
  async perform({ caller, query, subject: { ahead } }, services) {
    const isStaff = caller.may('incident.list_work')
    if (query.view && !isOpenView(query.view) && !isStaff) throw forbidden()
    const every = services.settings.lastRead()?.teams
    const reader: Reader = { id: caller.id, isStaff, teams: teamsOf(query, caller.teams, every) }
    if (ahead?.page && isSame(ahead.reader, reader)) return ok(ahead.page)
    return ok(await pageFor(services, query, reader))
  },
})
