import { authorize, type Credentials, digest } from '../runtime/signature-v4.ts'
import type { SiteFile } from './files.ts'

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
