import { createHash, createHmac } from 'node:crypto'
import type { SiteFile } from './files.ts'

type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string }
type Place = { bucket: string; region: string; endpoint: string; credentials: Credentials }

/**
 * The bucket behind the status site. One kind of request needs no client of 130 KB:
 * a PUT, signed with Signature Version 4; whoever calls is a queue, which tries again.
 */
export const openSiteStore = ({ bucket, region, endpoint, credentials }: Place) => ({
  async put({ key, body, contentType, cacheControl }: SiteFile): Promise<void> {
    const url = new URL(`${endpoint}/${bucket}/${key}`)
    const at = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
    const headers = {
      'cache-control': cacheControl,
      'content-type': contentType,
      host: url.host,
      'x-amz-content-sha256': digest(body),
      'x-amz-date': at,
      ...(credentials.sessionToken && { 'x-amz-security-token': credentials.sessionToken }),
    }
    const authorization = authorize({ method: 'PUT', path: url.pathname, headers, region, credentials })
    const answer = await fetch(url, {
      method: 'PUT',
      body,
      headers: { ...headers, authorization },
      redirect: 'error',
      signal: AbortSignal.timeout(5000),
    })
    if (!answer.ok) throw new Error(`The bucket answered ${answer.status} for ${key}: ${await answer.text()}`)
  },
})

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

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const mac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
