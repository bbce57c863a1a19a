import { Button } from '../components/button.tsx'
import type { Ui } from '../lib/visit.ts'
import type { IncidentData } from './incident-data.ts'

/** To hear no more of an incident, or to hear of it again. Pages are spoken of to those who may get some. */
export const Mute = ({
  ui: { t },
  data: { incident, isMuted },
  reader,
}: {
  ui: Ui
  data: IncidentData
  reader: 'requester' | 'worker'
}) => (
  <form method="post" action={`/incidents/${incident.id}/${isMuted ? 'unmute' : 'mute'}`} className="mute">
    <Button kind="quiet">{t(isMuted ? 'who.unmute' : 'who.mute')}</Button>
    <p className="hint">
      {reader === 'requester'
        ? t(isMuted ? 'who.mutedMail' : 'who.muteMail')
        : t(isMuted ? 'who.mutedHint' : 'who.muteHint')}
    </p>
  </form>
)
