import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readBody, sendJson, sendPage } from '../http-message.ts'
import { createEventPublisher, deliveryEvent, type EventType } from './delivery-events.ts'
import { inboxPage, type Tab } from './inbox-page.ts'
import type { Envelope, Mailbox } from './mailbox.ts'
import { type Message, readMessage } from './message.ts'
import { createSesEndpoint, type Mode } from './ses-endpoint.ts'
import { createSnsEndpoint, isForSns, type TextMode } from './sns-endpoint.ts'
import type { TextMessages } from './text-messages.ts'
import { textsPage } from './texts-page.ts'

const modes: readonly string[] = ['accept', 'reject', 'accept-then-drop'] satisfies Mode[]
const textModes: readonly string[] = ['accept', 'reject', 'throttle'] satisfies TextMode[]
const eventTypes: readonly string[] = ['bounce', 'complaint', 'delivery'] satisfies EventType[]
const tabs: readonly string[] = ['html', 'text', 'headers'] satisfies Tab[]
const PAGE = 100

type Settings = {
  mailbox: Mailbox
  texts: TextMessages
  now: () => Promise<Date>
  region: string
  account: string
  topicsUrl: string
}

const readJson = async (request: IncomingMessage) => {
  const text = (await readBody(request, 65_536)).toString()
  return text === '' ? {} : JSON.parse(text)
}

const sendMessageHtml = (response: ServerResponse, html: string) => {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: cid:",
  })
  response.end(`<base target="_blank">${html}`)
}

/** The endpoints of SES and of SNS for text messages, both for the control API, and the inbox page, on one port. */
export const createMailServer = ({ mailbox, texts, now, region, account, topicsUrl }: Settings) => {
  const ses = createSesEndpoint(mailbox, now, region)
  const sns = createSnsEndpoint(texts, now)
  const publish = createEventPublisher(topicsUrl, region)
  const parsed = new Map<string, Promise<Message>>()
  const read = (envelope: Envelope) => {
    const known = parsed.get(envelope.id) ?? readMessage(envelope, mailbox.raw(envelope.id))
    parsed.set(envelope.id, known)
    return known
  }
  const filterOf = (query: URLSearchParams) => {
    const [to, since, limit] = [query.get('to'), query.get('since'), Number(query.get('limit'))]
    return {
      ...(to ? { to } : {}),
      ...(since ? { since: new Date(since).toISOString() } : {}),
      ...(limit ? { limit } : {}),
    }
  }

  const showInbox = async (query: URLSearchParams, response: ServerResponse) => {
    const recipient = query.get('to') || undefined
    const found = mailbox.list(recipient ? { to: recipient } : {})
    const open = mailbox.find(query.get('id') ?? '')
    const tab = query.get('tab') ?? 'html'
    const nonce = randomBytes(16).toString('base64')
    const html = inboxPage({
      messages: await Promise.all(found.slice(0, PAGE).map(read)),
      total: found.length,
      counts: { mails: mailbox.size(), texts: texts.size() },
      recipients: mailbox.recipients(),
      tab: tabs.includes(tab) ? (tab as Tab) : 'html',
      mode: ses.state.mode,
      now: await now(),
      nonce,
      ...(recipient ? { recipient } : {}),
      ...(open ? { open: await read(open) } : {}),
    })
    sendPage(response, 200, html, `script-src 'nonce-${nonce}'; connect-src 'self'; form-action 'self'`)
  }

  const publishEvent = async (envelope: Envelope, request: IncomingMessage, response: ServerResponse) => {
    const body = await readJson(request)
    if (!eventTypes.includes(body.type))
      return sendJson(response, 400, { message: `type is one of ${eventTypes.join(', ')}.` })
    const event = deliveryEvent(envelope, mailbox.raw(envelope.id), { ...body, at: await now(), account })
    const topic = await publish(event)
    if (!topic)
      return sendJson(response, 409, { message: 'There is no topic whose name ends in -delivery-events.' })
    sendJson(response, 202, { topic, event })
  }

  const showTexts = (response: ServerResponse) => {
    const { mode } = sns.state
    const [messages, total, mails] = [texts.list().slice(0, PAGE), texts.size(), mailbox.size()]
    sendPage(response, 200, textsPage({ messages, total, mails, mode }))
  }

  const setMode = async (
    state: { mode: string },
    possible: readonly string[],
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    const { mode } = await readJson(request)
    if (!possible.includes(mode))
      return sendJson(response, 400, { message: `mode is one of ${possible.join(', ')}.` })
    state.mode = mode
    sendJson(response, 200, state)
  }

  const handleCall = async (request: IncomingMessage, response: ServerResponse) => {
    const form = new URLSearchParams((await readBody(request, 64 * 1024 * 1024)).toString('latin1'))
    return isForSns(form) ? sns.handle(form, response) : ses.handle(form, response)
  }

  const answerOne = async (
    envelope: Envelope,
    part: string,
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    if (request.method === 'POST' && part === 'event') return publishEvent(envelope, request, response)
    if (part === 'raw') {
      response.writeHead(200, {
        'content-type': 'text/plain; charset=utf-8',
        'x-content-type-options': 'nosniff',
      })
      return response.end(mailbox.raw(envelope.id))
    }
    const message = await read(envelope)
    if (part === 'html') return sendMessageHtml(response, message.html ?? '')
    if (part === '') return sendJson(response, 200, message)
    sendJson(response, 404, { message: `A mail has no ${part}.` })
  }

  const route = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://mail')
    const [, folder, id = '', part = ''] = pathname.split('/')
    const step = `${request.method} ${pathname}`
    if (step === 'GET /') return showInbox(searchParams, response)
    if (step === 'GET /texts') return showTexts(response)
    if (step === 'POST /') return handleCall(request, response)
    if (step === 'POST /mail/mode') return setMode(ses.state, modes, request, response)
    if (step === 'POST /sms/mode') return setMode(sns.state, textModes, request, response)
    if (step === 'GET /sms/mode') return sendJson(response, 200, sns.state)
    if (step === 'GET /sms') return sendJson(response, 200, { items: texts.list() })
    if (step === 'DELETE /sms') {
      texts.clear()
      return sendJson(response, 200, { items: [] })
    }
    if (step === 'GET /mail/mode') return sendJson(response, 200, { ...ses.state, accepted: mailbox.size() })
    // Thousands of mails are counted without reading each.
    if (step === 'GET /mail/envelopes')
      return sendJson(response, 200, { items: mailbox.list(filterOf(searchParams)) })
    if (step === 'GET /mail')
      return sendJson(response, 200, {
        items: await Promise.all(mailbox.list(filterOf(searchParams)).map(read)),
      })
    if (step === 'DELETE /mail') {
      mailbox.clear()
      parsed.clear()
      return sendJson(response, 200, { items: [] })
    }
    const envelope = folder === 'mail' ? mailbox.find(decodeURIComponent(id)) : undefined
    if (envelope) return answerOne(envelope, part, request, response)
    sendJson(response, 404, { message: 'There is no such mail.' })
  }

  return createServer((request, response) => {
    route(request, response).catch((error: Error) => {
      process.stdout.write(
        `${JSON.stringify({ level: 'error', message: error.message, stack: error.stack })}\n`,
      )
      if (!response.headersSent) sendJson(response, 500, { message: error.message })
    })
  })
}
