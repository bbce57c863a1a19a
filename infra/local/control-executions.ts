import type { ControlOptions, Operations } from './control.ts'
import { ControlRefusal } from './control-answer.ts'
import type { Execution } from './states/execution-store.ts'

interface Wake {
  kind?: string
  subjectId?: string
  dueAt?: string
}

function summary({ name, input, wakeAt }: Execution): object {
  const { kind = null, subjectId = null, dueAt } = JSON.parse(input) as Wake
  return { name, kind, subjectId, dueAt: dueAt ?? (wakeAt === null ? null : new Date(wakeAt).toISOString()) }
}

export function executionOperations({ supervisor }: ControlOptions): Operations {
  const worker = supervisor.child('worker')
  const running = () => worker.ask<Execution[]>('executions')
  return {
    'GET /executions': async () => ({ status: 200, body: { items: (await running()).map(summary) } }),
    'DELETE /executions': async ({ segments: [name = ''] }) => {
      const execution = (await running()).find((candidate) => candidate.name === name)
      if (!execution) throw new ControlRefusal(404, `No execution "${name}" is running.`)
      await worker.ask('stopExecution', { machine: execution.machine, name })
      return { status: 200, body: summary(execution) }
    },
  }
}
