import { beforeAll, describe, expect, test } from 'vitest'
import { settingsOf } from '../../infra/stages.ts'
import { callbackUrl, signedOutUrl } from '../../portal/lib/sign-in-addresses.ts'
import { type SynthesizedStack, synthesize, theOnly } from './assembly.ts'

let stacks: SynthesizedStack[]
beforeAll(() => {
  stacks = synthesize('dev')
})

describe('the portal’s client of the user pool', () => {
  test('allows exactly the addresses that the portal comes back to', () => {
    const portal = new URL(settingsOf('dev').portalUrl)
    const { Properties } = theOnly(stacks, 'AWS::Cognito::UserPoolClient')
    expect(Properties.CallbackURLs).toEqual([callbackUrl(portal).href])
    expect(Properties.LogoutURLs).toEqual([signedOutUrl(portal).href])
  })
})
