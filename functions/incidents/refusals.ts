import { Refusal } from '../runtime/refusal.ts'
import type { State } from './lifecycle.ts'

export const illegalMove = (from: State, legalMoves: readonly State[]) =>
  new Refusal(
    'illegal_move',
    {
      en: `This is not possible while the incident is ${from.replace('_', ' ')}.`,
      de: 'Das ist im jetzigen Zustand des Vorfalls nicht möglich.',
    },
    { legalMoves },
  )

export const missing = (path: string, en: string, de: string) =>
  new Refusal('incomplete', { en, de }, { errors: [{ path, message: { en, de } }] })

export const unknown = (path: string) =>
  missing(
    path,
    'This names something that does not exist here. Choose one from the list.',
    'Das gibt es hier nicht. Wählen Sie einen Eintrag aus der Liste.',
  )
