/**
 * A setting that the deployment puts into the function's environment together with the permission it goes with.
 * @throws Error when it is missing: the function was deployed without a part it needs.
 */
export function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`The environment lacks ${name}: deploy the stack that sets it.`)
  return value
}

/** Private hosts that outgoing requests may reach; none on AWS. */
export const allowedPrivateHosts = (): string[] =>
  (process.env.ALLOWED_PRIVATE_HOSTS ?? '').split(',').filter(Boolean)
