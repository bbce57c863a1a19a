import type { Sending, SourceKind } from './contract.ts'

/** What to put where, so that a sender of this kind uses its new key: to be copied as it is. */
export function exampleFor(kind: SourceKind, { key = '', url = '' }: Sending): string | undefined {
  switch (kind) {
    case 'alertmanager':
      return `route:
  receiver: evenkeel
  group_by: [alertname]
receivers:
  - name: evenkeel
    webhook_configs:
      - url: ${url}
        send_resolved: true
        max_alerts: 200
        http_config:
          authorization:
            credentials: ${key}`
    case 'grafana':
      return `Integration: Webhook
URL: ${url}
HTTP method: POST
Authorization header scheme: Bearer
Authorization header credentials: ${key}`
    case 'cloudwatch':
      return `aws sns subscribe \\
  --topic-arn arn:aws:sns:REGION:ACCOUNT:TOPIC \\
  --protocol https \\
  --notification-endpoint '${url}?key=${key}'`
    case 'generic':
      return `curl -X POST '${url}' \\
  -H 'Authorization: Bearer ${key}' \\
  -H 'Content-Type: application/json' \\
  -d '{"title": "Disk of db-1 is full", "severity": "critical", "status": "firing", "host": "db-1"}'`
    default:
      return undefined
  }
}
