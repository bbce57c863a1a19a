import type { SourceKind } from '../source.ts'
import { readAlertmanager } from './alertmanager.ts'
import { readCloudwatch } from './cloudwatch.ts'
import { readEventbridge } from './eventbridge.ts'
import { readGeneric } from './generic.ts'
import { readGrafana } from './grafana.ts'
import { readMail } from './mail.ts'
import type { Adapter } from './occurrence-from.ts'

/** How what each kind of source sends is read. */
export const adapterOf: Readonly<Record<SourceKind, Adapter>> = {
  alertmanager: readAlertmanager,
  cloudwatch: readCloudwatch,
  eventbridge: readEventbridge,
  grafana: readGrafana,
  generic: readGeneric,
  mail: readMail,
}
