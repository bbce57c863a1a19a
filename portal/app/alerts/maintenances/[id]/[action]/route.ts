import { toFormPage } from '../../../../../lib/form-address.ts'
import { formPost } from '../../../../../lib/form-post.tsx'
import { notFound, Problem } from '../../../../../lib/problem.ts'

export const GET = toFormPage

export const POST = formPost(async ({ api }, { params }) => {
  const id = decodeURIComponent(params.id ?? '')
  const goTo = '/alerts/maintenances'
  try {
    switch (params.action) {
      case 'end':
        await api.endMaintenance(id)
        return { goTo, flash: { key: 'maintenanceEnded' } }
      case 'remove':
        await api.removeMaintenance(id)
        return { goTo, flash: { key: 'maintenanceRemoved' } }
      default:
        throw notFound()
    }
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 409) throw error
    return { goTo, flash: { key: 'overAlready' } }
  }
})
