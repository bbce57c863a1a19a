import type { Buffer } from 'node:buffer'

/** An answer of the control API: JSON, or something passed on as it came. */
export interface ControlAnswer {
  status: number
  body: unknown
  contentType?: string
}

/** A refusal with a sentence. */
export class ControlRefusal extends Error {
  readonly status: number
  constructor(status: number, sentence: string) {
    super(sentence)
    this.status = status
  }
}

export interface ControlRequest {
  method: string
  url: URL
  /** The decoded segments after the one that chose the operation. */
  segments: string[]
  body: Buffer
}

export function jsonBody(request: ControlRequest): Record<string, unknown> {
  if (request.body.length === 0) return {}
  try {
    const value: unknown = JSON.parse(request.body.toString('utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
  } catch {
    // Falls through to the refusal.
  }
  throw new ControlRefusal(400, 'The body must be a JSON object.')
}
