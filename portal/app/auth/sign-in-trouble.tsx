import { setCookie } from '../../lib/cookies.ts'
import { answer } from '../../lib/form-post.tsx'
import type { Problem } from '../../lib/problem.ts'
import { endedSession } from '../../lib/session.ts'
import { settings } from '../../lib/settings.ts'
import { openVisit, type Visit } from '../../lib/visit.ts'
import { SignInTroubleView, UnknownPersonView, unknownTitle } from '../../views/trouble-view.tsx'

export async function signInTrouble(): Promise<Response> {
  const visit = await openVisit()
  const ui = visit.uiFor(undefined, new Date())
  const view = { title: ui.t('trouble.signInTitle'), body: <SignInTroubleView ui={ui} /> }
  return answer({ ui, view }, 400)
}

/** The session of whoever was signed in here before ends too. */
export async function unknownPerson(visit: Visit, problem: Problem): Promise<Response> {
  const ui = visit.uiFor(undefined, new Date())
  const view = { title: unknownTitle(ui, problem), body: <UnknownPersonView ui={ui} problem={problem} /> }
  const ended = endedSession().map((made): [string, string] => [
    'set-cookie',
    setCookie(made, settings.portalUrl()),
  ])
  return answer({ ui, view }, problem.status === 503 ? 503 : 403, ended)
}
