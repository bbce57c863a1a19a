/** Searching is the queue with words; this is the address that people guess. */
export const GET = (request: Request): Response => {
  const words = new URL(request.url).searchParams.get('q') ?? ''
  const location = words ? `/queue?view=all&q=${encodeURIComponent(words)}` : '/queue'
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
