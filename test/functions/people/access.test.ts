import { describe, expect, test } from 'vitest'
import { type Action, permits, policy, rolesFor } from '../../../functions/people/access.ts'
import { type Role, roles } from '../../../functions/runtime/roles.ts'

const workers = ['agent', 'lead', 'incident_manager', 'administrator']
const staff = [...workers, 'auditor']
const everyone = ['requester', ...staff]

/** Who may do this to what is not theirs; what only the owner may is in the second table. */
const anybodys: Record<Action, string[]> = {
  'incident.report': everyone,
  'incident.report_for_others': workers,
  'incident.list_own': everyone,
  'incident.list_work': staff,
  'incident.read': staff,
  'incident.read_internal': staff,
  'incident.comment': workers,
  'incident.comment_internally': workers,
  'incident.edit': workers,
  'incident.move': workers,
  'incident.work': workers,
  'incident.acknowledge': workers,
  'incident.escalate': workers,
  'incident.link': workers,
  'incident.watch': workers,
  'incident.me_too': everyone,
  'incident.mute': everyone,
  'incident.publish_known': workers,
  'incident.override_priority': ['lead', 'incident_manager', 'administrator'],
  'incident.bulk': workers,
  'incident.see_presence': staff,
  'routing.try': staff,
  'triage.read': staff,
  'triage.train': ['administrator'],
  'settings.edit': ['administrator'],
  'set_up.read': staff,
  'notification.read': staff,
  'announcement.read': everyone,
  'announcement.read_for_agents': staff,
  'announcement.publish': ['incident_manager', 'administrator'],
  'announcement.read_deliveries': ['incident_manager', 'administrator', 'auditor'],
  'person.read_self': everyone,
  'person.edit_self': everyone,
  'preferences.edit_self': everyone,
  'person.list': staff,
  'trigger.edit_self': everyone,
  'catalog.read': everyone,
  'team.read': everyone,
  'escalation_policy.read': staff,
  'schedule.read': staff,
  'schedule.override': workers,
  'schedule.swap': workers,
  'alert.read': staff,
  'alert.end': workers,
  'silence.edit': workers,
  'maintenance.edit': workers,
  'heartbeat.read': staff,
  'source.read': staff,
  'settings.read': ['administrator', 'auditor'],
}
const ownersToo: Action[] = ['incident.read', 'incident.comment', 'incident.move']

const actions = Object.keys(policy) as Action[]
const may = (role: Role, action: Action, own: boolean) => permits([role], action, { own })

describe('the policy table', () => {
  test('is known here row by row', () => {
    expect(actions.sort()).toEqual(Object.keys(anybodys).sort())
  })

  test.each(actions)('%s is for these roles and no others', (action) => {
    expect(roles.filter((role) => may(role, action, false)).sort()).toEqual([...anybodys[action]].sort())
  })

  test('lets an owner do three more things, and nothing else', () => {
    const gained = actions.filter(
      (action) => may('requester', action, true) && !may('requester', action, false),
    )
    expect(gained.sort()).toEqual(ownersToo.sort())
  })

  test('takes nothing away from an owner', () => {
    for (const action of actions) {
      for (const role of roles) expect(may(role, action, true) || !may(role, action, false)).toBe(true)
    }
  })

  test('treats everybody who has signed in as a requester', () => {
    for (const action of actions)
      expect(permits([], action, { own: true })).toBe(may('requester', action, true))
  })

  test('adds rights with every role, and takes none away', () => {
    for (const action of actions) {
      const together = permits([...roles], action, { own: false })
      expect(together).toBe(roles.some((role) => may(role, action, false)))
    }
  })

  test('lets an auditor read everything and change nothing', () => {
    const changing = /\.(?:report_for_others|comment|comment_internally|edit|move|work|acknowledge|publish)$/
    expect(actions.filter((action) => changing.test(action) && may('auditor', action, false))).toEqual([])
  })

  test('names the roles of an action for the contract', () => {
    expect(rolesFor('incident.report')).toEqual([...roles])
    expect(rolesFor('announcement.publish')).toEqual(['incident_manager', 'administrator'])
    expect(rolesFor('incident.move')).toContain('requester')
  })
})
