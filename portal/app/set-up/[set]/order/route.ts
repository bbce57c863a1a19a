import { toFormPage } from '../../../../lib/form-address.ts'
import { formPost } from '../../../../lib/form-post.tsx'
import { moved } from '../../../../lib/set-up/blueprint.ts'
import { demandSet } from '../../../../views/set-up-data.ts'

export const GET = toFormPage

export const POST = formPost(async ({ api }, { form, params }) => {
  const set = demandSet(params.set)
  const rows = form.text('order').split(',')
  const [way, place] = (form.optional('asks') ?? '').split(':')
  const order = way ? moved(rows, rows.indexOf(place ?? ''), way === 'up' ? -1 : 1) : rows
  await api.orderThings(
    set.id,
    order.map((row) => form.text(`id.${row}`)),
    { etag: form.text('etag') },
  )
  return { goTo: `/set-up/${set.id}`, flash: { key: 'setUpSaved' } }
})
