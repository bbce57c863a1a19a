import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { languageOf } from '../page-frame.ts'
import { answerBucket } from './bucket-endpoint.ts'
import { contentType } from './content-type.ts'
import { statusNotice } from './notice-page.ts'
import type { PublishedFile, PublishedFiles } from './published-files.ts'

const policy = (styles: string) =>
  `default-src 'none'; style-src ${styles}; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const securityHeaders = {
  'content-security-policy': policy("'self'"),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
}

/** A folder is its index.html, and a page may be asked for without its ending. */
const candidates = (path: string) => {
  const key = path.replace(/^\/+/, '')
  if (key === '' || key.endsWith('/')) return [`${key}index.html`]
  return [key, `${key}/index.html`, `${key}.html`]
}

const decode = (path: string) => {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

const isFresh = (request: IncomingMessage, file: PublishedFile) =>
  (request.headers['if-none-match'] ?? '').split(',').some((tag) => {
    const plain = tag.trim().replace(/^W\//, '')
    return plain === '*' || plain === file.etag
  })

const sendFile = (
  file: PublishedFile,
  status: number,
  request: IncomingMessage,
  response: ServerResponse,
) => {
  const type = contentType(file.key)
  const headers = {
    ...securityHeaders,
    // Always asked again, so that nobody reads yesterday's outage; unchanged pages cost a 304.
    'cache-control': 'no-cache',
    etag: file.etag,
    'last-modified': file.changedAt.toUTCString(),
    // Data and badges may be read from other sites; pages not.
    ...(type.startsWith('text/html') ? {} : { 'access-control-allow-origin': '*' }),
  }
  if (status === 200 && isFresh(request, file)) return response.writeHead(304, headers).end()
  response.writeHead(status, { ...headers, 'content-type': type, 'content-length': file.content.length })
  response.end(request.method === 'HEAD' ? undefined : file.content)
}

const sendNotice = (html: string, status: number, request: IncomingMessage, response: ServerResponse) => {
  response.writeHead(status, {
    ...securityHeaders,
    // The server's own notice carries its style in itself; what was published may not.
    'content-security-policy': policy("'unsafe-inline'"),
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
  })
  response.end(request.method === 'HEAD' ? undefined : html)
}

const servePublic = (files: PublishedFiles, request: IncomingMessage, response: ServerResponse) => {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return response.writeHead(405, { ...securityHeaders, allow: 'GET, HEAD' }).end()
  const path = decode((request.url ?? '/').replace(/[?#].*$/s, ''))
  const file = candidates(path ?? '/404')
    .map(files.find)
    .find((found) => found !== undefined)
  if (file) return sendFile(file, 200, request, response)
  const language = languageOf(request.headers['accept-language'])
  if (path === '/') return sendNotice(statusNotice('unpublished', language), 200, request, response)
  const own = files.find('404.html')
  if (own) return sendFile(own, 404, request, response)
  sendNotice(statusNotice('missing', language), 404, request, response)
}

/** The public status site, and the bucket that it is published into, told apart by the AWS signature. */
export const createStatusServer = (files: PublishedFiles) =>
  createServer((request, response) => {
    const signed = /^AWS4-/.test(request.headers.authorization ?? '')
    const answer = async () =>
      signed ? answerBucket(files, request, response) : servePublic(files, request, response)
    answer().catch((error: Error) => {
      process.stdout.write(
        `${JSON.stringify({ level: 'error', message: error.message, stack: error.stack })}\n`,
      )
      if (!response.headersSent) response.writeHead(500, securityHeaders)
      response.end()
    })
  })
