export const states = ['new', 'in_progress', 'on_hold', 'resolved', 'closed', 'canceled'] as const
export type State = (typeof states)[number]
export const isState = (text: unknown): text is State => states.some((state) => state === text)

/** Every legal move. What is not here answers 409. */
export const moves = {
  new: ['in_progress', 'on_hold', 'resolved', 'canceled'],
  in_progress: ['on_hold', 'resolved', 'canceled'],
  on_hold: ['in_progress', 'resolved', 'canceled'],
  resolved: ['in_progress', 'closed'],
  closed: [],
  canceled: [],
} as const satisfies Record<State, readonly State[]>

/** On which side of an incident somebody stands. */
export type Side = 'requester' | 'worker' | 'onlooker'

/** Open incidents stand in a team's queue. */
export const isOpen = (state: State): state is 'new' | 'in_progress' | 'on_hold' =>
  state === 'new' || state === 'in_progress' || state === 'on_hold'

export const stages = [
  'identification',
  'logging',
  'categorisation',
  'diagnosis',
  'resolution',
  'closure',
  'review',
] as const
export type Stage = (typeof stages)[number]

const stageOfState = {
  new: 'categorisation',
  in_progress: 'diagnosis',
  on_hold: 'diagnosis',
  resolved: 'resolution',
  closed: 'closure',
  canceled: 'closure',
} as const satisfies Record<State, Stage>

export const stageOf = (state: State): Stage => stageOfState[state]
