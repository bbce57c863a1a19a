import { toFormPage } from '../../../../lib/form-address.ts'
import { orNothing } from '../../../../lib/or-nothing.ts'
import { presentWords } from '../../../../lib/present-words.ts'
import { openVisit } from '../../../../lib/visit.ts'

type Context = { params: Promise<{ number: string }> }

/** "I am still looking", and who else is: asked by the page's script now and then, as the page itself did at first. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (request.headers.get('accept') !== 'text/plain') return toFormPage(request)
  const visit = await openVisit()
  const [person, present] = await Promise.all([
    orNothing(visit.me()),
    orNothing(visit.api.present(decodeURIComponent((await params).number))),
  ])
  const words = present ? presentWords(visit.uiFor(person, present.now), present.body.items) : ''
  return new Response(words, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
