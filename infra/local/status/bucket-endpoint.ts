import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from '../http-message.ts'
import { contentType } from './content-type.ts'
import type { PublishedFile, PublishedFiles } from './published-files.ts'

const escapeXml = (text: string) => text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`)

const sendXml = (response: ServerResponse, status: number, xml: string) => {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0" encoding="UTF-8"?>${xml}`)
}

const refuse = (response: ServerResponse, status: number, code: string) =>
  sendXml(
    response,
    status,
    `<Error><Code>${code}</Code><Message>${code}</Message><RequestId>local</RequestId></Error>`,
  )

/** Takes the chunk framing of a signed or checksummed stream off its payload. */
const withoutFrames = (body: Buffer) => {
  const parts: Buffer[] = []
  let at = 0
  while (at < body.length) {
    const end = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.subarray(at, end).toString('latin1'), 16)
    if (end < 0 || !size) break
    parts.push(body.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
  return Buffer.concat(parts)
}

const isStream = ({ headers }: IncomingMessage) =>
  String(headers['x-amz-content-sha256']).startsWith('STREAMING-')

/** Whether the conditions of a write hold, as S3 understands If-Match and If-None-Match. */
const mayWrite = ({ headers }: IncomingMessage, current: PublishedFile | undefined) =>
  !(headers['if-none-match'] === '*' && current) &&
  !(headers['if-match'] !== undefined && headers['if-match'] !== current?.etag)

const put = async (
  files: PublishedFiles,
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
) => {
  const body = await readBody(request, 64 * 1024 * 1024)
  if (!mayWrite(request, files.find(key))) return refuse(response, 412, 'PreconditionFailed')
  files.put(key, isStream(request) ? withoutFrames(body) : body)
  response.writeHead(200, { etag: files.find(key)?.etag ?? '' })
  response.end()
}

const get = (file: PublishedFile, request: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, {
    'content-type': contentType(file.key),
    'content-length': file.content.length,
    'last-modified': file.changedAt.toUTCString(),
    etag: file.etag,
  })
  response.end(request.method === 'HEAD' ? undefined : file.content)
}

const list = (files: PublishedFiles, bucket: string, query: URLSearchParams, response: ServerResponse) => {
  const prefix = query.get('prefix') ?? ''
  const contents = files.list(prefix).flatMap((key) => {
    const file = files.find(key)
    return file
      ? `<Contents><Key>${escapeXml(key)}</Key><LastModified>${file.changedAt.toISOString()}</LastModified><ETag>${escapeXml(file.etag)}</ETag><Size>${file.content.length}</Size></Contents>`
      : []
  })
  sendXml(
    response,
    200,
    `<ListBucketResult><Name>${escapeXml(bucket)}</Name><Prefix>${escapeXml(prefix)}</Prefix><KeyCount>${contents.length}</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`,
  )
}

/** S3's path style for the one status bucket: objects one at a time, and their list. */
export const answerBucket = async (
  files: PublishedFiles,
  request: IncomingMessage,
  response: ServerResponse,
) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bucket')
  const [, bucket = '', ...rest] = pathname.split('/').map(decodeURIComponent)
  const key = rest.join('/')
  if (key === '' && request.method === 'GET') return list(files, bucket, searchParams, response)
  if (!files.isSafe(key)) return refuse(response, 400, 'InvalidArgument')
  if (request.method === 'PUT') return put(files, key, request, response)
  if (request.method === 'DELETE') {
    files.remove(key)
    response.writeHead(204).end()
    return
  }
  const file = files.find(key)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'MethodNotAllowed')
  if (!file) return refuse(response, 404, 'NoSuchKey')
  get(file, request, response)
}
