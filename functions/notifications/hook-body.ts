import type { Parts } from '../mail/layout.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Message } from './message.ts'

export type HookFormat = 'json' | 'slack' | 'teams'
/** What a receiver learns beside the message: which event it follows from, and when. */
type About = { type: string; at: Instant }

/** A message as the receiver of somebody's webhook understands it: for a program, for Slack or for Teams. */
export const hookBody = (format: HookFormat, message: Message, about: About): string =>
  JSON.stringify(bodies[format](message, about))

const bodies: Record<HookFormat, (message: Message, about: About) => object> = {
  /** The envelope that Standard Webhooks recommends. */
  json: ({ subject, words, url, thread, parts }, { type, at }) => ({
    type,
    timestamp: at,
    data: { about: thread, subject, text: words, url, facts: parts.facts ?? [] },
  }),

  slack: ({ subject, words, parts }) => ({
    text: escaped(`${subject}\n${words}`),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(parts.heading, 150) } },
      {
        type: 'section',
        text: { type: 'mrkdwn', text: cut(parts.paragraphs.map(escaped).join('\n\n'), 3000) },
      },
      ...quoteOf(parts),
      ...(parts.facts?.length
        ? [
            {
              type: 'section',
              fields: parts.facts.slice(0, 10).map(({ label, value }) => ({
                type: 'mrkdwn',
                text: cut(`*${escaped(label)}*\n${escaped(value)}`, 2000),
              })),
            },
          ]
        : []),
      ...(linksOf(parts).length > 0
        ? [
            {
              type: 'section',
              text: {
                type: 'mrkdwn',
                text: linksOf(parts)
                  .map(({ label, url }) => `*<${url}|${escaped(label)}>*`)
                  .join('   '),
              },
            },
          ]
        : []),
    ],
  }),

  teams: ({ parts }) => ({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          msteams: { width: 'Full' },
          body: [
            {
              ...{ type: 'TextBlock', text: unmarked(parts.heading), wrap: true },
              ...{ weight: 'Bolder', size: 'Medium', ...(parts.urgent && { color: 'Attention' }) },
            },
            ...parts.paragraphs.map((text) => ({ type: 'TextBlock', text: unmarked(text), wrap: true })),
            ...(parts.quote
              ? [{ type: 'TextBlock', text: unmarked(parts.quote.text), wrap: true, isSubtle: true }]
              : []),
            ...(parts.facts?.length
              ? [
                  {
                    type: 'FactSet',
                    facts: parts.facts.map(({ label, value }) => ({ title: label, value: unmarked(value) })),
                  },
                ]
              : []),
          ],
          actions: linksOf(parts).map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })),
        },
      },
    ],
  }),
}

const linksOf = ({ button, alternative }: Parts) => [button, alternative].flatMap((link) => link ?? [])

const quoteOf = ({ quote }: Parts) =>
  quote
    ? [
        {
          type: 'section',
          text: { type: 'mrkdwn', text: cut(escaped(quote.text).replace(/^/gm, '> '), 3000) },
        },
      ]
    : []

/** Slack reads three signs as its own (docs: formatting message text); nothing else can make a link or a mention. */
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A card reads a part of Markdown; what somebody wrote shall not become a link or a heading. */
const unmarked = (text: string) => text.replace(/[\\`*_[\]()#>~|-]/g, '\\$&')

const cut = (text: string, length: number) =>
  text.length <= length ? text : `${text.slice(0, length - 2)} …`
