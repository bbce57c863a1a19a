import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exampleFor } from '../../portal/lib/alerts/examples.ts'

describe('the configuration of Alertmanager that the portal shows', () => {
  const url = 'http://localhost:3001/v1/alerts/src_prometheus'
  const example = exampleFor('alertmanager', { url, key: 'evk_src_…' }) ?? ''

  test('groups by the name of the alert, and sends no more at once than a request may hold', () => {
    expect(example).toContain('\n  group_by: [alertname]\n')
    expect(example).toContain('\n        max_alerts: 200\n')
  })

  test('is the one that the README shows', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(example)
  })
})
