import type { AttributeValue } from '@aws-sdk/client-dynamodb'

/** An item as the table holds it, with its types spelled out. */
export type StoredItem = Record<string, AttributeValue>

/** A secondary index: the attributes that put an item into it, and everything that its rows carry. */
export type Index = { name: string; keys: string[]; carries: string[] }

const kilobyte = 1024
const textBytes = (text: string) => Buffer.byteLength(text)

/**
 * Bytes of an item as DynamoDB counts them.
 * Source: Amazon DynamoDB Developer Guide, "DynamoDB item sizes and formats".
 */
export const itemBytes = (item: StoredItem): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + textBytes(name) + valueBytes(value), 0)

function valueBytes(value: AttributeValue): number {
  if (value.S !== undefined) return textBytes(value.S)
  if (value.N !== undefined) return numberBytes(value.N)
  if (value.B !== undefined) return value.B.byteLength
  if (value.L !== undefined) return 3 + sum(value.L.map((inner) => 1 + valueBytes(inner)))
  if (value.M !== undefined) {
    return 3 + sum(Object.entries(value.M).map(([name, inner]) => 1 + textBytes(name) + valueBytes(inner)))
  }
  if (value.SS !== undefined) return sum(value.SS.map(textBytes))
  if (value.NS !== undefined) return sum(value.NS.map(numberBytes))
  if (value.BS !== undefined) return sum(value.BS.map((bytes) => bytes.byteLength))
  return 1
}

/** One byte for every two significant digits, one more, and one for a minus sign. */
function numberBytes(text: string): number {
  const digits = text
    .replace(/e.*$/i, '')
    .replace(/[-+.]/g, '')
    .replace(/^0+|0+$/g, '')
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith('-') ? 1 : 0)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** Units of reading this many bytes in one request: 4 KB each, half for eventual consistency, never nothing. */
export const readUnits = (bytes: number, { consistent }: { consistent: boolean }): number =>
  Math.max(1, Math.ceil(bytes / (4 * kilobyte))) * (consistent ? 1 : 0.5)

const unitsOf = (...items: (StoredItem | undefined)[]) =>
  Math.max(1, ...items.map((item) => Math.ceil((item ? itemBytes(item) : 0) / kilobyte)))

/**
 * Units of one write: every started KB of the larger of the item before and after, twice in a transaction,
 * and every row that it puts into, changes in or takes out of an index. Rows follow the committed item, so they count once;
 * a row whose key changes is taken out and put in again.
 */
export function writeUnits(
  { before, after }: { before?: StoredItem; after?: StoredItem },
  { indexes, transactional }: { indexes: readonly Index[]; transactional: boolean },
): number {
  const table = unitsOf(before, after) * (transactional ? 2 : 1)
  return table + sum(indexes.map((index) => indexUnits(rowOf(before, index), rowOf(after, index), index)))
}

function rowOf(item: StoredItem | undefined, { keys, carries }: Index): StoredItem | undefined {
  if (!item || keys.some((key) => item[key] === undefined)) return undefined
  return Object.fromEntries(
    [...new Set([...keys, ...carries])].flatMap((name) => {
      const value = item[name]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}

function indexUnits(before: StoredItem | undefined, after: StoredItem | undefined, { keys }: Index): number {
  if (!before && !after) return 0
  if (!before || !after) return unitsOf(before, after)
  if (keys.some((key) => !same(before[key], after[key]))) return unitsOf(before) + unitsOf(after)
  return same(before, after) ? 0 : unitsOf(before, after)
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
