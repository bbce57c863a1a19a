import type { ReactNode } from 'react'
import { Document } from '../components/document.tsx'
import { KeptView } from '../views/kept-view.tsx'
import { MissingView, RefusedView } from '../views/trouble-view.tsx'
import { type Cookie, cookie, setCookie } from './cookies.ts'
import { encodeFlash, type Flash } from './flash.ts'
import { type FormFields, readForm } from './form.ts'
import { isOwnOrigin } from './origin.ts'
import { type Rendering, shown, troubleOf } from './page.tsx'
import { Problem } from './problem.ts'
import { settings } from './settings.ts'
import { openVisit, type Ui, type Visit } from './visit.ts'

type Parameters = Record<string, string>
type Posted = { form: FormFields; params: Parameters; path: string; sentWith: Headers }
export type Outcome =
  | { goTo: string; flash?: Flash; cookies?: Cookie[] }
  /** For a script of ours that asks while somebody writes. */
  | { said: Record<string, string> }
  | { show: Rendering; status: 200 | 400 | 409 | 412 | 422 | 503 }

/**
 * The one way in for every form: from our own pages only. Done, it sends the browser on (303), so that a reload
 * repeats nothing; refused, it answers the page again with all that was typed, which works without script too.
 */
export function formPost(act: (visit: Visit, posted: Posted) => Promise<Outcome>) {
  return async function POST(request: Request, context: { params: Promise<Parameters> }): Promise<Response> {
    const visit = await openVisit()
    const path = new URL(request.url).pathname
    const plain = visit.uiFor(undefined, new Date())
    if (!isOwnOrigin(request.headers.get('origin'), settings.portalUrl())) {
      return answer(refusal(plain, plain.t('trouble.foreignForm')), 403)
    }
    const form = await readForm(request)
    if (!form) return answer(refusal(plain, plain.t('trouble.tooLarge')), 413)
    try {
      const outcome = await act(visit, {
        form,
        params: await context.params,
        path,
        sentWith: request.headers,
      })
      if ('goTo' in outcome) return goTo(outcome)
      if ('said' in outcome) return Response.json(outcome.said, { headers: { 'cache-control': 'no-store' } })
      return answer({ ...outcome.show, pressing: await visit.pressing() }, outcome.status)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.status === 401 || error.status === 503) {
        return answer(kept(plain, { form, path, isSignedOut: error.status === 401 }), error.status)
      }
      if (error.status === 404) return answer(missing(plain), 404)
      return answer(troubleOf(visit, error), error.status)
    }
  }
}

function goTo({ goTo: location, flash, cookies = [] }: Extract<Outcome, { goTo: string }>): Response {
  const portal = settings.portalUrl()
  const headers = new Headers({ location, 'cache-control': 'no-store' })
  const all = flash ? [...cookies, cookie('flash', portal, encodeFlash(flash), 60)] : cookies
  for (const made of all) headers.append('set-cookie', setCookie(made, portal))
  return new Response(null, { status: 303, headers })
}

/** A whole page from a form's handler. Pages of this kind carry no script at all. */
export async function answer(
  rendering: Rendering,
  status: number,
  headers: [string, string][] = [],
): Promise<Response> {
  const html = await htmlOf(<Document locale={rendering.ui.locale}>{shown(rendering)}</Document>)
  const all: [string, string][] = [
    ['content-type', 'text/html; charset=utf-8'],
    ['cache-control', 'no-store'],
  ]
  return new Response(html, { status, headers: [...all, ...headers] })
}

async function htmlOf(element: ReactNode): Promise<string> {
  // Imported when needed: Next refuses the static import in a file that pages share.
  const { renderToStaticMarkup } = await import('react-dom/server')
  return `<!doctype html>${renderToStaticMarkup(element)}`
}

const refusal = (ui: Ui, sentence: string): Rendering => ({
  ui,
  view: {
    title: ui.t('trouble.refusedTitle'),
    body: (
      <RefusedView
        ui={ui}
        problem={new Problem({ status: 403, code: 'refused', title: '', detail: sentence })}
      />
    ),
  },
})

const missing = (ui: Ui): Rendering => ({
  ui,
  view: { title: ui.t('trouble.missingTitle'), body: <MissingView ui={ui} /> },
})

const kept = (ui: Ui, posted: { form: FormFields; path: string; isSignedOut: boolean }): Rendering => ({
  ui,
  view: {
    title: ui.t(posted.isSignedOut ? 'kept.signedOutTitle' : 'kept.unreachableTitle'),
    body: <KeptView ui={ui} {...posted} />,
  },
})
