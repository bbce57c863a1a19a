import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { contractOf } from './contract.ts'
import { shapes } from './shapes.ts'

/**
 * Writes the contract of every noun, which the contract function then serves, to a file; and packed beside it,
 * as the function carries it. A build step.
 */
const target = process.argv[2] ?? 'build/openapi.json'
const packedTarget = target.replace(/\.json$/, '.packed.json')
const pack = (text: string) => JSON.stringify({ packed: deflateRawSync(text).toString('base64') })

mkdirSync(dirname(target), { recursive: true })
// The function's own operations cannot be read before there is something for it to carry.
if (!existsSync(packedTarget)) writeFileSync(packedTarget, pack('{}'))

const nouns = await Promise.all([
  import('../incidents/api.ts'),
  import('../bulk/api.ts'),
  import('../escalation/api.ts'),
  import('../announcements/api.ts'),
  import('../status/api.ts'),
  import('../surveys/api.ts'),
  import('../triage/api.ts'),
  import('../triggers/api.ts'),
  import('../people/api.ts'),
  import('../notifications/api.ts'),
  import('../desk/api.ts'),
  import('../oncall/api.ts'),
  import('../routing/api.ts'),
  import('../settings/api.ts'),
  import('../alerts/api.ts'),
  import('./api.ts'),
])
const operations = nouns.flatMap((noun) => [...noun.operations])
const contract = JSON.stringify(contractOf(operations, shapes))
writeFileSync(packedTarget, pack(contract))
writeFileSync(target, contract)
