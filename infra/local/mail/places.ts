type Places = { mails: number; texts: number; here: 'mails' | 'texts' }

/** The way between mails and text messages. */
export const placesOf = ({ mails, texts, here }: Places) => {
  const link = (place: Places['here'], href: string, title: string) =>
    `<a href="${href}"${place === here ? ' aria-current="page"' : ''}>${title}</a>`
  return `<nav class="places" aria-label="Inbox">${link('mails', '/', `Mail (${mails})`)}${link('texts', '/texts', `Text messages (${texts})`)}</nav>`
}
