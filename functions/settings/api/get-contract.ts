import * as z from 'zod/mini'
import document from '../../../build/openapi.json' with { type: 'json' }
import { ok, operation } from '../../runtime/operation.ts'

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
  perform: async () => ok(document),
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
