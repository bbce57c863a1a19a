type Context = { params: Promise<{ number: string }> }

/** The short link of mails and conversations. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { number } = await params
  return new Response(null, {
    status: 308,
    headers: { location: `/incidents/${encodeURIComponent(number)}` },
  })
}
