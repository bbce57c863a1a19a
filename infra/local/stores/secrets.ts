import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { dirname } from 'node:path'
import { readBody, sendJson } from '../http-message.ts'

const json = 'application/x-amz-json-1.1'

const readSecrets = (file: string): Record<string, string> => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

/** The name inside a secret's ARN, without the six characters that AWS appends; a plain id stays as it is. */
const nameOf = (id: string) => /^arn:[^:]*:secretsmanager:[^:]*:[^:]*:secret:(.+)$/.exec(id)?.[1] ?? id

/** Secrets Manager's GetSecretValue over `file`: what is asked for first is made then, and kept. */
export const createSecretsServer = (file: string): Server => {
  const secrets = readSecrets(file)
  const secretFor = (name: string) => {
    const known = secrets[name]
    if (known) return known
    // 48 bytes are 64 characters of base64url.
    const value = JSON.stringify({ tokenKey: randomBytes(48).toString('base64url') })
    secrets[name] = value
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
    renameSync(`${file}.new`, file)
    return value
  }
  return createServer(async (request, response) => {
    const operation = String(request.headers['x-amz-target'] ?? '').replace(/^secretsmanager\./, '')
    if (request.method !== 'POST') return sendJson(response, 200, { service: 'secrets' })
    const body = JSON.parse((await readBody(request, 65_536)).toString() || '{}')
    if (operation !== 'GetSecretValue')
      return sendJson(response, 400, { __type: 'UnknownOperationException', message: operation }, json)
    if (typeof body.SecretId !== 'string' || body.SecretId === '')
      return sendJson(response, 400, { __type: 'InvalidParameterException', message: 'SecretId' }, json)
    const name = nameOf(body.SecretId)
    sendJson(
      response,
      200,
      {
        ARN: body.SecretId,
        Name: name,
        SecretString: secretFor(name),
        VersionId: '00000000-0000-4000-8000-000000000001',
        VersionStages: ['AWSCURRENT'],
      },
      json,
    )
  })
}
