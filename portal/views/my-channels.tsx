import { Channel } from '../components/channel.tsx'
import { SendState } from '../components/send-state.tsx'
import { Ago } from '../components/time.tsx'
import { isStaff } from '../lib/doors.ts'
import { lastTest } from '../lib/my-notifications.ts'
import { isAwaited, testAddress } from '../lib/my-test.ts'
import {
  type AskedTest,
  channels,
  type MyNotifications,
  type Channel as Way,
} from '../lib/notify-contract.ts'
import type { Ui } from '../lib/visit.ts'

type Props = {
  ui: Ui
  mine: MyNotifications
  /** The test that was asked for just now. */
  asked?: AskedTest
}

/** Each way to somebody: where it leads, whether it works, and a button that tries it. */
export function MyChannels({ ui, mine, asked }: Props) {
  const { t, person } = ui
  const { preferences, forced } = mine
  const addresses = {
    mail: person?.email ?? '',
    sms: preferences.phone,
    webhook: preferences.webhook?.url,
  }
  return (
    <section className="panel" aria-labelledby="reach">
      <h2 id="reach">{t('me.reach')}</h2>
      <ul className="my-channels">
        {(isStaff(person) ? channels : (['mail'] as const)).map((channel) => {
          const address = addresses[channel]
          return (
            <li key={channel}>
              <div className="my-channel">
                <Channel ui={ui} channel={channel} />
                <bdi className="my-address">{address ?? t('me.noAddress')}</bdi>
                {forced.includes(channel) && <span className="tag">{t('me.forced')}</span>}
                {address !== undefined && <Tested ui={ui} mine={mine} channel={channel} asked={asked} />}
              </div>
              {address !== undefined && (
                <form method="post" action="/me/notifications/test">
                  <button
                    type="submit"
                    name="channel"
                    value={channel}
                    className="button button-plain"
                    aria-label={t('me.testOf', { channel: t(`channel.${channel}`) })}
                  >
                    {t('me.test')}
                  </button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What became of the last test; of one that is on its way, where to look. Script looks by itself. */
function Tested({ ui, mine, channel, asked }: Props & { channel: Way }) {
  const { t, clock, locale } = ui
  const test = lastTest(mine, channel)
  const isAsked = asked?.channel === channel
  const line = { id: `tested-${channel}`, className: 'hint', role: isAsked ? 'status' : undefined }
  if (isAsked && isAwaited(asked, test, clock.now))
    return (
      <p {...line} data-awaits="">
        {t('me.noResult')} <a href={testAddress(asked)}>{t('me.showResult')}</a>
      </p>
    )
  if (!test) return <p {...line}>{t('me.never')}</p>
  return (
    <p {...line}>
      {t('me.tested')} <SendState ui={ui} status={test.status} />, <Ago ui={ui} at={test.at} />
      {test.note && <>. {typeof test.note === 'string' ? test.note : test.note[locale]}</>}
    </p>
  )
}
