import { inflateRawSync } from 'node:zlib'
import * as z from 'zod/mini'
import contract from '../../../build/openapi.packed.json' with { type: 'json' }
import { ok, operation } from '../../runtime/operation.ts'

/** Packed, it is a fifth of its size, and seldom asked for. */
const document = () => inflateRawSync(Buffer.from(contract.packed, 'base64')).toString()

export const getContract = operation({
  method: 'GET',
  path: '/openapi.json',
  summary: 'The contract of this API',
  action: 'anyone',
  answers: {
    status: 200,
    description: 'An OpenAPI 3.1 document',
    schema: z.looseObject({ openapi: z.string() }),
  },
  perform: async () => ({
    status: 200,
    raw: document(),
    headers: { 'content-type': 'application/json' },
  }),
})

export const getHealth = operation({
  method: 'GET',
  path: '/health',
  summary: 'Whether the product answers and reaches its table',
  action: 'anyone',
  answers: { status: 200, description: 'It does', schema: z.object({ status: z.literal('ok') }) },
  load: async (_params, { settings }) => ({ version: await settings.version() }),
  perform: async () => ok({ status: 'ok' }),
})
