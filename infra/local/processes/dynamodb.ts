import { join } from 'node:path'
import { startDynamoDb } from '../dynamodb/start-dynamodb.ts'
import { announceReady, log, place, stopWith } from '../service-process.ts'

const database = await startDynamoDb({
  port: place.ports.dynamodb,
  ...(process.env.EVENKEEL_MEMORY === '1' ? {} : { folder: join(place.dataFolder, 'dynamodb') }),
  onOutput: (text) => {
    for (const line of text.split('\n')) if (line.trim()) log('info', line.trim())
  },
})
let stopping = false
stopWith(() => {
  stopping = true
  return database.stop()
})
database.child.once('exit', (code) => {
  if (stopping) return
  log('error', 'DynamoDB Local ended', { code })
  process.exit(1)
})
announceReady()
