import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NextConfig } from 'next'

const root = join(import.meta.dirname, '..')
const styles = join(import.meta.dirname, 'public/styles')

/** Changes with the style sheets, so that browsers may keep them for a year. */
function stylesVersion() {
  const hash = createHash('sha256')
  for (const name of readdirSync(styles).sort()) hash.update(readFileSync(join(styles, name)))
  return hash.digest('hex').slice(0, 12)
}

const development = process.env.NODE_ENV === 'development'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `tsc -p portal`, once and with the rest of the house.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingRoot: root,
  turbopack: { root },
  env: { STYLES_VERSION: development ? 'development' : stylesVersion() },
  headers: async () => [
    {
      source: '/styles/:file',
      headers: [
        { key: 'Cache-Control', value: development ? 'no-store' : 'public, max-age=31536000, immutable' },
      ],
    },
    { source: '/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] },
  ],
}

export default config
