import { type Template, templates } from './catalogue.ts'
import type { Random } from './random.ts'
import { filled } from './slots.ts'
import { talk } from './talk.ts'

/** What somebody writes who has this problem: a title and a description, in a mood and with mistakes. */
export function wordsOf(
  template: Template,
  name: string,
  random: Random,
): { title: string; description: string } {
  const { language, heldOut } = template
  const { greeting, mood, closing, also } = talk[language]
  const chosen = new Map([['first', name.split(' ')[0] ?? name]])
  const put = (text: string) => filled(text, language, random, chosen)
  const sometimes = (share: number, texts: readonly string[]) =>
    random.chance(share) ? [put(random.one(texts))] : []

  const isBrief = random.chance(0.14)
  const elsewhere = templates.filter(
    (one) => one.language === language && one.heldOut === heldOut && one.topId !== template.topId,
  )
  const second = random.chance(0.04) ? [random.one(also), put(random.one(random.one(elsewhere).texts))] : []
  const lines = [
    ...(isBrief ? [] : sometimes(0.5, greeting)),
    [
      put(random.one(template.texts)),
      ...(isBrief ? [] : sometimes(0.5, template.more)),
      ...second,
      ...(isBrief ? [] : sometimes(0.3, mood)),
    ].join(' '),
    ...(isBrief ? [] : sometimes(0.45, closing)),
  ]
  const hand = handwriting(random)
  const title = hand(put(random.one(template.titles)))
  return {
    title: `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`,
    description: lines.map(hand).join('\n'),
  }
}

/** How somebody types today: most with care, some without capitals, some in a hurry. */
function handwriting(random: Random): (text: string) => string {
  const isLower = random.chance(0.05)
  const isHasty = random.chance(0.09)
  return (text) => (isHasty ? withTypo : (same: string) => same)(isLower ? text.toLowerCase() : text, random)
}

/** Two neighbours change places in one of the longer words. */
function withTypo(text: string, random: Random): string {
  const words = [...text.matchAll(/\p{L}{6,}/gu)]
  if (words.length === 0) return text
  const { 0: word, index } = random.one(words)
  const place = index + random.between(1, word.length - 3)
  return `${text.slice(0, place)}${text[place + 1]}${text[place]}${text.slice(place + 2)}`
}
