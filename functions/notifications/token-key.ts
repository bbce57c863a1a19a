import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import * as z from 'zod/mini'
import { setting } from '../runtime/config.ts'

const Secret = z.object({ tokenKey: z.string().check(z.minLength(32)) })

let cached: Promise<string> | undefined

/** The key that tokens are derived from, read once per container. */
export function readTokenKey(): Promise<string> {
  cached ??= fetchTokenKey().catch((error) => {
    cached = undefined
    throw error
  })
  return cached
}

async function fetchTokenKey(): Promise<string> {
  const { SecretString } = await new SecretsManagerClient({}).send(
    new GetSecretValueCommand({ SecretId: setting('SECRET_ARN') }),
  )
  return z.parse(Secret, JSON.parse(SecretString ?? '{}')).tokenKey
}
