import { ButtonLink } from '../components/button.tsx'
import type { Problem } from '../lib/problem.ts'
import type { Ui } from '../lib/visit.ts'

export const MissingView = ({ ui }: { ui: Ui }) => (
  <>
    <h1>{ui.t('trouble.missingTitle')}</h1>
    <p className="lead">{ui.t('trouble.missing')}</p>
    <ButtonLink href="/">{ui.t('trouble.home')}</ButtonLink>
  </>
)

export const RefusedView = ({ ui, problem }: { ui: Ui; problem: Problem }) => (
  <>
    <h1>{ui.t('trouble.refusedTitle')}</h1>
    <p className="lead">{problem.document.detail ?? ui.t('trouble.refused')}</p>
    <ButtonLink href="/">{ui.t('trouble.home')}</ButtonLink>
  </>
)

export const TroubleView = ({ ui }: { ui: Ui }) => (
  <>
    <h1>{ui.t('trouble.unreachableTitle')}</h1>
    <p className="lead">{ui.t('trouble.unreachable')}</p>
    <p className="buttons">
      <ButtonLink href={ui.path}>{ui.t('trouble.retry')}</ButtonLink>
      <ButtonLink kind="plain" href={ui.statusUrl}>
        {ui.t('shell.status')}
      </ButtonLink>
    </p>
  </>
)

export const LostPlaceView = ({ ui, list }: { ui: Ui; list: string }) => (
  <>
    <h1>{ui.t('trouble.lostPlaceTitle')}</h1>
    <p className="lead">{ui.t('trouble.lostPlace')}</p>
    <ButtonLink href={list}>{ui.t('trouble.firstPage')}</ButtonLink>
  </>
)

export const SignInTroubleView = ({ ui }: { ui: Ui }) => (
  <>
    <h1>{ui.t('trouble.signInTitle')}</h1>
    <p className="lead">{ui.t('trouble.signIn')}</p>
    <ButtonLink href="/auth/sign-in">{ui.t('trouble.signInAgain')}</ButtonLink>
  </>
)

export const unknownTitle = ({ t }: Ui, { status }: Problem) =>
  t(status === 503 ? 'trouble.signInTitle' : 'trouble.unknownTitle')

/** Signed in, and yet nobody we could let in: said once, instead of a refusal on every page. */
export const UnknownPersonView = ({ ui, problem }: { ui: Ui; problem: Problem }) => (
  <>
    <h1>{unknownTitle(ui, problem)}</h1>
    {problem.status === 503 ? (
      <p className="lead">{ui.t('trouble.unknownLater')}</p>
    ) : (
      <>
        <p className="lead">{problem.document.detail ?? ui.t('trouble.unknown')}</p>
        <p>{ui.t('trouble.unknownHelp')}</p>
      </>
    )}
    <p className="buttons">
      <ButtonLink href="/auth/sign-in">{ui.t('trouble.signInAgain')}</ButtonLink>
      <ButtonLink kind="plain" href="/">
        {ui.t('trouble.home')}
      </ButtonLink>
    </p>
  </>
)

/** A page that leads on by itself, with a link for whoever it does not lead on. */
export const LeavingView = ({ ui, href }: { ui: Ui; href: string }) => (
  <>
    <meta httpEquiv="refresh" content={`0;url=${href}`} />
    <h1>{ui.t('leaving.title')}</h1>
    <p className="lead">{ui.t('leaving.text')}</p>
    <ButtonLink href={href}>{ui.t('leaving.go')}</ButtonLink>
  </>
)
