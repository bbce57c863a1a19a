import type { Link, Parts } from './layout.ts'

/** The text twin of a mail: the same parts in the same order, every link spelled out. */
export function textOf(parts: Parts): string {
  const quote = parts.quote && `${parts.quote.label}\n${quoted(parts.quote.text)}`
  const actions = [
    parts.choices?.map(({ sign, label, url }) => `${sign} – ${label}\n${url}`).join('\n'),
    parts.button && linkBlock(parts.button),
    parts.alternative && linkBlock(parts.alternative),
  ]
  const blocks = [
    parts.heading,
    ...parts.paragraphs,
    parts.list?.map(({ label, text, url }) => `- ${label}: ${text}\n  ${url}`).join('\n'),
    ...(parts.urgent ? [...actions, quote] : [quote, ...actions]),
    parts.facts?.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    `-- \n${parts.footer.join('\n')}`,
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

const linkBlock = ({ label, url }: Link) => `${label}\n${url}`

const quoted = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => `> ${line}`)
    .join('\n')
