const mostRedirects = 12

/** Opens pages with the cookies of one person, as a browser does without script. */
export function visitor() {
  const cookies = new Map<string, string>()

  async function request(
    url: string,
    init: RequestInit = {},
  ): Promise<{ url: string; status: number; html: string }> {
    let [target, options] = [url, init]
    for (let hop = 0; hop < mostRedirects; hop++) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const headers = { ...(options.headers as Record<string, string>), cookie, accept: 'text/html' }
      const answer = await fetch(target, {
        ...options,
        headers,
        redirect: 'manual',
        signal: AbortSignal.timeout(30_000),
      })
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name)
        else cookies.set(name, value)
      }
      const location = answer.headers.get('location')
      if (!location || answer.status < 300 || answer.status >= 400) {
        return { url: target, status: answer.status, html: await answer.text() }
      }
      await answer.arrayBuffer()
      ;[target, options] = [new URL(location, target).href, {}]
    }
    throw new Error(`${url} leads in circles.`)
  }

  return {
    open: (url: string) => request(url),

    /** Signs in with the buttons of the local sign-in page. */
    async signIn(portal: string, person: string): Promise<void> {
      const page = await request(`${portal}/auth/sign-in?returnTo=/`)
      const action = /<form[^>]*action="([^"]+)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&')
      if (!action) throw new Error(`There is no sign-in form at ${page.url} (${page.status}).`)
      const target = new URL(action, page.url)
      const done = await request(target.href, {
        method: 'POST',
        body: new URLSearchParams({ person }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: target.origin },
      })
      if (!done.url.startsWith(portal)) throw new Error(`Signing in ended at ${done.url} (${done.status}).`)
    },
  }
}
