import type { IncomingMessage, ServerResponse } from 'node:http'

/** The whole body of a request; throws a RangeError past `limit` bytes. */
export const readBody = async (request: IncomingMessage, limit: number) => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > limit) throw new RangeError(`The body is larger than ${limit} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export const sendJson = (
  response: ServerResponse,
  status: number,
  body: unknown,
  type = 'application/json; charset=utf-8',
) => {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

/** A page from which nothing outside can be reached; `allow` adds directives to its content security policy. */
export const sendPage = (response: ServerResponse, status: number, html: string, allow = '') => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; base-uri 'none'; frame-ancestors 'self'; ${allow}`,
  })
  response.end(html)
}
