import { EncryptJWT, jwtDecrypt } from 'jose'

const keyOf = async (secret: string) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)))

/** Encrypts what only this portal may read again. `purpose` keeps one kind of cookie from passing as another. */
export async function seal(
  content: Record<string, unknown>,
  { purpose, secret, seconds }: { purpose: string; secret: string; seconds: number },
): Promise<string> {
  return new EncryptJWT(content)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setAudience(purpose)
    .setExpirationTime(`${seconds}s`)
    .encrypt(await keyOf(secret))
}

/** The content, or undefined for anything forged, expired, or sealed for another purpose. */
export async function open<Content>(
  sealed: string | undefined,
  { purpose, secret }: { purpose: string; secret: string },
): Promise<Content | undefined> {
  if (!sealed) return undefined
  try {
    const { payload } = await jwtDecrypt(sealed, await keyOf(secret), {
      audience: purpose,
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    return payload as Content
  } catch {
    return undefined
  }
}
