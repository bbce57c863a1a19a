import { escapeHtml, mark, pageFrame } from '../page-frame.ts'
import { inboxScript, inboxStyle } from './inbox-style.ts'
import type { Message } from './message.ts'
import { placesOf } from './places.ts'
import type { Mode } from './ses-endpoint.ts'

export type Tab = 'html' | 'text' | 'headers'

export type InboxView = {
  messages: Message[]
  total: number
  /** All mails and all text messages. */
  counts: { mails: number; texts: number }
  recipients: string[]
  recipient?: string
  open?: Message
  tab: Tab
  mode: Mode
  now: Date
  nonce: string
}

const address = (view: InboxView, change: { id?: string; tab?: Tab }) => {
  const query = new URLSearchParams()
  if (view.recipient) query.set('to', view.recipient)
  if (change.id) query.set('id', change.id)
  if (change.tab) query.set('tab', change.tab)
  const text = query.toString()
  return escapeHtml(text === '' ? '/' : `/?${text}`)
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' })

const time = (at: string, now: Date) => {
  const instant = new Date(at)
  const short = instant.toDateString() === now.toDateString() ? hour.format(instant) : day.format(instant)
  return `<time datetime="${escapeHtml(at)}">${short}</time>`
}

const preview = ({ text }: Message) => escapeHtml(text.replace(/\s+/g, ' ').slice(0, 120))

const row = (view: InboxView, message: Message) =>
  `<li><a href="${address(view, { id: message.id })}"${message.id === view.open?.id ? ' aria-current="true"' : ''}>
<span class="row"><span>${escapeHtml(message.to.join(', '))}</span>${time(message.at, view.now)}</span>
<span class="subject" dir="auto">${escapeHtml(message.subject) || 'No subject'}</span>
<span class="preview" dir="auto">${preview(message)}</span></a></li>`

const list = (view: InboxView) => {
  const rest = view.total - view.messages.length
  const rows = view.messages.map((message) => row(view, message)).join('')
  const content =
    rows === ''
      ? '<div class="empty"><h2>No mail yet</h2><p class="quiet">Every mail that Evenkeel sends on this machine arrives here, a moment after it was sent. Nothing leaves the machine.</p></div>'
      : `<ol>${rows}</ol>${rest > 0 ? `<p class="more">${rest} older mails. Choose a person to see theirs.</p>` : ''}`
  return `<nav class="list" aria-label="Mails" data-newest="${escapeHtml(view.messages[0]?.id ?? '')}">${content}</nav>`
}

const filter = (view: InboxView) => {
  const options = view.recipients.map(
    (recipient) =>
      `<option${recipient === view.recipient ? ' selected' : ''} value="${escapeHtml(recipient)}">${escapeHtml(recipient)}</option>`,
  )
  return `<form method="get" action="/"><label for="to">Mail to</label><select id="to" name="to"><option value="">everyone</option>${options.join('')}</select><button>Show</button></form>`
}

const modeNote: Record<Mode, string> = {
  accept: '',
  reject:
    '<p class="mode" role="status">Every mail is refused at the moment, as if the mail service were down.</p>',
  'accept-then-drop':
    '<p class="mode" role="status">Mails are accepted and then lost at the moment, as if a mailbox swallowed them.</p>',
}

const headerTable = ({ headers }: Message) =>
  `<table><tbody>${Object.entries(headers)
    .map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`)
    .join('')}</tbody></table>`

const panel = (message: Message, tab: Tab) => {
  if (tab === 'headers') return headerTable(message)
  if (tab === 'text') return `<pre dir="auto">${escapeHtml(message.text)}</pre>`
  const source = escapeHtml(`/mail/${message.id}/html`)
  return `<iframe title="The mail as its reader sees it" sandbox="allow-popups allow-popups-to-escape-sandbox" src="${source}"></iframe>`
}

const reading = (view: InboxView, message: Message) => {
  const tab = view.tab === 'html' && !message.html ? 'text' : view.tab
  const names: [Tab, string][] = [
    ...(message.html ? ([['html', 'Message']] as [Tab, string][]) : []),
    ['text', 'Plain text'],
    ['headers', 'Headers'],
  ]
  const tabs = names.map(
    ([name, title]) =>
      `<a href="${address(view, { id: message.id, tab: name })}"${name === tab ? ' aria-current="page"' : ''}>${title}</a>`,
  )
  const attachments = message.attachments.map(
    ({ name, size }) => `${escapeHtml(name)} (${Math.ceil(size / 1024)} KB)`,
  )
  return `<main><div class="head"><a class="back" href="${address(view, {})}">← All mails</a>
<h1 dir="auto">${escapeHtml(message.subject) || 'No subject'}</h1>
<dl><dt>From</dt><dd>${escapeHtml(message.from)}</dd><dt>To</dt><dd>${escapeHtml(message.to.join(', '))}</dd>
<dt>Sent</dt><dd><time datetime="${escapeHtml(message.at)}">${full.format(new Date(message.at))}</time></dd>
${attachments.length > 0 ? `<dt>Attached</dt><dd>${attachments.join(', ')}</dd>` : ''}</dl></div>
<nav class="tabs" aria-label="Views of this mail">${tabs.join('')}<a class="raw" href="/mail/${escapeHtml(message.id)}/raw">Raw</a></nav>
${panel(message, tab)}</main>`
}

const nothingOpen = (view: InboxView) =>
  `<main><div class="empty"><h1>${view.total === 0 ? 'The inbox is empty' : 'Choose a mail to read it'}</h1>
<p class="quiet">${view.total === 0 ? 'Report an incident, and its confirmation comes in here.' : `${view.total} ${view.total === 1 ? 'mail' : 'mails'}${view.recipient ? ` to ${escapeHtml(view.recipient)}` : ''}.`}</p></div></main>`

/** The inbox of the local run: every mail on the left, the open one on the right; one at a time on a phone. */
export const inboxPage = (view: InboxView) =>
  pageFrame({
    lang: 'en',
    title: `${view.open ? `${view.open.subject} – ` : ''}Inbox${view.total > 0 ? ` (${view.total})` : ''}`,
    style: inboxStyle,
    kind: view.open ? 'reading' : 'listing',
    body: `<header><a class="mark" href="/">${mark('Evenkeel mail')}</a>${placesOf({ ...view.counts, here: 'mails' })}${filter(view)}</header>${modeNote[view.mode]}${list(view)}${view.open ? reading(view, view.open) : nothingOpen(view)}<script nonce="${view.nonce}">${inboxScript}</script>`,
  })
