import { setTimeout as pause } from 'node:timers/promises'
import type { AwsJsonClient } from './aws-json.ts'
import type { StreamConsumer, StreamRecord } from './stream-consumer.ts'
import type { Checkpoints } from './worker-store.ts'

interface Shard {
  ShardId: string
  ParentShardId?: string
}

export interface StreamOptions {
  streams: AwsJsonClient
  /** Answers the ARN that the emulator gave the table's stream. */
  findArn: () => Promise<string>
  checkpoints: Checkpoints
  consumer: StreamConsumer
  log: (entry: object) => void
}

/** Milliseconds between rounds while nothing comes. */
const QUIET_PAUSE = 100
const PAUSE_AFTER_ERROR = 500
const ROUNDS_BETWEEN_LISTS = 50

/**
 * Reads every shard of a stream, parents before children, from the oldest record that is left,
 * and remembers on disk how far it got.
 */
export class StreamReader {
  readonly #options: StreamOptions
  readonly #iterators = new Map<string, string>()
  #shards: Shard[] = []
  #arn: string | undefined
  #rounds = 0
  #isStopped = false
  #nudge: (() => void) | undefined
  #waiting: { round: number; resolve: (isAtEnd: boolean) => void }[] = []

  constructor(options: StreamOptions) {
    this.#options = options
  }

  async run(): Promise<void> {
    while (!this.#isStopped) {
      const round = ++this.#rounds
      let found = 1
      try {
        found = await this.#round()
      } catch (error) {
        this.#iterators.clear()
        this.#arn = undefined
        this.#options.log({ level: 'warn', message: 'stream', error: String(error) })
        await pause(PAUSE_AFTER_ERROR)
      }
      this.#answerWaiting(round, found === 0)
      if (found === 0 && this.#waiting.length === 0) await this.#rest()
    }
  }

  /** Reads a whole round that begins after this call; answers whether it found the stream at its end. */
  async isReadToEnd(): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    this.#waiting.push({ round: this.#rounds + 1, resolve })
    this.#nudge?.()
    return await promise
  }

  stop(): void {
    this.#isStopped = true
    this.#nudge?.()
  }

  #answerWaiting(round: number, isAtEnd: boolean): void {
    const due = this.#waiting.filter((waiting) => waiting.round <= round)
    this.#waiting = this.#waiting.filter((waiting) => waiting.round > round)
    for (const { resolve } of due) resolve(isAtEnd)
  }

  async #rest(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#nudge = resolve
    const timer = setTimeout(resolve, QUIET_PAUSE)
    await promise
    clearTimeout(timer)
    this.#nudge = undefined
  }

  /** Reads once from every shard that may be read now; answers how many records there were. */
  async #round(): Promise<number> {
    await this.#listShards()
    let found = 0
    for (const shard of this.#shards) {
      if (this.#mayRead(shard)) found += await this.#read(shard)
    }
    return found
  }

  async #listShards(): Promise<void> {
    if (this.#arn && this.#rounds % ROUNDS_BETWEEN_LISTS !== 0) return
    this.#arn ??= await this.#options.findArn()
    const shards: Shard[] = []
    let start: string | undefined
    do {
      const { StreamDescription } = await this.#options.streams.call<{
        StreamDescription: { Shards?: Shard[]; LastEvaluatedShardId?: string }
      }>('DescribeStream', { StreamArn: this.#arn, ...(start && { ExclusiveStartShardId: start }) })
      shards.push(...(StreamDescription.Shards ?? []))
      start = StreamDescription.LastEvaluatedShardId
    } while (start)
    this.#shards = shards
  }

  #mayRead({ ShardId, ParentShardId }: Shard): boolean {
    const { checkpoints } = this.#options
    if (checkpoints.of(ShardId)?.isFinished) return false
    const isParentThere = this.#shards.some((shard) => shard.ShardId === ParentShardId)
    return !ParentShardId || !isParentThere || checkpoints.of(ParentShardId)?.isFinished === true
  }

  async #iteratorOf(shard: string): Promise<string> {
    const known = this.#iterators.get(shard)
    if (known) return known
    const sequence = this.#options.checkpoints.of(shard)?.sequence
    const from = sequence
      ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: sequence }
      : { ShardIteratorType: 'TRIM_HORIZON' }
    const { ShardIterator } = await this.#options.streams.call<{ ShardIterator: string }>(
      'GetShardIterator',
      {
        StreamArn: this.#arn,
        ShardId: shard,
        ...from,
      },
    )
    return ShardIterator
  }

  async #read({ ShardId }: Shard): Promise<number> {
    const { streams, checkpoints, consumer } = this.#options
    const answer = await streams.call<{ Records?: StreamRecord[]; NextShardIterator?: string }>(
      'GetRecords',
      {
        ShardIterator: await this.#iteratorOf(ShardId),
        Limit: 1000,
      },
    )
    const records = answer.Records ?? []
    const save = (sequence: string) => checkpoints.save(ShardId, { sequence, isFinished: false })
    await consumer.deliver(records, this.#arn ?? '', save, () => this.#isStopped)
    if (answer.NextShardIterator) this.#iterators.set(ShardId, answer.NextShardIterator)
    else {
      const sequence = checkpoints.of(ShardId)?.sequence ?? null
      checkpoints.save(ShardId, { sequence, isFinished: true })
      this.#iterators.delete(ShardId)
      await this.#forgetList()
    }
    return records.length
  }

  /** A shard that ended has children, which are listed at once. */
  async #forgetList(): Promise<void> {
    this.#arn = undefined
    await this.#listShards()
  }
}
