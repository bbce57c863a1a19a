/** How long a call of a mail or text service may take: once, because tries again are the queue's. */
export type Limits = { connectionTimeout: number; requestTimeout: number }

const usual: Limits = { connectionTimeout: 2000, requestTimeout: 5000 }

/** What makes a client of AWS give up in time; without `throwOnRequestTimeout` it would only warn and wait on. */
export const givingUpInTime = (limits = usual) => ({
  maxAttempts: 1,
  requestHandler: { ...limits, throwOnRequestTimeout: true },
})
