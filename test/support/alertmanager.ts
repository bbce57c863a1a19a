import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { eventually } from './deadline.ts'
import { freePort } from './free-port.ts'

const folder = resolve(import.meta.dirname, '../../build/tools')
const unpacked = join(folder, 'usr/bin/prometheus-alertmanager')
const installed = '/usr/bin/prometheus-alertmanager'
/** Where the package's program looks for its templates, wherever it stands itself. */
const templates = 'usr/share/prometheus/alertmanager'

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })

function download(): void {
  try {
    run('apt-get', 'download', 'prometheus-alertmanager')
  } catch {
    // The lists of a fresh machine may be older than the package.
    run('apt-get', 'update', '-qq')
    run('apt-get', 'download', 'prometheus-alertmanager')
  }
}

/**
 * Debian's Alertmanager: the installed one, or the package unpacked into the build folder, where nothing starts it.
 * @throws Error that says what to install, unless root can do it with apt.
 */
function findAlertmanager(): string {
  if (existsSync(installed)) return installed
  if (existsSync(unpacked) && existsSync(`/${templates}`)) return unpacked
  mkdirSync(folder, { recursive: true })
  try {
    download()
    const [packed = ''] = readdirSync(folder).filter((name) => name.endsWith('.deb'))
    run('dpkg', '-x', packed, '.')
    rmSync(join(folder, packed))
    cpSync(join(folder, templates), `/${templates}`, { recursive: true })
    return unpacked
  } catch (cause) {
    throw new Error(
      'Tests of alerts need Alertmanager. Get it with `sudo apt-get install prometheus-alertmanager`.',
      { cause },
    )
  }
}

export type Fired = {
  labels: Record<string, string>
  annotations?: Record<string, string>
  startsAt?: string
  endsAt?: string
}

export type Alertmanager = {
  process: ChildProcess
  post: (alerts: readonly Fired[]) => Promise<void>
  stop: () => Promise<void>
}

/** Starts Alertmanager with a configuration, on a port of its own and in no cluster. */
export async function startAlertmanager(config: string): Promise<Alertmanager> {
  const data = mkdtempSync(join(tmpdir(), 'evenkeel-alertmanager-'))
  const file = join(data, 'alertmanager.yml')
  writeFileSync(file, config)
  const origin = `127.0.0.1:${await freePort()}`
  const child = spawn(
    findAlertmanager(),
    [
      `--config.file=${file}`,
      `--storage.path=${data}`,
      `--web.listen-address=${origin}`,
      '--cluster.listen-address=',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-4000)
  })
  const isReady = async () => {
    if (child.exitCode !== null) throw new Error(`Alertmanager ended: ${said}`)
    const { ok } = await fetch(`http://${origin}/-/ready`)
    return ok
  }
  await eventually(isReady, { seconds: 30, what: 'Alertmanager to be ready' })
  return {
    process: child,
    async post(alerts) {
      const { status } = await fetch(`http://${origin}/api/v2/alerts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(alerts),
      })
      if (status !== 200) throw new Error(`Alertmanager answered ${status}.`)
    },
    async stop() {
      const ended = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** How Alertmanager is told to send everything to a source: what the README shows, with shorter waits. */
export const configFor = (url: string, key: string): string => `route:
  receiver: evenkeel
  group_by: [alertname]
  group_wait: 1s
  group_interval: 1s
  repeat_interval: 3s
receivers:
  - name: evenkeel
    webhook_configs:
      - url: ${url}
        http_config:
          authorization:
            credentials: ${key}
`
