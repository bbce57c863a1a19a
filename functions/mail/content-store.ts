import { authorize, type Credentials, digest } from '../runtime/signature-v4.ts'

type Place = { bucket: string; region: string; endpoint: string; credentials: Credentials }

/** Objects that are larger than this are left where they are. */
const largestObject = 10 * 1024 * 1024

/** The bucket of large content, of which mail reads what it received: one kind of request needs no client of 130 KB. */
export const openContent = ({ bucket, region, endpoint, credentials }: Place) => ({
  /** @returns undefined for an object that is larger than 10 MB. @throws Error when it is not there. */
  async read(key: string): Promise<Buffer | undefined> {
    const url = new URL(`${endpoint}/${bucket}/${key}`)
    const headers = {
      host: url.host,
      'x-amz-content-sha256': digest(''),
      'x-amz-date': new Date().toISOString().replace(/[-:]|\.\d+/g, ''),
      ...(credentials.sessionToken && { 'x-amz-security-token': credentials.sessionToken }),
    }
    const authorization = authorize({ method: 'GET', path: url.pathname, headers, region, credentials })
    const answer = await fetch(url, {
      headers: { ...headers, authorization },
      redirect: 'error',
      signal: AbortSignal.timeout(20_000),
    })
    if (!answer.ok) throw new Error(`The bucket answered ${answer.status} for ${key}.`)
    if (Number(answer.headers.get('content-length')) > largestObject) {
      await answer.body?.cancel()
      return undefined
    }
    return Buffer.from(await answer.arrayBuffer())
  },
})
export type Content = ReturnType<typeof openContent>
