import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const emulator = join(import.meta.dirname, 'node_modules/amplify-dynamodb-simulator/emulator')

// The shell holds Java's life on its own standard input: when the process that started it is gone, even by
// SIGKILL, the input ends and Java is asked to stop, so that no Java is left behind holding the port.
const guard = `
exec 3<&0
"$@" </dev/null & java=$!
{ read -r _ <&3; kill "$java"; } & watch=$!
wait "$java"; status=$?
kill "$watch" 2>/dev/null
exit "$status"`

const accepts = (port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect(port, '127.0.0.1')
    const answer = (yes: boolean) => () => {
      socket.destroy()
      done(yes)
    }
    socket.once('connect', answer(true)).once('error', answer(false))
  })

const until = async (condition: () => Promise<boolean>, seconds: number) => {
  const deadline = Date.now() + seconds * 1000
  while (Date.now() < deadline) {
    if (await condition()) return true
    await pause(25)
  }
  return false
}

export type DynamoDb = { child: ChildProcess; endpoint: string; stop: () => Promise<void> }

/**
 * Starts DynamoDB Local and waits until it accepts. `folder` keeps the tables; without one they live in memory.
 * Throws when the port stays taken, when Java ends early, or after 30 seconds.
 */
export const startDynamoDb = async (options: {
  port: number
  folder?: string
  onOutput?: (text: string) => void
}): Promise<DynamoDb> => {
  const { port, folder, onOutput } = options
  if (folder) mkdirSync(folder, { recursive: true })
  const isFree = async () => !(await accepts(port))
  // An earlier Java, told to stop a moment ago, may still be closing its files.
  if (!(await until(isFree, 10))) throw new Error(`Port ${port} is taken, so DynamoDB Local cannot start.`)
  const command = [
    process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java',
    ...['-XX:+UseSerialGC', '-Xmx1g'],
    `-Djava.library.path=${join(emulator, 'DynamoDBLocal_lib')}`,
    ...['-jar', join(emulator, 'DynamoDBLocal.jar'), '-port', String(port), '-sharedDb', '-disableTelemetry'],
    ...(folder ? ['-dbPath', folder] : ['-inMemory']),
  ]
  const child = spawn('sh', ['-c', guard, 'dynamodb', ...command], {
    // It drops a file of its own where it is started.
    cwd: folder ?? tmpdir(),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => onOutput?.(text))
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const isUp = async () => child.exitCode !== null || (await accepts(port))
  const stop = async () => {
    child.stdin.end()
    await ended
  }
  if (!(await until(isUp, 30)) || child.exitCode !== null) {
    await stop()
    throw new Error(`DynamoDB Local did not start on port ${port}.`)
  }
  return { child, endpoint: `http://127.0.0.1:${port}`, stop }
}
