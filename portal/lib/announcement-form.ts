import {
  type Announcement,
  announcementStages,
  audiences,
  type ComponentState,
  componentStates,
} from './contract.ts'
import type { FormFields } from './form.ts'
import { isChanged } from './was.ts'

const prefix = 'component:'

/** The components that the form calls affected. */
const readComponents = (form: FormFields): { id: string; state: ComponentState }[] =>
  form.entries().flatMap(([name, value]) => {
    const state = componentStates.find((known) => known === value)
    return name.startsWith(prefix) && state ? [{ id: name.slice(prefix.length), state }] : []
  })

type Wrong = 'needTitle' | 'needBody' | 'needStage' | 'needAudience'

export function readAnnouncement(form: FormFields) {
  const stage = form.oneOf('stage', announcementStages)
  const audience = form.oneOf('audience', audiences)
  const errors: Record<string, Wrong> = {
    ...(!form.text('title') && { title: 'needTitle' as const }),
    ...(!form.text('body') && { body: 'needBody' as const }),
    ...(!stage && { stage: 'needStage' as const }),
    ...(!audience && { audience: 'needAudience' as const }),
  }
  const body = {
    title: form.text('title'),
    body: form.text('body'),
    stage,
    audience,
    components: readComponents(form),
    highPriority: form.isChecked('highPriority'),
  }
  return { body, errors }
}

/** What the writer changed about components; undefined stands for one that is not affected any more. */
export type ComponentChanges = ReadonlyMap<string, ComponentState | undefined>

const readChanges = (form: FormFields): ComponentChanges =>
  new Map(
    form
      .entries()
      .filter(([name]) => name.startsWith(prefix) && isChanged(form, name))
      .map(([name]) => [name.slice(prefix.length), form.oneOf(name, componentStates)]),
  )

/** The API takes the whole list or none: so what was changed is put into the list as it stands by now. */
export function componentsAfter(
  current: Announcement['components'],
  changes: ComponentChanges,
): Announcement['components'] {
  const states = new Map<string, ComponentState | undefined>([
    ...current.map(({ id, state }) => [id, state] as const),
    ...changes,
  ])
  return [...states].flatMap(([id, state]) => (state ? [{ id, state }] : []))
}

/** An update says what changed about components; a resolution leaves that to the API, which sets them working again. */
export function readUpdate(form: FormFields) {
  const stage = form.oneOf('stage', announcementStages)
  const isResolution = stage === 'resolved'
  const field = isResolution ? 'resolution' : 'body'
  const errors: Record<string, Wrong> = {
    ...(!form.text(field) && { [field]: 'needBody' as const }),
    ...(!stage && { stage: 'needStage' as const }),
  }
  const changes: ComponentChanges = isResolution ? new Map() : readChanges(form)
  return { body: { stage, body: form.text(field) }, changes, errors, fields: { body: field } }
}
