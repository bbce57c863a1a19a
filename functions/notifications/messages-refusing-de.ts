import type { LosingReason } from '../alerts/refused.ts'
import type { RefusingNamed } from './messages-refusing-en.ts'

type Said = { why: string; todo: string }

const reasons: Record<LosingReason, Said> = {
  wrong_key: {
    why: 'Es kam mit einem falschen Schlüssel.',
    todo: 'Geben Sie dem Sender den Schlüssel dieser Quelle. Kennt ihn niemand mehr, erstellen Sie einen neuen.',
  },
  expired_key: {
    why: 'Es kam mit einem abgelaufenen Schlüssel.',
    todo: 'Der Sender benutzt noch den Schlüssel von vor dem letzten Wechsel. Geben Sie ihm den neuen.',
  },
  retired: {
    why: 'Diese Quelle wurde stillgelegt, und ihr Sender sendet noch.',
    todo: 'Stellen Sie ihn ab, oder nehmen Sie die Quelle wieder in Betrieb.',
  },
  wrong_kind: {
    why: 'Eine Quelle dieser Art bekommt ihre Alarme anders.',
    todo: 'Das Beispiel auf ihrer Seite zeigt, wie.',
  },
  too_large: {
    why: 'Es war zu groß: Eine Nachricht fasst bis zu 256 KB.',
    todo: 'Lassen Sie den Sender weniger Alarme in eine Nachricht packen.',
  },
  unsupported_type: {
    why: 'Es wurde nicht als JSON gesendet.',
    todo: 'Lassen Sie den Sender den Typ application/json angeben.',
  },
  malformed: {
    why: 'Es war kein JSON, das sich lesen lässt.',
    todo: 'Sehen Sie sich die Vorlage an, aus der der Sender seine Nachricht baut.',
  },
  unknown_version: {
    why: 'Es kam in einer Version, die wir nicht kennen.',
    todo: 'Das Handbuch des Senders sagt, wie man eine andere wählt.',
  },
  unknown_shape: {
    why: 'Es war eine andere Art Nachricht, als diese Quelle annimmt.',
    todo: 'Sehen Sie nach, ob diese Quelle von der richtigen Art für ihren Sender ist.',
  },
  lacks_field: {
    why: 'Es fehlt etwas, das zum Lesen gebraucht wird.',
    todo: 'Sehen Sie auf der Seite der Quelle nach, was zuletzt kam, und probieren Sie daran die Zuordnung aus, wenn es eine gibt.',
  },
  too_many_labels: {
    why: 'Ein Alarm darin hat mehr als 64 Merkmale.',
    todo: 'Lassen Sie den Sender einige weglassen.',
  },
  too_many_alerts: {
    why: 'Es waren zu viele Alarme in einer Nachricht.',
    todo: 'Lassen Sie den Sender weniger in eine packen.',
  },
  forged: {
    why: 'Die Signatur ist nicht echt: Es kam nicht von SNS, wie es behauptet.',
    todo: 'War es kein Versuch von Ihnen, hat jemand den Schlüssel dieser Quelle: Wechseln Sie ihn.',
  },
  outdated: {
    why: 'Es wurde vor mehr als einer Stunde signiert.',
    todo: 'Meist stand beim Sender eine Warteschlange. Sehen Sie nach, ob sie wieder läuft.',
  },
  unverified_sender: {
    why: 'Es ist nicht belegt, dass die Mail von dem Absender kommt, den sie nennt.',
    todo: 'Richten Sie SPF, DKIM und DMARC bei der sendenden Domain ein.',
  },
}

export const refusingDe = {
  subject: ({ source }: RefusingNamed) => `Nicht angenommen: was ${source} gesendet hat`,
  heading: 'Alarme, die wir nicht annehmen konnten',
  words: ({ source, reason }: RefusingNamed) =>
    `Wir konnten etwas nicht annehmen, das ${source} gesendet hat. ${reasons[reason].why}`,
  todo: ({ reason }: RefusingNamed) => reasons[reason].todo,
  advice: 'Bis dahin können hier Alarme fehlen. Wenn es so weitergeht, sagen wir es einmal am Tag.',
  button: 'Quelle ansehen',
  why: 'Sie bekommen diese Mail, weil Sie Evenkeel verwalten.',
  isFor: 'Als Administration benachrichtigt.',
}
