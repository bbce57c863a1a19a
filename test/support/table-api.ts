import { inject } from 'vitest'
import type { Operation } from '../../functions/runtime/operation.ts'
import { type Api, openApi } from './api.ts'
import { createTable } from './table.ts'

/** The API over a fresh table of DynamoDB Local. */
export async function apiOverTable(operations: readonly Operation[]): Promise<Api> {
  const { name, client } = await createTable()
  client.destroy()
  return openApi(operations, { name, endpoint: inject('tableEndpoint') })
}

export const problem = {
  title: 'Mail does not arrive',
  description: 'Since nine o’clock.',
  impact: 'high',
  urgency: 'high',
}
