import type { Language } from '../runtime/text.ts'
import { escapeHtml } from './untrusted.ts'

export type Link = { label: string; url: string }

/** A mail in parts, from which both its HTML and its text are made. All of it is plain text and escaped here. */
export type Parts = {
  language: Language
  /** The line that inboxes show beside the subject. */
  preview: string
  heading: string
  /** Red instead of calm: someone has to act now. */
  urgent?: true
  paragraphs: readonly string[]
  /** What a person wrote. */
  quote?: { label: string; text: string }
  facts?: readonly { label: string; value: string }[]
  /** Things that happened, each with its page. */
  list?: readonly (Link & { text: string })[]
  /** A row of answers to choose from, in place of the button. */
  choices?: readonly (Link & { sign: string })[]
  button?: Link
  alternative?: Link
  footer: readonly string[]
}

const font = `font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif`
const ink = '#14211f'
const quiet = '#52635f'
const accents = { calm: '#0b6b66', urgent: '#b3261e' }

/** Clients that know dark mode take these over the inline colours; the others keep light. */
const darkStyle = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media(prefers-color-scheme:dark){
.ground{background:#0d1413!important}
.sheet{background:#141d1c!important;border-right-color:#283634!important;border-bottom-color:#283634!important;border-left-color:#283634!important}
.ink{color:#e7efed!important}.quiet{color:#9bb0ab!important}.line{border-color:#283634!important}
.quote{background:#1b2725!important;border-color:#66cbc0!important}.link{color:#66cbc0!important}
.choice{background:#1b2725!important;border-color:#3a4c49!important}}
@media(max-width:480px){.pad{padding:24px 20px!important}}`

/** The one layout: a sheet with a heading, words, facts and one button; reads well in Outlook and in the dark. */
export function htmlOf(parts: Parts): string {
  const accent = parts.urgent ? accents.urgent : accents.calm
  return `<!doctype html>
<html lang="${parts.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(parts.heading)}</title><style>${darkStyle}</style></head>
<body class="ground" style="margin:0;padding:0;background:#f4f6f5">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(parts.preview)}</div>
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f4f6f5"><tr><td align="center" style="padding:24px 12px">
<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0"><tr><td><![endif]-->
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background:#ffffff;border:1px solid #d8e0de;border-top:4px solid ${accent};border-radius:8px"><tr><td class="pad" align="left" style="padding:32px;${font}">
<h1 class="ink" dir="auto" style="margin:0 0 16px;font-size:22px;line-height:1.3;font-weight:600;color:${ink};${wrap}">${escapeHtml(parts.heading)}</h1>
${parts.paragraphs.map(paragraph).join('\n')}
${listOf(parts)}${actionFirst(parts, accent)}${factsOf(parts)}
</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px"><tr><td align="left" style="padding:16px 32px;${font}">
${parts.footer.map(small).join('\n')}
</td></tr></table>
</td></tr></table></body></html>
`
}

/** Who must act now finds the button before what others wrote, however long that is. */
const actionFirst = (parts: Parts, accent: string) =>
  parts.urgent
    ? `${buttonOf(parts, accent)}${quoteOf(parts)}`
    : `${quoteOf(parts)}${choicesOf(parts)}${buttonOf(parts, accent)}`

/** Prose, with numbers of incidents kept in one piece where the line ends. */
const prose = (text: string) =>
  escapeHtml(text).replace(/INC-\d{6,15}/g, '<span style="white-space:nowrap">$&</span>')

const wrap = 'word-break:break-word;overflow-wrap:anywhere'

const paragraph = (text: string) =>
  `<p class="ink" dir="auto" style="margin:0 0 16px;font-size:16px;line-height:1.5;color:${ink};${wrap}">${prose(text)}</p>`

const small = (text: string) =>
  `<p class="quiet" style="margin:0 0 4px;font-size:13px;line-height:1.5;color:${quiet}">${prose(text)}</p>`

const quoteOf = ({ quote }: Parts) =>
  quote
    ? `<p class="quiet" style="margin:0 0 4px;font-size:13px;color:${quiet}">${escapeHtml(quote.label)}</p>
<div class="quote ink" dir="auto" style="margin:0 0 20px;padding:12px 16px;background:#eef2f1;border-left:3px solid #0b6b66;font-size:16px;line-height:1.5;color:${ink};${wrap}">${escapeHtml(quote.text).replace(/\r?\n/g, '<br>')}</div>\n`
    : ''

const listOf = ({ list = [] }: Parts) =>
  list.length > 0
    ? `<table role="presentation" class="line" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px;border-top:1px solid #d8e0de">${list.map(listRow).join('')}</table>\n`
    : ''

const listRow = ({ label, url, text }: Link & { text: string }) =>
  `<tr><td class="line" dir="auto" style="padding:10px 0;border-bottom:1px solid #d8e0de;font-size:15px;line-height:1.4;${wrap}"><a class="link" href="${escapeHtml(url)}" style="color:#0b6b66">${prose(label)}</a><br><span class="quiet" style="font-size:14px;color:${quiet}">${escapeHtml(text)}</span></td></tr>`

const factsOf = ({ facts = [] }: Parts) =>
  facts.length > 0
    ? `<table role="presentation" class="line" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 0;border-top:1px solid #d8e0de">${facts.map(factRow).join('')}</table>\n`
    : ''

const factRow = ({ label, value }: { label: string; value: string }) =>
  `<tr><td class="quiet line" valign="top" width="34%" style="padding:8px 12px 8px 0;border-bottom:1px solid #d8e0de;font-size:14px;color:${quiet}">${escapeHtml(label)}</td><td class="ink line" dir="auto" valign="top" style="padding:8px 0;border-bottom:1px solid #d8e0de;font-size:14px;color:${ink};${wrap}">${escapeHtml(value)}</td></tr>`

const choicesOf = ({ choices = [] }: Parts) =>
  choices.length > 0
    ? `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 8px"><tr>${choices.map(choiceCell).join('')}</tr></table>\n`
    : ''

const choiceCell = ({ sign, label, url }: Link & { sign: string }) =>
  `<td align="center" valign="top" width="20%" style="padding:0 3px"><a class="choice" href="${escapeHtml(url)}" style="display:block;padding:12px 0;background:#eef2f1;border:1px solid #d8e0de;border-radius:8px;text-decoration:none"><span class="ink" style="display:block;font-size:22px;line-height:1.2;font-weight:600;color:${ink}">${escapeHtml(sign)}</span><span class="quiet" style="display:block;padding:4px 2px 0;font-size:12px;line-height:1.3;color:${quiet}">${escapeHtml(label)}</span></a></td>`

function buttonOf({ button, alternative }: Parts, accent: string): string {
  const main = button
    ? `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px"><tr><td align="center" bgcolor="${accent}" style="border-radius:8px;mso-padding-alt:14px 24px"><a href="${escapeHtml(button.url)}" style="display:inline-block;padding:14px 24px;font-size:16px;line-height:1.25;font-weight:600;color:#ffffff;text-decoration:none;border-radius:8px">${escapeHtml(button.label)}</a></td></tr></table>\n`
    : ''
  const other = alternative
    ? `<p style="margin:0 0 16px;font-size:15px;line-height:1.5"><a class="link" href="${escapeHtml(alternative.url)}" style="color:#0b6b66">${escapeHtml(alternative.label)}</a></p>`
    : ''
  return main + other
}
