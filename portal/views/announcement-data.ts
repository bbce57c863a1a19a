import type { Announcement, Component } from '../lib/contract.ts'
import { mayPublish } from '../lib/doors.ts'
import { Problem } from '../lib/problem.ts'
import { knownPerson, type Ui, type Visit } from '../lib/visit.ts'

type Offer = { components: Component[]; key: string }
type Shown = Offer & { announcement: Announcement }

/** @throws Problem 403 for who may not publish: no form is shown that could not be sent. */
export async function loadAnnouncementForm(visit: Visit): Promise<{ ui: Ui; offer: Offer }> {
  const [person, components] = await Promise.all([knownPerson(visit), visit.api.components()])
  if (!mayPublish(person)) throw new Problem({ status: 403, code: 'forbidden', title: 'Forbidden' })
  return {
    ui: visit.uiFor(person, components.now),
    offer: { components: components.body.items, key: crypto.randomUUID() },
  }
}

export async function loadAnnouncement(visit: Visit, id: string): Promise<{ ui: Ui; shown: Shown }> {
  const [person, announcement, components] = await Promise.all([
    visit.me(),
    visit.api.announcement(id),
    visit.api.components(),
  ])
  return {
    ui: visit.uiFor(person, announcement.now),
    shown: {
      announcement: announcement.body,
      components: components.body.items,
      key: crypto.randomUUID(),
    },
  }
}
