import { gzipSync } from 'node:zlib'
import { ports, publicAddresses } from '../../infra/local/ports.ts'
import { visitor } from './visitor.ts'

const at = publicAddresses(ports(Number(process.env.EVENKEEL_TEST_PORT ?? 3500)))

export type Weight = {
  page: string
  person: string
  status: number
  scripts: number
  kilobytes: number
  limit: number
}

const pages = (incident: string) => [
  {
    person: 'riley',
    limit: 150,
    paths: ['/', '/report', '/incidents', `/incidents/${incident}`, '/announcements'],
  },
  {
    person: 'ana',
    limit: 180,
    paths: ['/queue', `/incidents/${incident}`, '/on-call', '/on-call/sch_service_desk'],
  },
  { person: 'ines', limit: 180, paths: ['/announcements/new'] },
]

/** KB (1,000 bytes) of gzipped script that each page's HTML names or holds; the page of old browsers' fallbacks aside. */
export async function scriptWeights(incident: string): Promise<Weight[]> {
  const weights: Weight[] = []
  for (const { person, limit, paths } of pages(incident)) {
    const { open, signIn } = visitor()
    await signIn(at.portal, person)
    for (const path of paths) weights.push({ person, limit, ...(await weigh(`${at.portal}${path}`, open)) })
  }
  weights.push({ person: 'anyone', limit: 0, ...(await weigh(`${at.status}/`, visitor().open)) })
  return weights
}

async function weigh(url: string, open: ReturnType<typeof visitor>['open']) {
  const { status, html } = await open(url)
  const modern = html.replace(/<script[^>]*\bnomodule\b[^>]*><\/script>/gi, '')
  const named = [...modern.matchAll(/<script[^>]*\bsrc="([^"]+)"/g)].map(([, src = '']) =>
    src.replaceAll('&amp;', '&'),
  )
  const inline = [
    ...modern.matchAll(
      /<script(?![^>]*\bsrc=)(?![^>]*application\/(?:ld\+)?json)[^>]*>([\s\S]*?)<\/script>/g,
    ),
  ]
  const files = await Promise.all(
    [...new Set(named)].map(async (src) => {
      const answer = await fetch(new URL(src, url), { signal: AbortSignal.timeout(30_000) })
      return gzipSync(Buffer.from(await answer.arrayBuffer())).byteLength
    }),
  )
  const written = inline.map(([, script = '']) => gzipSync(script).byteLength)
  const bytes = [...files, ...written].reduce((sum, size) => sum + size, 0)
  return {
    page: new URL(url).pathname,
    status,
    scripts: files.length + written.length,
    kilobytes: bytes / 1000,
  }
}
