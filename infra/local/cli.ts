import { loadHistory } from './history.ts'
import { placeFrom } from './place.ts'
import { loopback } from './ports.ts'

const HELP = `npm run local -- <command>

  clock                        what the product's clock says
  advance <duration>           move it on: 300, 5m, 2h, 3d (also -5m)
  set <instant>                2026-10-25T00:30:00Z
  processes                    what runs
  kill | stop | start <name>   a process
  mail [id]                    the inbox, or one mail as it was sent
  mail-mode <mode>             accept, reject, accept-then-drop
  sms                          text messages
  sms-mode <mode>              accept, reject, throttle
  failpoint <name> <times>     kill the worker after-commit-before-publish or after-send-before-mark
  fault <service> <kind> <rate>  dynamodb, sqs, ses, sns; throttle, timeout-after-commit, conflict
  executions                   running timers
  functions                    names and sources
  invoke <function> <json>     hand an event to a function
  token <person> [seconds]     an access token for the API
  routes                       what the API serves and to whom
  history                      load 2,400 incidents of the last 15 months
`

const UNIT_SECONDS: Record<string, number> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 }

function secondsOf(duration = ''): number {
  const [, count, unit = ''] = /^(-?\d+)([smhd]?)$/.exec(duration) ?? []
  if (count === undefined) throw new Error(`"${duration}" is no duration: write 300, 5m, 2h or 3d.`)
  return Number(count) * (UNIT_SECONDS[unit] ?? 1)
}

interface Call {
  method: 'GET' | 'POST'
  path: string
  body?: unknown
}

const get = (path: string): Call => ({ method: 'GET', path })
const post = (path: string, body?: unknown): Call => ({ method: 'POST', path, body })
const part = (value = '') => encodeURIComponent(value)

const COMMANDS: Record<string, (...words: string[]) => Call> = {
  clock: () => get('/clock'),
  advance: (duration) => post('/clock', { advanceSeconds: secondsOf(duration) }),
  set: (instant) => post('/clock', { set: instant }),
  processes: () => get('/processes'),
  kill: (name) => post(`/processes/${part(name)}/kill`),
  stop: (name) => post(`/processes/${part(name)}/stop`),
  start: (name) => post(`/processes/${part(name)}/start`),
  mail: (id) => get(id ? `/mail/${part(id)}/raw` : '/mail'),
  'mail-mode': (mode) => post('/mail/mode', { mode }),
  sms: () => get('/sms'),
  'sms-mode': (mode) => post('/sms/mode', { mode }),
  failpoint: (name, times) => post('/failpoints', { name, times: Number(times) }),
  fault: (service, kind, rate) => post('/faults', { service, kind, rate: Number(rate) }),
  executions: () => get('/executions'),
  functions: () => get('/functions'),
  invoke: (name, event = '{}') => post(`/functions/${part(name)}`, JSON.parse(event)),
  token: (person, seconds) =>
    get(`/token/${part(person)}${seconds ? `?expiresInSeconds=${part(seconds)}` : ''}`),
  routes: () => get('/routes'),
}

async function run([name = '', ...words]: string[]): Promise<number> {
  if (name === 'history') {
    const say = (text: string) => process.stdout.write(text)
    await loadHistory({ controlPort: placeFrom(process.env).ports.control, say })
    return 0
  }
  const command = COMMANDS[name]
  if (!command) {
    process.stdout.write(HELP)
    return name === '' || name === 'help' ? 0 : 1
  }
  const { method, path, body } = command(...words)
  const { ports } = placeFrom(process.env)
  const response = await fetch(`${loopback(ports.control)}${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  }).catch(() => undefined)
  if (!response) throw new Error(`Nothing answers at port ${ports.control}: is Evenkeel running (npm start)?`)
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  process.stdout.write(`${isJson ? JSON.stringify(JSON.parse(text), null, 2) : text}\n`)
  return response.ok ? 0 : 1
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
