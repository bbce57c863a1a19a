const read = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`The portal needs ${name} in its environment.`)
  return value
}

/** Read when asked, not when imported: a build has no environment. */
export const settings = {
  apiUrl: () => read('EVENKEEL_API_URL'),
  portalUrl: () => new URL(read('PORTAL_URL')),
  statusUrl: () => read('STATUS_URL'),
  sessionKey: () => read('SESSION_KEY'),
  oidcIssuer: () => new URL(read('OIDC_ISSUER')),
  oidcClientId: () => process.env.OIDC_CLIENT_ID ?? 'evenkeel-portal',
  oidcClientSecret: () => process.env.OIDC_CLIENT_SECRET,
}
