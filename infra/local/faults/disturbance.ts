export const services = ['dynamodb', 'sqs', 'ses', 'sns'] as const
type Service = (typeof services)[number]

export const faultKinds = ['throttle', 'timeout-after-commit', 'conflict'] as const
type FaultKind = (typeof faultKinds)[number]

/** Something that goes wrong with this share of a service's calls. */
export interface Fault {
  service: Service
  kind: FaultKind
  /** From 0 to 1. */
  rate: number
}

/** Where the worker is killed, as a power cut would. */
export const failpointNames = ['after-commit-before-publish', 'after-send-before-mark'] as const
export type FailpointName = (typeof failpointNames)[number]

/** What is asked to go wrong; empty in an undisturbed run. */
export interface Disturbance {
  faults: Fault[]
  /** How often each is still to strike. */
  failpoints: Partial<Record<FailpointName, number>>
  seed: number
}

export const calm: Disturbance = { faults: [], failpoints: {}, seed: 1 }

export const isCalm = ({ faults, failpoints }: Disturbance): boolean =>
  faults.length === 0 && Object.values(failpoints).every((times) => times === 0)

/** The new one in the place of the last of its service and kind; a rate of 0 ends it. */
export const withFault = (disturbance: Disturbance, fault: Fault): Disturbance => {
  const others = disturbance.faults.filter(
    ({ service, kind }) => service !== fault.service || kind !== fault.kind,
  )
  return { ...disturbance, faults: fault.rate > 0 ? [...others, fault] : others }
}

/** One call of a function to a service. */
export interface ServiceCall {
  /** The name of the function. */
  from: string
  service: Service | undefined
  operation: string
}

const writes = /^(?:Transact|Put|Update|Delete)/
const isPossible = ({ kind }: Fault, { service, operation }: ServiceCall) =>
  kind !== 'conflict' || (service === 'dynamodb' && writes.test(operation) && !operation.endsWith('Table'))

/** The fault that this call meets, if any. `random` gives numbers from 0 to 1. */
export const faultOfCall = (
  { faults }: Disturbance,
  call: ServiceCall,
  random: () => number,
): Fault | undefined =>
  faults.find((fault) => fault.service === call.service && isPossible(fault, call) && random() < fault.rate)

/** The failpoint that a call reaches before it is passed on, or once it was accepted. */
export const failpointBefore = ({ from, service, operation }: ServiceCall): FailpointName | undefined =>
  from === 'runtime-relay' && service === 'sqs' && operation.startsWith('SendMessage')
    ? 'after-commit-before-publish'
    : undefined
export const failpointAfter = ({ service }: ServiceCall): FailpointName | undefined =>
  service === 'ses' || service === 'sns' ? 'after-send-before-mark' : undefined

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export const randomFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
