import { Button } from '../components/button.tsx'
import type { FormFields } from '../lib/form.ts'
import type { Ui } from '../lib/visit.ts'

type KeptProps = { ui: Ui; form: FormFields; path: string; isSignedOut: boolean }

/** Longer values are what somebody wrote; the rest is what the form knows by itself. */
const isWritten = ([name, value]: [string, string]) =>
  value.length > 3 && ['title', 'description', 'body', 'comment', 'notes', 'reason'].includes(name)

/** The form could not be sent, for no fault of the writer: it waits here, whole, to be sent again. */
export const KeptView = ({ ui, form, path, isSignedOut }: KeptProps) => (
  <>
    <h1>{ui.t(isSignedOut ? 'kept.signedOutTitle' : 'kept.unreachableTitle')}</h1>
    <p className="lead">{ui.t(isSignedOut ? 'kept.signedOut' : 'kept.unreachable')}</p>
    <form method="post" action={path} className="form">
      {form.entries().map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="buttons">
        {isSignedOut && (
          <a className="button button-plain" href="/auth/sign-in" target="_blank" rel="noopener">
            {ui.t('kept.signIn')}
          </a>
        )}
        <Button>{ui.t('kept.again')}</Button>
      </p>
    </form>
    <Written ui={ui} written={form.entries().filter(isWritten)} />
  </>
)

function Written({ ui, written }: { ui: Ui; written: [string, string][] }) {
  if (written.length === 0) return null
  return (
    <section className="panel">
      <h2>{ui.t('kept.written')}</h2>
      {written.map(([name, value]) => (
        <p key={name} className="prose" dir="auto">
          {value}
        </p>
      ))}
    </section>
  )
}
