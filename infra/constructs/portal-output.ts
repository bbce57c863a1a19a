import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The part of OpenNext's output that is deployed: one server, and files; no image optimiser, no tag cache. */
export interface PortalOutput {
  handler: string
  serverFolder: string
  /** Folders of files and the prefix in the bucket that each is copied under. */
  files: { folder: string; prefix: string }[]
  filesPrefix: string
  /** Paths that the files answer; all others are the server's. */
  filePaths: string[]
}

interface OpenNextOutput {
  behaviors: { pattern: string; origin?: string }[]
  origins: {
    default: { type: string; handler: string; bundle: string }
    s3: { originPath: string; copy: { from: string; to: string }[] }
  }
}

/**
 * Reads what OpenNext built into a folder, or answers nothing when the portal was not built for AWS.
 * @throws Error when the server was built to run as something else than a function.
 */
export function readPortalOutput(folder: string): PortalOutput | undefined {
  const file = join(folder, 'open-next.output.json')
  if (!existsSync(file)) return undefined
  const { origins, behaviors } = JSON.parse(readFileSync(file, 'utf8')) as OpenNextOutput
  if (origins.default.type !== 'function') {
    throw new Error(`${file}: the portal's server must be a function, it is ${origins.default.type}.`)
  }
  const at = (path: string) => join(dirname(folder), path)
  return {
    handler: origins.default.handler,
    serverFolder: at(origins.default.bundle),
    files: origins.s3.copy
      .filter(({ to }) => to === origins.s3.originPath)
      .map(({ from, to }) => ({ folder: at(from), prefix: to })),
    filesPrefix: origins.s3.originPath,
    filePaths: behaviors.filter(({ origin }) => origin === 's3').map(({ pattern }) => pattern),
  }
}
