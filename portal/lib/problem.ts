import type { Incident, State } from './contract.ts'

export type ProblemDocument = {
  status: number
  code: string
  title: string
  detail?: string
  errors?: { path: string; message: string }[]
  legalMoves?: State[]
  current?: Partial<Incident>
}

/** The API refused: what it says is meant for people. Status 503 stands for an API that did not answer well. */
export class Problem extends Error {
  readonly document: ProblemDocument

  constructor(document: ProblemDocument) {
    super(document.detail ?? document.title)
    this.name = 'Problem'
    this.document = document
  }

  get status(): number {
    return this.document.status
  }
}

export const notFound = () => new Problem({ status: 404, code: 'not_found', title: 'Not found' })
export const unreachable = () => new Problem({ status: 503, code: 'unreachable', title: 'Unreachable' })
