import { dueKeys } from '../runtime/due-keys.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Table, Write } from '../runtime/table.ts'
import type { Decision } from './decide.ts'
import type { Group } from './group.ts'
import { alertItem, counterKey, flappingEvent, groupEvent, groupItem, groupKey, logItem } from './items.ts'
import type { Occurrence } from './occurrence.ts'

/** A decision and what was said that led to it, if a source said anything. */
export type Decided = Decision & { occurrence?: Occurrence }

/** A transaction's worth of decisions: those of one group, whose counts move with them, or of none. */
export type Bundle = { decided: Decided[]; groupBefore?: Group; group?: Group }

/** A transaction takes a hundred writes; a group and its event are two of them. */
const mostWrites = 90

/** At most: the alert, what was said, that it flaps, and the counters that move with it. */
const writesOf = ({ causes }: Decided): number => 3 + causes.length

/**
 * Decisions as they are stored: what moves a group goes in turn, in the order in which it was decided, and what moves
 * none side by side.
 * @param groups how the groups stood before any of them
 */
export function bundled(decisions: readonly Decided[], groups: ReadonlyMap<string, Group>): Bundle[][] {
  const byGroup = Map.groupBy(decisions, ({ group }) => group?.key)
  const alone = cut(byGroup.get(undefined) ?? []).map((decided) => [{ decided }])
  const together = [...byGroup].flatMap(([key, all]) => {
    if (key === undefined) return []
    let groupBefore = groups.get(key)
    return [
      cut(all).map((decided): Bundle => {
        const bundle = { decided, groupBefore, group: decided.at(-1)?.group }
        groupBefore = bundle.group
        return bundle
      }),
    ]
  })
  return [...alone, ...together]
}

function cut(decisions: readonly Decided[]): Decided[][] {
  const found: Decided[][] = []
  let room = 0
  for (const decision of decisions) {
    room -= writesOf(decision)
    if (room < 0) {
      found.push([])
      room = mostWrites - writesOf(decision)
    }
    found.at(-1)?.push(decision)
  }
  return found
}

export function writesFor(table: Table, { decided, groupBefore, group }: Bundle, now: Instant): Write[] {
  return [
    ...decided.flatMap(({ before, alert, news, flaps, occurrence }) => [
      table.putting(alertItem(alert, now), versionIs(before?.version)),
      ...(occurrence && (news === 'fired' || news === 'ended')
        ? [table.putting(logItem(occurrence, now))]
        : []),
      ...(flaps ? [table.putting(flappingEvent(alert, flaps, now))] : []),
    ]),
    ...counted(table, decided, now),
    ...(group ? groupWrites(table, groupBefore, group, now) : []),
  ]
}

const versionIs = (version: number | undefined) =>
  version === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': version } }

/** A counter that falls is due: at nothing it sets free what it held. */
function counted(table: Table, decided: readonly Decided[], now: Instant): Write[] {
  const sums = new Map<string, number>()
  for (const { counter, by } of decided.flatMap(({ causes }) => causes))
    sums.set(counter, (sums.get(counter) ?? 0) + by)
  return [...sums].flatMap(([counter, by]) =>
    by === 0
      ? []
      : [
          {
            Update: {
              TableName: table.name,
              Key: counterKey(counter),
              UpdateExpression:
                by > 0
                  ? 'ADD firing :by'
                  : 'SET id = :id, dueKey = :dueKey, nextDueAt = :now, dueKind = :kind ADD firing :by, generation :one',
              ExpressionAttributeValues: {
                ':by': by,
                ...(by < 0 && {
                  ':id': counter,
                  ':now': now,
                  ':dueKey': dueKeys(counter, { kind: 'inhibition', dueAt: now }).dueKey,
                  ':kind': 'inhibition',
                  ':one': 1,
                }),
              },
            },
          },
        ],
  )
}

/** Counts are added, so that what two workers do to a group at once adds up; its state must be the one that was read. */
function groupWrites(table: Table, before: Group | undefined, group: Group, now: Instant): Write[] {
  const isNew = before?.serial !== group.serial
  const isDue = group.dueAt !== undefined && group.generation !== before?.generation
  const write = isNew
    ? table.putting(
        groupItem(group),
        before
          ? {
              ConditionExpression: 'serial = :serial AND #state = :state AND generation = :generation',
              ExpressionAttributeNames: { '#state': 'state' },
              ExpressionAttributeValues: {
                ':serial': before.serial,
                ':state': before.state,
                ':generation': before.generation,
              },
            }
          : { ConditionExpression: 'attribute_not_exists(pk)' },
      )
    : moved(table, before, group, isDue)
  const isPunctual =
    group.state === 'waiting' ||
    group.firing <= 0 ||
    (before?.firing ?? 0) <= 0 ||
    group.priority !== before?.priority
  return [write, ...(isDue && isPunctual ? [table.putting(groupEvent(group, now))] : [])]
}

function moved(table: Table, before: Group, group: Group, isDue: boolean): Write {
  const isRaised = group.priority !== before.priority
  // Whoever leaves it to a look that is due anyway must not come after that look.
  const relies = !isDue && group.state === 'open' && group.firing < before.firing
  const item = groupItem(group)
  return {
    Update: {
      TableName: table.name,
      Key: groupKey(group.key),
      UpdateExpression: [
        'SET lastAlertAt = :at, expiresAtEpoch = :expires',
        isRaised && ', priority = :priority, severity = :severity',
        isDue && ', generation = :next, dueKey = :dueKey, nextDueAt = :due, dueKind = :kind, id = :id',
        ' ADD firing :firing, #total :total',
      ]
        .filter(Boolean)
        .join(''),
      ConditionExpression: [
        'serial = :serial AND #state = :state',
        (isRaised || isDue) && ' AND generation = :generation AND priority = :was',
        relies && ' AND attribute_exists(nextDueAt)',
      ]
        .filter(Boolean)
        .join(''),
      ExpressionAttributeNames: { '#state': 'state', '#total': 'total' },
      ExpressionAttributeValues: {
        ':at': group.lastAlertAt,
        ':expires': item.expiresAtEpoch,
        ':firing': group.firing - before.firing,
        ':total': group.total - before.total,
        ':serial': before.serial,
        ':state': before.state,
        ...((isRaised || isDue) && { ':generation': before.generation, ':was': before.priority }),
        ...(isRaised && { ':priority': group.priority, ':severity': group.severity }),
        ...(isDue && {
          ':next': group.generation,
          ':dueKey': item.dueKey,
          ':due': group.dueAt,
          ':kind': item.dueKind,
          ':id': item.id,
        }),
      },
    },
  }
}
