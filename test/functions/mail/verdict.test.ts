import { describe, expect, test } from 'vitest'
import { isBelieved } from '../../../functions/mail/verdict.ts'

const fine = { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' }
const believed = (change: Partial<typeof fine>) => {
  const { spam, virus, spf, dkim, dmarc } = { ...fine, ...change }
  return isBelieved({
    recipients: [],
    ...{ spamVerdict: { status: spam }, virusVerdict: { status: virus }, spfVerdict: { status: spf } },
    ...{ dkimVerdict: { status: dkim }, dmarcVerdict: { status: dmarc } },
  })
}

describe('a mail', () => {
  test.each([
    [{}],
    [{ dmarc: 'GRAY' }],
    [{ dmarc: 'GRAY', spf: 'FAIL' }],
    [{ dmarc: 'GRAY', dkim: 'FAIL' }],
    [{ dmarc: 'GRAY', spf: 'GRAY', dkim: 'GRAY' }],
    [{ spf: 'FAIL', dkim: 'FAIL' }],
    [{ spam: 'GRAY' }],
  ])('is believed with %j', (change) => {
    expect(believed(change)).toBe(true)
  })

  test.each([
    [{ dmarc: 'FAIL' }],
    [{ dmarc: 'GRAY', spf: 'FAIL', dkim: 'GRAY' }],
    [{ dmarc: 'GRAY', spf: 'FAIL', dkim: 'FAIL' }],
    [{ spam: 'FAIL' }],
    [{ virus: 'FAIL' }],
  ])('is not believed with %j', (change) => {
    expect(believed(change)).toBe(false)
  })
})
