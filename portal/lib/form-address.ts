/** A form's own address shows nothing: the page that the form stands on. Any other path is its own. */
export function formPage(path: string): string {
  return path
    .replace(/^\/report\/(?:send|completeness).*/, '/report')
    .replace(/^\/announcements\/publish.*/, '/announcements/new')
    .replace(/^(\/set-up\/[^/?]+)\/order.*/, '$1')
    .replace(/^(\/set-up\/[^/?]+\/[^/?]+)\/[^/?]+.*/, '$1')
    .replace(/^\/me\/notifications\/.*/, '/me/notifications')
    .replace(/^(\/on-call\/[^/?]+)\/(?:overrides|swaps|feeds).*/, '$1')
    .replace(/^\/queue\/.*/, '/queue')
    .replace(/^\/(?:language|auth\/sign-out)\b.*/, '/')
    .replace(/^(\/(?:incidents|a|surveys|announcements)\/[^/?]+)\/[^/?]+.*/, '$1')
}

/** Whoever opens a form's address, by a bookmark or a reload of its answer, comes to the form. */
export const toFormPage = (request: Request): Response =>
  new Response(null, {
    status: 303,
    headers: { location: formPage(new URL(request.url).pathname), 'cache-control': 'no-store' },
  })
