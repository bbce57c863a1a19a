import { toFormPage } from '../../../../lib/form-address.ts'
import { formPost } from '../../../../lib/form-post.tsx'
import { Problem } from '../../../../lib/problem.ts'
import { localPath } from '../../../../lib/return-to.ts'
import { openVisit } from '../../../../lib/visit.ts'

type Context = { params: Promise<{ jobId: string }> }

/** How far a job is, for the script of the page that shows it; a browser that comes here is led to that page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!request.headers.get('accept')?.includes('application/json')) return toFormPage(request)
  const visit = await openVisit()
  try {
    const { body } = await visit.api.bulkJob((await params).jobId)
    const { state, done, total } = body
    return Response.json({ state, done, total }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return Response.json({}, { status: error.status, headers: { 'cache-control': 'no-store' } })
  }
}

export const POST = formPost(async (visit, { form, params: { jobId = '' } }) => {
  const returnTo = new URL(localPath(form.text('returnTo'), '/queue'), 'https://portal.invalid')
  try {
    await visit.api.undoBulk(jobId)
  } catch (error) {
    // Too late: the page that shows how far it is says so.
    if (!(error instanceof Problem) || ![409, 412].includes(error.status)) throw error
    returnTo.searchParams.set('job', jobId)
    return { goTo: `${returnTo.pathname}${returnTo.search}`, flash: { key: 'tooLate' } }
  }
  returnTo.searchParams.set('job', jobId)
  return { goTo: `${returnTo.pathname}${returnTo.search}` }
})
