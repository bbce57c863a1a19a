import { join, resolve } from 'node:path'
import { type Ports, ports } from './ports.ts'

/** Where this copy of the local run lives; every process reads the same few variables. */
export interface Place {
  root: string
  basePort: number
  ports: Ports
  dataFolder: string
  assemblyFolder: string
  account: string
  region: string
}

/** The account number that the local queues and buckets answer with. */
const ACCOUNT = '000000000000'
const REGION = 'eu-central-1'

export const ROOT = resolve(import.meta.dirname, '../..')

export function placeFrom(env: Record<string, string | undefined>): Place {
  const basePort = Number(env.EVENKEEL_PORT ?? 3000)
  if (!Number.isInteger(basePort) || basePort < 1024 || basePort > 65_525) {
    throw new Error(`EVENKEEL_PORT must be a port number from 1024 to 65525, it is "${env.EVENKEEL_PORT}"`)
  }
  return {
    root: ROOT,
    basePort,
    ports: ports(basePort),
    dataFolder: resolve(ROOT, env.EVENKEEL_DATA ?? '.local'),
    assemblyFolder: resolve(ROOT, env.EVENKEEL_ASSEMBLY ?? join('build', 'cdk.local')),
    account: ACCOUNT,
    region: REGION,
  }
}
