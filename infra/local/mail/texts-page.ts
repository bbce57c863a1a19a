import { escapeHtml, mark, pageFrame } from '../page-frame.ts'
import { inboxStyle } from './inbox-style.ts'
import { placesOf } from './places.ts'
import type { TextMode } from './sns-endpoint.ts'
import type { TextMessage } from './text-messages.ts'

export type TextsView = {
  messages: TextMessage[]
  total: number
  mails: number
  mode: TextMode
}

const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })

const style = `
body{display:block;height:auto;min-height:100dvh}
.phone{max-width:36rem;margin:0 auto;padding:1.25rem;list-style:none;display:grid;gap:1rem}
.phone li{background:var(--surface);border:1px solid var(--line);border-radius:1rem 1rem 1rem .25rem;padding:.8rem 1.1rem}
.phone p{white-space:pre-wrap;overflow-wrap:anywhere;margin-top:.3rem}
`

const notes: Record<TextMode, string> = {
  accept: '',
  reject: 'Every text message is refused at the moment, as if no number could be reached.',
  throttle: 'Every text message is put off at the moment, as if too many were sent.',
}

/** A web address in a text opens beside this page, as a phone would open it. */
const withLinks = (text: string) =>
  escapeHtml(text).replace(
    /https?:\/\/[^\s<>]+[^\s<>.,;:!?]/g,
    (link) => `<a target="_blank" href="${link}">${link}</a>`,
  )

const bubble = ({ to, text, at }: TextMessage) =>
  `<li><span class="row"><span>${escapeHtml(to)}</span><time datetime="${escapeHtml(at)}">${full.format(new Date(at))}</time></span><p dir="auto">${withLinks(text)}</p></li>`

const empty =
  '<div class="empty"><h1>No text messages yet</h1><p class="quiet">Every text message that Evenkeel sends on this machine arrives here. Nothing leaves the machine.</p></div>'

/** The text messages of the local run, beside its mails. */
export const textsPage = ({ messages, total, mails, mode }: TextsView) => {
  const rest = total - messages.length
  const list = `<h1 class="hidden">Text messages</h1><ol class="phone">${messages.map(bubble).join('')}</ol>${rest > 0 ? `<p class="more">${rest} older text messages are in GET /sms.</p>` : ''}`
  const note = notes[mode] === '' ? '' : `<p class="mode" role="status">${notes[mode]}</p>`
  return pageFrame({
    lang: 'en',
    title: `Text messages (${total})`,
    style: `${inboxStyle}${style}`,
    body: `<header><a class="mark" href="/">${mark('Evenkeel mail')}</a>${placesOf({ mails, texts: total, here: 'texts' })}</header>${note}<main>${total === 0 ? empty : list}</main>`,
  })
}
