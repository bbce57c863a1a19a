import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { AnnouncementAnswer } from '../announcements/answers.ts'
import { IncidentAnswer } from '../incidents/answers.ts'
import { SurveyAnswer } from '../surveys/representation.ts'
import { contractOf } from './contract.ts'

/** Writes the contract of every noun to a file, which the settings function then serves. A build step. */
const target = process.argv[2] ?? 'build/openapi.json'
if (!existsSync(target)) {
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, '{}')
}

const nouns = await Promise.all([
  import('../incidents/api.ts'),
  import('../escalation/api.ts'),
  import('../announcements/api.ts'),
  import('../status/api.ts'),
  import('../surveys/api.ts'),
  import('../triage/api.ts'),
  import('../people/api.ts'),
  import('../routing/api.ts'),
  import('./api.ts'),
])
const operations = nouns.flatMap((noun) => [...noun.operations])
const shapes = { Incident: IncidentAnswer, Announcement: AnnouncementAnswer, Survey: SurveyAnswer }
writeFileSync(target, JSON.stringify(contractOf(operations, shapes)))
