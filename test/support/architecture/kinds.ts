import type { Source } from './source.ts'

/** What consumers, jobs and build steps are made of: files of a noun that read, claim and send, and are no rules. */
const reachingOut = [
  'functions/announcements/fan-out.ts',
  'functions/announcements/send-chunk.ts',
  'functions/bulk/perform-job.ts',
  'functions/clock/arm.ts',
  'functions/incidents/resolve-children.ts',
  'functions/imports/import-batch.ts',
  'functions/mail/compose.ts',
  'functions/mail/send.ts',
  'functions/notifications/ask-requester.ts',
  'functions/notifications/courier.ts',
  'functions/notifications/hook.ts',
  'functions/notifications/look-ahead.ts',
  'functions/notifications/page-once.ts',
  'functions/notifications/page-people.ts',
  'functions/notifications/pass-on-undelivered.ts',
  'functions/notifications/post.ts',
  'functions/notifications/remind-of-shift.ts',
  'functions/notifications/send-digest.ts',
  'functions/notifications/send-once.ts',
  'functions/notifications/send-test.ts',
  'functions/notifications/tell-followers.ts',
  'functions/notifications/tell-requester.ts',
  'functions/notifications/tell-schedule-news.ts',
  'functions/notifications/tell-team.ts',
  'functions/notifications/texter.ts',
  'functions/notifications/token-key.ts',
  'functions/notifications/warn-administrators.ts',
  'functions/search/index-incident.ts',
  'functions/contract/write-openapi.ts',
  'functions/status/read-site.ts',
  'functions/triage/triage-incident.ts',
  'functions/triggers/find-matches.ts',
  'functions/triggers/tell-matches.ts',
]

export const nounOf = (path: string): string | undefined => /^functions\/([\w-]+)\//.exec(path)?.[1]

export const isEntry = (path: string): boolean =>
  /^functions\/[\w-]+\/(?:api|on-[\w-]+|[\w-]+\.task)\.ts$/.test(path)

export const isOperation = (path: string): boolean => /^functions\/[\w-]+\/api\/[\w-]+\.ts$/.test(path)

/** The only files that spell keys of the table. */
export const isStore = (path: string): boolean =>
  /^functions\/[\w-]+\/(?:store|[\w-]+-store|lists|due|head-item)\.ts$/.test(path)

export const isRuntime = (path: string): boolean => path.startsWith('functions/runtime/')

/** Rules and schemas: what is left of a noun without its entries, operations, stores and adapters. */
export const isRule = (path: string): boolean =>
  /^functions\/[\w-]+\/[\w-]+\.ts$/.test(path) &&
  !isRuntime(path) &&
  !isEntry(path) &&
  !isStore(path) &&
  !reachingOut.includes(path)

export const inFunctions = ({ path }: Source): boolean => path.startsWith('functions/')
export const isTest = ({ path }: Source): boolean => path.startsWith('test/')
