import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * What the worker must not lose when it is killed: how far the stream is read, and executions. Should the whole machine
 * lose its power, the last of it may be gone: then the stream is read again from a little earlier, and the sweeper arms
 * executions anew.
 */
export function openWorkerStore(dataFolder: string): DatabaseSync {
  mkdirSync(dataFolder, { recursive: true })
  const database = new DatabaseSync(
    dataFolder === ':memory:' ? dataFolder : join(dataFolder, 'worker.sqlite'),
  )
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS checkpoint (
      shard TEXT PRIMARY KEY, sequence TEXT, finished INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE IF NOT EXISTS execution (
      machine TEXT NOT NULL, name TEXT NOT NULL, status TEXT NOT NULL, input TEXT NOT NULL, output TEXT,
      error TEXT, cause TEXT, startedAt INTEGER NOT NULL, stoppedAt INTEGER, progress TEXT NOT NULL, wakeAt INTEGER,
      PRIMARY KEY (machine, name)
    );
    CREATE INDEX IF NOT EXISTS running ON execution (wakeAt) WHERE status = 'RUNNING';
  `)
  return database
}

interface Checkpoint {
  sequence: string | null
  isFinished: boolean
}

export interface Checkpoints {
  of(shard: string): Checkpoint | undefined
  save(shard: string, checkpoint: Checkpoint): void
}

export function checkpointsIn(database: DatabaseSync): Checkpoints {
  const read = database.prepare('SELECT sequence, finished FROM checkpoint WHERE shard = ?')
  const write = database.prepare(
    'INSERT OR REPLACE INTO checkpoint (shard, sequence, finished) VALUES (?, ?, ?)',
  )
  return {
    of(shard) {
      const row = read.get(shard) as { sequence: string | null; finished: number } | undefined
      return row && { sequence: row.sequence, isFinished: row.finished === 1 }
    },
    save: (shard, { sequence, isFinished }) => {
      write.run(shard, sequence, isFinished ? 1 : 0)
    },
  }
}
