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
  new Refusal('incomplete', { en, de }, { errors: [{ path, message: en }] })
