import type { Resident } from './population.ts'
import type { Language } from './slots.ts'

export type Degree = 'high' | 'medium' | 'low'
export type Priority = 'P1' | 'P2' | 'P3' | 'P4' | 'P5'

/** Something that somebody did at an instant; `with` is what the API's operation of that name takes. */
export type Deed = {
  at: string
  by: string
  as: 'requester' | 'worker'
  do: 'acknowledge' | 'comment' | 'edit' | 'escalate' | 'move' | 'rate'
  with: Record<string, unknown>
}

/** An incident of the past: how it was reported, and everything that people did with it, in order. */
export type HistoricIncident = {
  /** The same for the same seed and place, whenever the history ends. */
  externalId: string
  /** The family its words come from; held out families are for measuring, never for training. */
  template: string
  heldOut: boolean
  /** What it is truly about; what was recorded differs in a few, as in life. */
  trueCategoryId: string
  language: Language
  requester: Pick<Resident, 'id' | 'name'> & Partial<Resident>
  /** Who wrote it down when the requester called instead. */
  reportedBy?: string
  at: string
  report: {
    title: string
    description: string
    impact: Degree
    urgency: Degree
    categoryId?: string
    serviceId?: string
    fields: Record<string, string | number | boolean>
  }
  /** The category that those who worked on it recorded. */
  categoryId: string
  deeds: Deed[]
}
