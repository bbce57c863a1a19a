import * as z from 'zod/mini'
import type { Instant } from '../runtime/instant.ts'

/** As many may hold or be to come at once: with every batch of alerts all of them are read. */
export const mostControls = 500

export const Named = z.object({ id: z.string(), name: z.string() })
export type Named = z.infer<typeof Named>

/** What every silence and maintenance has: `version` rises with each write, `endedAt` says that it holds nothing more. */
export type Control = { id: string; version: number; endedAt?: Instant }

/** What happened to one; `at` is the product's clock. */
export type ControlEvent = { type: string; at: Instant }

/** A control as it was read, as it is to be from then on, and what is told of it. Nothing is stored yet. */
export type ControlChange<Kept extends Control, Event extends ControlEvent = ControlEvent> = {
  before?: Kept
  /** Without it, it is gone. */
  after?: Kept
  events: readonly Event[]
}

/** What comes by itself, and when. */
export type ControlTurn = { kind: string; dueAt: Instant }
