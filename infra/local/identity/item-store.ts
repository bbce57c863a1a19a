import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Adapter, AdapterPayload } from 'oidc-provider'

type Item = { model: string; id: string; payload: AdapterPayload; expiresAt?: number }

const seconds = () => Math.floor(Date.now() / 1000)

const keyOf = (model: string, id: string) =>
  `${model}.${createHash('sha256').update(id).digest('hex').slice(0, 32)}`

const isExpired = ({ expiresAt }: Item) => expiresAt !== undefined && expiresAt <= seconds()

/** Sessions, grants and tokens, one small file each, so that people stay signed in over a restart. */
export const openItemStore = (folder: string) => {
  mkdirSync(folder, { recursive: true })
  const items = new Map<string, Item>()
  const forget = (key: string) => {
    items.delete(key)
    rmSync(join(folder, `${key}.json`), { force: true })
  }
  const keep = (item: Item) => {
    const key = keyOf(item.model, item.id)
    items.set(key, item)
    writeFileSync(join(folder, `${key}.new`), JSON.stringify(item), { mode: 0o600 })
    renameSync(join(folder, `${key}.new`), join(folder, `${key}.json`))
  }
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const item: Item = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    if (isExpired(item)) forget(keyOf(item.model, item.id))
    else items.set(keyOf(item.model, item.id), item)
  }
  const live = (item: Item | undefined) => (item && !isExpired(item) ? item : undefined)
  const first = (model: string, matches: (payload: AdapterPayload) => boolean) =>
    live([...items.values()].find((item) => item.model === model && matches(item.payload)))?.payload
  const revokeGrant = (grantId: string) => {
    for (const [key, { payload }] of items) if (payload.grantId === grantId) forget(key)
  }

  const adapterFor = (model: string): Adapter => ({
    async upsert(id, payload, expiresIn) {
      keep({ model, id, payload, ...(expiresIn ? { expiresAt: seconds() + expiresIn } : {}) })
    },
    async find(id) {
      return live(items.get(keyOf(model, id)))?.payload
    },
    async findByUid(uid) {
      return first(model, (payload) => payload.uid === uid)
    },
    async findByUserCode(userCode) {
      return first(model, (payload) => payload.userCode === userCode)
    },
    async consume(id) {
      const item = items.get(keyOf(model, id))
      if (item) keep({ ...item, payload: { ...item.payload, consumed: seconds() } })
    },
    async destroy(id) {
      forget(keyOf(model, id))
    },
    async revokeByGrantId(grantId) {
      revokeGrant(grantId)
    },
  })
  return { adapterFor, revokeGrant }
}

export type ItemStore = ReturnType<typeof openItemStore>
