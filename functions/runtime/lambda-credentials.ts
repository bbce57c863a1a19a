import { fromEnv } from '@aws-sdk/credential-provider-env'

/**
 * Stands in every bundle for the SDK's own chain of credential providers. A function's role comes through its
 * environment; the chain would look into profiles, single sign-on and metadata addresses, too, and weighs 95 KB.
 */
export const defaultProvider = () => fromEnv()
