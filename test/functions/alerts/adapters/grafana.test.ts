import { describe, expect, test } from 'vitest'
import { readGrafana } from '../../../../functions/alerts/adapters/grafana.ts'
import { around, refusalOf, valid } from './fixture.ts'

const memory = {
  status: 'firing',
  labels: { alertname: 'High memory usage', team: 'blue', zone: 'us-1' },
  annotations: {
    description: 'The system has high memory usage',
    runbook_url: 'https://runbooks.example/1234',
    summary: 'Memory is short in zone us-1',
  },
  startsAt: '2026-10-12T09:51:03.157076+02:00',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'https://grafana.example/alerting/1afz29v7z/edit',
  fingerprint: 'c6eadffa33fcdf37',
  silenceURL: 'https://grafana.example/alerting/silence/new?alertmanager=grafana',
  dashboardURL: 'https://grafana.example/d/abc',
  panelURL: 'https://grafana.example/d/abc?viewPanel=3',
  values: { B: 44.23943737541908, C: 1 },
}
const cpu = {
  ...memory,
  status: 'resolved',
  labels: { alertname: 'High CPU usage', team: 'blue', zone: 'eu-1' },
  annotations: {},
  endsAt: '2026-10-12T10:01:00+02:00',
  fingerprint: 'bc97ff14869b13e3',
  dashboardURL: '',
  panelURL: '',
  values: null,
  valueString: "[ metric='' labels={} value=14151.33 ]",
}
const body = {
  receiver: 'evenkeel',
  status: 'firing',
  orgId: 1,
  version: '1',
  groupKey: '{}',
  alerts: [memory, cpu],
}
const read = (sent: unknown) => valid(readGrafana(sent, around('grafana')))

describe('the webhook of Grafana', () => {
  test('is read alert by alert, each with its own status, values and links', () => {
    const [first, second] = read(body)
    expect(first).toMatchObject({
      status: 'firing',
      title: 'Memory is short in zone us-1',
      summary: 'The system has high memory usage\nB = 44.23943737541908, C = 1',
      severity: 'warning',
      startsAt: '2026-10-12T07:51:03.157Z',
      links: [
        { text: 'Runbook', url: memory.annotations.runbook_url },
        { text: 'Panel', url: memory.panelURL },
        { text: 'Dashboard', url: memory.dashboardURL },
        { text: 'Grafana', url: memory.generatorURL },
        { text: 'Silence in Grafana', url: memory.silenceURL },
      ],
    })
    expect(second).toMatchObject({
      status: 'resolved',
      title: 'High CPU usage',
      summary: cpu.valueString,
      saidAt: '2026-10-12T08:01:00.000Z',
    })
    expect(second?.links.map(({ text }) => text)).toEqual(['Grafana', 'Silence in Grafana'])
  })

  test('refuses a version that is not known', () => {
    expect(refusalOf(() => read({ ...body, version: '2' })).reason).toBe('unknown_version')
  })

  test('refuses what Grafana sends before its unified alerting', () => {
    const legacy = { ruleId: 1, ruleName: 'Panel', state: 'alerting', evalMatches: [] }
    expect(refusalOf(() => read(legacy)).extras.errors?.[0]?.path).toBe('alerts')
  })
})
