import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Table } from '../runtime/table.ts'
import type { Model } from './model.ts'

/** An item holds 400 KB; a model of 20,000 features packs into one or two of these. */
const chunkBytes = 350 * 1024
/** One transaction holds 4 MB. */
const mostChunks = 9
const partition = 'TRM#live'
const headKey = { pk: partition, sk: '!head' }
const chunkKey = (version: number, place: number) => ({ pk: partition, sk: `C#${version}#${place}` })

/** What the head says beside the chunks. */
export type ModelHead = {
  version: number
  trainedAt: string
  examples: number
  features: number
  chunks: number
}

/** The model in force, packed into a few items, which one transaction replaces. */
export function openModels(table: Table) {
  let cached: { version: number; model: Model } | undefined

  const readHead = async () => (await table.get(headKey)) as ModelHead | undefined

  async function readChunks({ version, chunks }: ModelHead): Promise<Model | undefined> {
    const keys = Array.from({ length: chunks }, (_, place) => chunkKey(version, place))
    const items = await table.getMany(keys)
    const parts = keys.flatMap(({ sk }) => items.filter((item) => item.sk === sk).map(({ bytes }) => bytes))
    return parts.length === chunks ? unpacked(Buffer.concat(parts as Uint8Array[])) : undefined
  }

  return {
    readHead,

    /** Kept in the container and read again when its version has changed. */
    async current(): Promise<Model | undefined> {
      // A training may replace the chunks after the head was read: then there is a newer head.
      for (let attempt = 0; attempt < 3; attempt++) {
        const head = await readHead()
        if (!head) return undefined
        if (cached?.version === head.version) return cached.model
        const model = await readChunks(head)
        if (model) cached = { version: head.version, model }
        if (model) return model
      }
      return cached?.model
    },

    /** Puts a model into force over the version that was read, and removes that one; undefined when somebody was faster. */
    async replace(model: Model, over: ModelHead | undefined): Promise<ModelHead | undefined> {
      const packed = packedFrom(model)
      const chunks = Math.ceil(packed.length / chunkBytes)
      if (chunks > mostChunks)
        throw new Error(`A model of ${packed.length} bytes is more than one write takes.`)
      const { trainedAt, examples, features } = model
      const head = { version: (over?.version ?? 0) + 1, trainedAt, examples, features: features.size, chunks }
      const collisions = await table.transact([
        table.putting(
          { ...headKey, ...head },
          over
            ? {
                ConditionExpression: 'version = :version',
                ExpressionAttributeValues: { ':version': over.version },
              }
            : { ConditionExpression: 'attribute_not_exists(pk)' },
        ),
        ...Array.from({ length: chunks }, (_, place) =>
          table.putting({
            ...chunkKey(head.version, place),
            bytes: packed.subarray(place * chunkBytes, (place + 1) * chunkBytes),
          }),
        ),
        ...Array.from({ length: over?.chunks ?? 0 }, (_, place) => ({
          Delete: { TableName: table.name, Key: chunkKey(over?.version ?? 0, place) },
        })),
      ])
      return collisions.length === 0 ? head : undefined
    },
  }
}

const packedFrom = ({ features, ...rest }: Model): Buffer =>
  deflateRawSync(JSON.stringify({ ...rest, features: [...features] }))

function unpacked(bytes: Buffer): Model {
  const { features, ...rest } = JSON.parse(inflateRawSync(bytes).toString())
  return { ...rest, features: new Map(features) }
}
