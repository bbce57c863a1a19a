import { announcementStages, audiences, type ComponentState, componentStates } from './contract.ts'
import type { FormFields } from './form.ts'

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

/** An update says how each component is now; a resolution leaves that to the API, which sets them working again. */
export function readUpdate(form: FormFields) {
  const stage = form.oneOf('stage', announcementStages)
  const isResolution = stage === 'resolved'
  const field = isResolution ? 'resolution' : 'body'
  const errors: Record<string, Wrong> = {
    ...(!form.text(field) && { [field]: 'needBody' as const }),
    ...(!stage && { stage: 'needStage' as const }),
  }
  const body = { stage, body: form.text(field), ...(!isResolution && { components: readComponents(form) }) }
  return { body, errors, fields: { body: field } }
}
