import { toFormPage } from '../../../../lib/form-address.ts'
import { formPost } from '../../../../lib/form-post.tsx'
import { notFound } from '../../../../lib/problem.ts'
import { notificationActions } from '../../../../views/notification-actions.tsx'

export const GET = toFormPage

export const POST = formPost((visit, { form, params: { action = '' } }) => {
  const act = Object.hasOwn(notificationActions, action) ? notificationActions[action] : undefined
  if (!act) throw notFound()
  return act(visit, form)
})
