import { type Language, mark, pageFrame } from '../page-frame.ts'

const style = `
main{max-width:32rem;margin:0 auto;padding:20vh 1.25rem 3rem;text-align:center}
.mark{justify-content:center;margin-bottom:1.75rem}
h1{font-size:1.75rem;line-height:1.2;letter-spacing:-.02em;text-wrap:balance}
p{margin-top:.75rem;color:var(--quiet)}`

const words = {
  unpublished: {
    en: {
      title: 'Nothing has been published yet',
      text: 'This page shows whether everything works, as soon as the first announcement or component is saved.',
    },
    de: {
      title: 'Noch nichts veröffentlicht',
      text: 'Hier steht, ob alles funktioniert, sobald die erste Ankündigung oder Komponente gespeichert ist.',
    },
  },
  missing: {
    en: { title: 'There is no such page', text: '<a href="/">See how everything is doing</a>' },
    de: { title: 'Diese Seite gibt es nicht', text: '<a href="/">Zum aktuellen Zustand</a>' },
  },
}

/** What stands in for a page of the status site that is not there. */
export const statusNotice = (kind: keyof typeof words, language: Language) => {
  const { title, text } = words[kind][language]
  return pageFrame({
    lang: language,
    title,
    style,
    body: `<main><span class="mark">${mark('Evenkeel status')}</span><h1>${title}</h1><p>${text}</p></main>`,
  })
}
