import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/incidents/api.ts'
import { indexIncident } from '../../../functions/search/index-incident.ts'
import { openSearchIndex } from '../../../functions/search/index-store.ts'
import type { Api, Visitor } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'

let api: Api
let riley: Visitor
let sam: Visitor
let ana: Visitor
let aud: Visitor
beforeAll(async () => {
  api = await apiOverTable(operations)
  ;[riley, sam, ana, aud] = await Promise.all([api.as('riley'), api.as('sam'), api.as('ana'), api.as('aud')])
})
afterAll(() => api.stop())

const told = (id: string) =>
  indexIncident(id, { incidents: api.services.incidents, index: openSearchIndex(api.services.table) })

async function reported(title: string, more: object = {}, by = riley): Promise<string> {
  const { body } = await by.post('/incidents', { ...problem, title, ...more })
  await told(body.id)
  return body.id
}
async function found(q: string, by = ana, more = ''): Promise<string[]> {
  const { status, body } = await by.get(`/incidents?q=${encodeURIComponent(q)}${more}`)
  expect(status).toBe(200)
  return body.items.map(({ id }) => id)
}
const match = async (id: string) => ({ 'if-match': (await ana.get(`/incidents/${id}`)).etag })
const noted = async (id: string, body: string, visibility: string) => {
  await ana.post(`/incidents/${id}/comments`, { body, visibility })
  await told(id)
}

describe('GET /incidents?q', () => {
  test('finds by number, title, description, requester, comments, notes and resolution', async () => {
    const id = await reported('Teleprinter jams', { description: 'Fehler 0x8007AB57 beim Überlauf' })
    await noted(id, 'We ordered a drumkit.', 'public')
    await noted(id, 'Vendor says firmwarebug.', 'internal')
    await ana.post(
      `/incidents/${id}/moves`,
      { to: 'resolved', resolutionCode: 'fixed', notes: 'Replaced the fuserunit.' },
      await match(id),
    )
    await told(id)
    for (const q of [
      ...[
        id,
        id.toLowerCase(),
        String(Number(id.slice(4))).padStart(6, '0'),
        'TELEPRINTER',
        'jams teleprinter',
      ],
      ...['0x8007ab57', 'ueberlauf', 'überlauf', 'teleprinter Riley', 'drumkit', 'firmwarebug', 'fuserunit'],
      ...['telepr*', 'telepri', 'fuser* drumkit'],
    ]) {
      expect([q, await found(q)]).toEqual([q, [id]])
    }
    expect(await found('teleprinter nowhere')).toEqual([])
    expect(await found('und der the')).toEqual([])
  })

  test('shows the newest first, every one once, over its pages', async () => {
    const ids: string[] = []
    for (let n = 0; n < 7; n++) ids.unshift(await reported(`Paginated flux capacitor ${n}`))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { body } = await ana.get(
        `/incidents?q=flux+capacitor&limit=3${cursor ? `&cursor=${cursor}` : ''}`,
      )
      seen.push(...body.items.map(({ id }) => id))
      cursor = body.nextCursor
    } while (cursor)
    expect(seen).toEqual(ids)
  })

  test('keeps to filters, and to the view it is asked in', async () => {
    const mail = await reported('Hyperspace drive', { serviceId: 'svc_email' })
    const other = await reported('Hyperspace drive, low', { impact: 'low', urgency: 'low' })
    await ana.patch(`/incidents/${other}`, { assigneeId: 'ana' }, await match(other))
    await ana.post(`/incidents/${mail}/moves`, { to: 'canceled', reason: 'no' }, await match(mail))
    await Promise.all([told(mail), told(other)])
    const only = (more: string) => found('hyperspace', ana, more)
    expect(await only('&service=svc_email')).toEqual([mail])
    expect(await only('&priority=P5')).toEqual([other])
    expect(await only('&assignee=ana')).toEqual([other])
    expect(await only('&state=canceled')).toEqual([mail])
    expect(await only('&requester=riley')).toEqual([other, mail])
    expect(await only('&requester=sam')).toEqual([])
    expect(await only('&view=all')).toEqual([other, mail])
    expect(await only('&view=all&state=open')).toEqual([other])
    expect(await only('&view=queue')).toEqual([other])
    expect(await only('&view=mine')).toEqual([other])
    expect(await only('&view=unassigned')).toEqual([])
    expect(await only('&view=team&team=team_database')).toEqual([])
    expect(await only('&sort=oldest')).toEqual([mail, other])
  })

  test('finds no state that is over, even before the index hears of it', async () => {
    const id = await reported('Stale tachyon')
    await ana.post(`/incidents/${id}/moves`, { to: 'canceled', reason: 'no' }, await match(id))
    expect(await found('tachyon', ana, '&state=new')).toEqual([])
    expect(await found('tachyon')).toEqual([id])
  })

  test.each(['state=gone', 'sort=size', 'view=nothing', `q=${'x'.repeat(501)}`])(
    '%.20s is refused',
    async (query) => {
      expect((await ana.get(`/incidents?${query}`)).status).toBe(400)
    },
  )

  test('refuses a place of another list', async () => {
    const cursor = Buffer.from('{"order":"P1#2026","id":"INC-000001"}').toString('base64url')
    expect((await ana.get(`/incidents?q=mail&cursor=${cursor}`)).status).toBe(400)
  })
})

describe('a requester', () => {
  test('finds what is theirs by public words, and never by a word of an internal note', async () => {
    const id = await reported('Wormhole in the cellar')
    await noted(id, 'Suspect embezzlement by the wormhole keeper.', 'internal')
    await noted(id, 'Please send a photograph.', 'public')
    expect(await found('wormhole', riley)).toEqual([id])
    expect(await found('worm*', riley)).toEqual([id])
    expect(await found('photograph cellar', riley)).toEqual([id])
    for (const q of ['embezzlement', 'embezz*', 'wormhole embezzlement', 'keeper']) {
      expect([q, await found(q, riley)]).toEqual([q, []])
      expect([q, await found(q, ana)]).toEqual([q, [id]])
    }
    expect(await found('wormhole', sam)).toEqual([])
  })

  test('reads nothing but their own list, so that not even the time tells', async () => {
    await reported('Antimatter leak')
    await riley.get('/incidents?q=antimatter')
    const { calls } = await api.count(() => riley.get('/incidents?q=antimatter'))
    const lists = calls.map(({ what }) => what).filter((what) => what.startsWith('QueryCommand S'))
    expect(lists).toEqual(['QueryCommand SP#riley'])
  })

  test('finds what they watch, and no more at the moment that ends', async () => {
    const id = await reported('Neutrino drizzle')
    await ana.patch(`/incidents/${id}`, { watchers: ['sam'] }, await match(id))
    await told(id)
    expect(await found('neutrino', sam)).toEqual([id])
    await ana.patch(`/incidents/${id}`, { watchers: [] }, await match(id))
    expect(await found('neutrino', sam)).toEqual([])
    await told(id)
    expect(await found('neutrino', sam)).toEqual([])
  })

  test('searches in no view, and an auditor in all', async () => {
    const id = await reported('Graviton spill')
    await noted(id, 'Only auditors whisper.', 'internal')
    expect((await riley.get('/incidents?q=graviton&view=all')).status).toBe(403)
    expect(await found('graviton whisper', aud)).toEqual([id])
  })
})

describe('GET /incidents/{id}/similar', () => {
  test('names the words they share and how the other was resolved', async () => {
    const old = await reported('Zeppelin mooring winch squeaks', {
      description: 'The winch squeaks at noon.',
    })
    await ana.post(
      `/incidents/${old}/moves`,
      { to: 'resolved', resolutionCode: 'workaround', notes: 'Greased the winch.\nTwice.' },
      await match(old),
    )
    await told(old)
    await reported('Mooring of a boat')
    const id = await reported('Winch of the zeppelin squeaks', { description: 'Every day.' })
    const { body } = await ana.get(`/incidents/${id}/similar`)
    expect(body.items).toMatchObject([
      { id: old, state: 'resolved', resolution: { code: 'workaround', text: 'Greased the winch.' } },
    ])
    expect((body.items[0] as unknown as { words: string[] }).words.toSorted()).toEqual([
      'Winch',
      'squeaks',
      'zeppelin',
    ])
    expect((await riley.get(`/incidents/${id}/similar`)).status).toBe(403)
    expect((await sam.get(`/incidents/${id}/similar`)).status).toBe(404)
  })
})

describe('lists of what is over', () => {
  test('go back from the newest, filtered by team and person', async () => {
    const ids: string[] = []
    for (const title of ['First over', 'Second over', 'Third over']) {
      const id = await reported(title)
      await ana.post(`/incidents/${id}/moves`, { to: 'canceled', reason: 'no' }, await match(id))
      await told(id)
      ids.unshift(id)
    }
    const page = (await ana.get('/incidents?view=all&state=canceled&limit=2')).body
    expect(page.items.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    const next = (await ana.get(`/incidents?view=all&state=canceled&limit=2&cursor=${page.nextCursor}`)).body
    expect(next.items[0]?.id).toBe(ids[2])
    expect((await ana.get('/incidents?view=team&team=team_database&state=canceled')).body.items).toEqual([])
    expect((await ana.get('/incidents?view=mine&state=canceled')).body.items).toEqual([])
    expect((await ana.get('/incidents?requester=riley&state=canceled&limit=1')).body.items[0]?.id).toBe(
      ids[0],
    )
  })
})

describe('the work of a team', () => {
  test('is sorted and filtered as asked', async () => {
    const [low, high] = [
      await reported('Quiet hum', { impact: 'low', urgency: 'low', serviceId: 'svc_email' }, sam),
      await reported('Loud bang', { serviceId: 'svc_email', categoryId: 'cat_software' }, sam),
    ]
    const list = async (query: string) =>
      (await ana.get(`/incidents?limit=100&${query}`)).body.items
        .map(({ id }) => id)
        .filter((id) => id === low || id === high)
    expect(await list('view=queue')).toEqual([high, low])
    expect(await list('view=queue&sort=priority')).toEqual([high, low])
    expect(await list('view=queue&sort=oldest')).toEqual([low, high])
    expect(await list('view=all&sort=newest')).toEqual([high, low])
    expect(await list('view=queue&category=cat_software')).toEqual([high])
    expect(await list('view=all&service=svc_email&priority=P5')).toEqual([low])
    expect(await list('service=svc_email&requester=sam')).toEqual([high, low])
  })

  test('is not what a requester lists, whatever they filter on', async () => {
    const { body } = await riley.get('/incidents?requester=sam&limit=100')
    expect(body.items.filter(({ requesterName }) => requesterName !== 'Riley Morgan')).toEqual([])
  })
})
