import type { DatabaseSync } from 'node:sqlite'
import type { Progress } from './interpreter.ts'

type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED'

export interface Execution {
  machine: string
  name: string
  status: Status
  input: string
  output: string | null
  error: string | null
  cause: string | null
  startedAt: number
  stoppedAt: number | null
  progress: Progress
  /** When it goes on by itself; null once it has ended. */
  wakeAt: number | null
}

type Row = Omit<Execution, 'progress'> & { progress: string }

const FIELDS = 'machine, name, status, input, output, error, cause, startedAt, stoppedAt, progress, wakeAt'

const executionOf = (row: Row): Execution => ({ ...row, progress: JSON.parse(row.progress) as Progress })

/** Executions on disk: what was acknowledged is there after a SIGKILL. */
export function executionStore(database: DatabaseSync) {
  const put = database.prepare(
    `INSERT OR REPLACE INTO execution (${FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const get = database.prepare('SELECT * FROM execution WHERE machine = ? AND name = ?')
  const due = database.prepare(
    "SELECT machine, name FROM execution WHERE status = 'RUNNING' AND wakeAt <= ? ORDER BY wakeAt, startedAt LIMIT ?",
  )
  const next = database.prepare("SELECT min(wakeAt) AS wakeAt FROM execution WHERE status = 'RUNNING'")
  const list = database.prepare(
    'SELECT * FROM execution WHERE machine = ? ORDER BY startedAt DESC LIMIT 1000',
  )
  const running = database.prepare("SELECT * FROM execution WHERE status = 'RUNNING' ORDER BY wakeAt, name")
  const all = database.prepare('SELECT * FROM execution ORDER BY startedAt, name')
  const forget = database.prepare("DELETE FROM execution WHERE status <> 'RUNNING' AND stoppedAt < ?")
  return {
    save(execution: Execution): void {
      const { machine, name, status, input, output, error, cause, startedAt, stoppedAt, progress, wakeAt } =
        execution
      const json = JSON.stringify(progress)
      put.run(machine, name, status, input, output, error, cause, startedAt, stoppedAt, json, wakeAt)
    },
    find(machine: string, name: string): Execution | undefined {
      const row = get.get(machine, name) as Row | undefined
      return row && executionOf(row)
    },
    /** The first so many that are due, by name alone: thousands may be due at once, and are asked for often. */
    due: (now: number, most: number): Pick<Execution, 'machine' | 'name'>[] =>
      due.all(now, most) as unknown as Row[],
    nextWakeAt: (): number | null => (next.get() as { wakeAt: number | null }).wakeAt,
    of: (machine: string): Execution[] => (list.all(machine) as unknown as Row[]).map(executionOf),
    running: (): Execution[] => (running.all() as unknown as Row[]).map(executionOf),
    all: (): Execution[] => (all.all() as unknown as Row[]).map(executionOf),
    forgetStoppedBefore(instant: number): void {
      forget.run(instant)
    },
  }
}

export type ExecutionStore = ReturnType<typeof executionStore>
