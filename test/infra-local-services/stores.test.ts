import { join } from 'node:path'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { describe, expect, test } from 'vitest'
import { createSecretsServer } from '../../infra/local/stores/secrets.ts'
import { credentials, region, serve, temporaryFolder } from './serve.ts'

const read = async (file: string, SecretId: string) => {
  const endpoint = await serve(createSecretsServer(file))
  const client = new SecretsManagerClient({ region, endpoint, credentials, maxAttempts: 1 })
  return client.send(new GetSecretValueCommand({ SecretId }))
}

describe('reading a secret', () => {
  test('makes a token key of 64 characters once and keeps it over a restart', async () => {
    const file = join(temporaryFolder(), 'secrets.json')
    const arn = 'arn:aws:secretsmanager:eu-central-1:000000000000:secret:tokens-AbCdEf'
    const first = await read(file, arn)
    expect(JSON.parse(first.SecretString ?? '').tokenKey).toMatch(/^[\w-]{64}$/)
    expect((await read(file, arn)).SecretString).toBe(first.SecretString)
    expect((await read(file, 'another')).SecretString).not.toBe(first.SecretString)
  })
})
