import type { Table } from '../runtime/table.ts'
import { openExamples } from './example-store.ts'
import { openModels } from './model-store.ts'

/** What triage learns from, and what it has learned. */
export const openTriage = (table: Table) => ({ examples: openExamples(table), models: openModels(table) })
export type Triage = ReturnType<typeof openTriage>
