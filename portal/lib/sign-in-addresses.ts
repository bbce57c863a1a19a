/** Where the identity provider leads people back to. It takes only what its client lists, letter by letter. */
export const callbackUrl = (portal: URL): URL => new URL('/auth/callback', portal)
export const signedOutUrl = (portal: URL): URL => new URL('/auth/signed-out', portal)
