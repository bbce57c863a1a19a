import { createHash, randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

export type PublishedFile = { key: string; content: Buffer; etag: string; changedAt: Date }

/** Whether a key names a file inside the folder, however it is spelled. */
const isSafe = (key: string) =>
  key !== '' &&
  key.length <= 1024 &&
  !/[\\\0]/.test(key) &&
  key.split('/').every((part) => part !== '' && part !== '.' && part !== '..')

/** The status bucket as plain files; a reader sees the old file or the new one, never half of one. */
export const openPublishedFiles = (folder: string) => {
  const incoming = `${folder}-incoming`
  mkdirSync(folder, { recursive: true })
  rmSync(incoming, { recursive: true, force: true })
  mkdirSync(incoming, { recursive: true })
  const find = (key: string): PublishedFile | undefined => {
    const file = join(folder, key)
    if (!isSafe(key) || !existsSync(file) || !statSync(file).isFile()) return undefined
    const content = readFileSync(file)
    // MD5 is what S3 answers as the ETag of a plain object.
    const etag = `"${createHash('md5').update(content).digest('hex')}"`
    return { key, content, etag, changedAt: statSync(file).mtime }
  }
  return {
    find,
    isSafe,
    put(key: string, content: Buffer) {
      const temporary = join(incoming, randomUUID())
      writeFileSync(temporary, content)
      mkdirSync(dirname(join(folder, key)), { recursive: true })
      renameSync(temporary, join(folder, key))
    },
    remove(key: string) {
      if (isSafe(key)) rmSync(join(folder, key), { force: true })
    },
    list: (prefix: string) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .filter((key) => key.startsWith(prefix))
        .sort(),
  }
}

export type PublishedFiles = ReturnType<typeof openPublishedFiles>
