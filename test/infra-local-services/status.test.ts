import { writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { describe, expect, test } from 'vitest'
import { openPublishedFiles } from '../../infra/local/status/published-files.ts'
import { createStatusServer } from '../../infra/local/status/status-server.ts'
import { credentials, region, serve, temporaryFolder } from './serve.ts'

const start = async () => {
  const root = temporaryFolder()
  writeFileSync(join(root, 'secrets.json'), 'secret')
  const url = await serve(createStatusServer(openPublishedFiles(join(root, 'status'))))
  const bucket = new S3Client({ region, endpoint: url, credentials, maxAttempts: 1 })
  const put = (Key: string, Body: string, more: object = {}) =>
    bucket.send(new PutObjectCommand({ Bucket: 'status-site', Key, Body, ...more }))
  return { url, bucket, put }
}

/** Sends a path as it is; fetch would tidy it up first. */
const rawStatus = (url: string, path: string) =>
  new Promise<number | undefined>((done, fail) => {
    const { hostname, port } = new URL(url)
    request({ hostname, port, path }, (response) => {
      response.resume()
      done(response.statusCode)
    })
      .on('error', fail)
      .end()
  })

describe('publishing to the status bucket', () => {
  test('stores, reads, lists and deletes objects for the S3 client', async () => {
    const { bucket, put } = await start()
    const { ETag } = await put('de/index.html', '<h1>Läuft</h1>')
    const got = await bucket.send(new GetObjectCommand({ Bucket: 'status-site', Key: 'de/index.html' }))
    expect(await got.Body?.transformToString()).toBe('<h1>Läuft</h1>')
    expect(got.ETag).toBe(ETag)
    const head = await bucket.send(new HeadObjectCommand({ Bucket: 'status-site', Key: 'de/index.html' }))
    expect(head.ContentType).toBe('text/html; charset=utf-8')
    const list = await bucket.send(new ListObjectsV2Command({ Bucket: 'status-site', Prefix: 'de/' }))
    expect(list.Contents?.map(({ Key }) => Key)).toEqual(['de/index.html'])
    await bucket.send(new DeleteObjectCommand({ Bucket: 'status-site', Key: 'de/index.html' }))
    await expect(
      bucket.send(new GetObjectCommand({ Bucket: 'status-site', Key: 'de/index.html' })),
    ).rejects.toMatchObject({ name: 'NoSuchKey' })
  })

  test('takes a body that comes as a stream of chunks', async () => {
    const { url } = await start()
    const headers = {
      authorization: 'AWS4-HMAC-SHA256 local',
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    }
    const body = '4\r\nWiki\r\n7;chunk-signature=0\r\npedia\r\n\r\n0\r\nx-amz-checksum-crc32:AAAA\r\n\r\n'
    await fetch(`${url}/status-site/big.txt`, { method: 'PUT', headers, body })
    expect(await (await fetch(`${url}/big.txt`)).text()).toBe('Wikipedia\r\n')
  })

  test('refuses a stale conditional write', async () => {
    const { put } = await start()
    const first = await put('status.json', '{}')
    await expect(put('status.json', '{"a":1}', { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    })
    await put('status.json', '{"a":1}', { IfMatch: first.ETag })
    await expect(put('status.json', '{"a":2}', { IfMatch: first.ETag })).rejects.toThrow()
  })

  test('is not possible without a signature', async () => {
    const { url } = await start()
    expect((await fetch(`${url}/status-site/index.html`, { method: 'PUT', body: 'x' })).status).toBe(405)
  })
})

describe('reading the status site', () => {
  test('says so while nothing was published', async () => {
    const { url } = await start()
    const page = await fetch(url, { headers: { 'accept-language': 'de' } })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Noch nichts veröffentlicht')
  })

  test('serves folders, types, HEAD and unchanged files, without script', async () => {
    const { url, put } = await start()
    await put('index.html', '<h1>All good</h1>')
    await put('de/index.html', '<h1>Alles gut</h1>')
    await put('feed.atom', '<feed/>')
    const page = await fetch(url)
    expect(await page.text()).toBe('<h1>All good</h1>')
    expect(page.headers.get('content-security-policy')).not.toContain('script-src')
    expect(await (await fetch(`${url}/de?x=1`)).text()).toBe('<h1>Alles gut</h1>')
    expect((await fetch(`${url}/feed.atom`)).headers.get('content-type')).toContain('application/atom+xml')
    const head = await fetch(url, { method: 'HEAD' })
    expect(head.headers.get('content-length')).toBe('17')
    const etag = page.headers.get('etag') ?? ''
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  test.each([
    '/../secrets.json',
    '/%2e%2e/secrets.json',
    '/..%2fsecrets.json',
    '/de/../../secrets.json',
    '/%00',
    '/%E0%A4%A',
    '//etc/passwd',
    '/..%5csecrets.json',
  ])('answers 404 to %s', async (path) => {
    const { url, put } = await start()
    await put('index.html', 'x')
    expect(await rawStatus(url, path)).toBe(404)
  })
})
