import { describe, expect, test } from 'vitest'
import { assertFitForAws, type StageName, settingsOf } from '../../infra/stages.ts'

describe('settingsOf', () => {
  test.each<StageName>(['dev', 'prod'])('%s is fit for AWS', (name) => {
    const settings = settingsOf(name)
    expect(settings.allowedPrivateHosts).toEqual([])
    expect(settings.statusRegion).not.toBe(settings.region)
  })

  test('puts the local run on the ports that follow its base', () => {
    expect(settingsOf('local', { port: 3100 })).toMatchObject({
      portalUrl: 'http://localhost:3100',
      statusUrl: 'http://localhost:3103',
      issuers: [{ issuer: 'http://localhost:3104', clientId: 'evenkeel-portal' }],
    })
  })

  test.each<StageName>(['local', 'dev', 'prod'])(
    '%s gives pages a lane at least as wide as any bulk mail',
    (name) => {
      const { concurrency } = settingsOf(name)
      expect(Math.min(...Object.values(concurrency))).toBeGreaterThanOrEqual(2)
      expect(concurrency.pages).toBeGreaterThan(concurrency['announcement-chunks'])
    },
  )
})

describe('assertFitForAws', () => {
  test('refuses private hosts', () => {
    expect(() => assertFitForAws({ ...settingsOf('dev'), allowedPrivateHosts: ['10.0.0.1'] })).toThrow(
      /must be empty/,
    )
  })

  test('refuses a status site beside the rest', () => {
    expect(() => assertFitForAws({ ...settingsOf('dev'), statusRegion: 'eu-central-1' })).toThrow(
      /another region/,
    )
  })
})
