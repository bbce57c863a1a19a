import type { ControlOptions, Operations } from './control.ts'
import { ControlRefusal } from './control-answer.ts'
import type { Execution } from './states/execution-store.ts'

interface Wake {
  kind?: string
  subjectId?: string
  dueAt?: string
}

/** `transitions` is what AWS would have charged for so far. */
function summary({ name, input, wakeAt, status, startedAt, progress }: Execution): object {
  const { kind = null, subjectId = null, dueAt } = JSON.parse(input) as Wake
  return {
    name,
    kind,
    subjectId,
    dueAt: dueAt ?? (wakeAt === null ? null : new Date(wakeAt).toISOString()),
    status,
    startedAt: new Date(startedAt).toISOString(),
    transitions: progress.transitions,
  }
}

export function executionOperations({ supervisor }: ControlOptions): Operations {
  const worker = supervisor.child('worker')
  const executions = (ended: boolean) => worker.ask<Execution[]>('executions', { ended })
  return {
    /** Those that are running; with `?ended=true` all there have been. */
    'GET /executions': async ({ url }) => {
      const items = await executions(url.searchParams.get('ended') === 'true')
      return { status: 200, body: { items: items.map(summary) } }
    },
    'DELETE /executions': async ({ segments: [name = ''] }) => {
      const execution = (await executions(false)).find((candidate) => candidate.name === name)
      if (!execution) throw new ControlRefusal(404, `No execution "${name}" is running.`)
      await worker.ask('stopExecution', { machine: execution.machine, name })
      return { status: 200, body: summary(execution) }
    },
  }
}
