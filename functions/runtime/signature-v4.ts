import { createHash, createHmac } from 'node:crypto'

export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string }

type Request = {
  method: string
  /** As it is sent, percent-encoded. */
  path: string
  /** In small letters and in the order of their names. */
  headers: Record<string, string>
  region: string
  credentials: Credentials
}

/** The header that proves who asks: AWS Signature Version 4 for Amazon S3, one chunk, no query. */
export function authorize({ method, path, headers, region, credentials }: Request): string {
  const at = headers['x-amz-date'] ?? ''
  const scope = [at.slice(0, 8), region, 's3', 'aws4_request']
  const names = Object.keys(headers).sort()
  const request = [
    method,
    path,
    '',
    ...names.map((name) => `${name}:${headers[name]?.trim()}`),
    '',
    names.join(';'),
    headers['x-amz-content-sha256'],
  ]
  const stringToSign = ['AWS4-HMAC-SHA256', at, scope.join('/'), digest(request.join('\n'))]
  const key = scope.reduce<string | Buffer>(mac, `AWS4${credentials.secretAccessKey}`)
  const signature = Buffer.from(mac(key, stringToSign.join('\n'))).toString('hex')
  return `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope.join('/')},SignedHeaders=${names.join(';')},Signature=${signature}`
}

export const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const mac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
