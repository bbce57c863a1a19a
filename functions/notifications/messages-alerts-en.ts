import type { Matcher } from '../alerts/matcher.ts'
import { refusingEn } from './messages-refusing-en.ts'

/** What notices about alerts can name. */
export type FlappingNamed = { title: string; changes: number; minutes: number; team: string }
export type StormNamed = { source: string; requests: number }
export type RekindledNamed = { number: string; alerts: number }
export type SilenceNamed = { endsAt: string; held: number; isAll: boolean }

const heldWords = ({ held, isAll }: SilenceNamed): string => {
  if (held === 0) return 'It holds nothing back at the moment.'
  if (held === 1) return 'It holds one alert back, which goes on its way then if it still fires.'
  return `It holds ${isAll ? held : `more than ${held}`} alerts back, which go on their way then if they still fire.`
}

export const alertsEn = {
  flapping: {
    subject: ({ title }: FlappingNamed) => `Comes and goes: ${title}`,
    heading: 'An alert comes and goes',
    words: ({ title, changes, minutes }: FlappingNamed) =>
      `${title} changed ${changes} times in ${minutes} minutes. We stay quiet until it settles.`,
    advice: 'If it does this often, its threshold may be too tight.',
    button: 'See the alert',
    why: ({ team }: FlappingNamed) => `You get this mail because it is an alert of your team ${team}.`,
    isFor: (team: string) => `An alert of their team ${team}.`,
  },
  storm: {
    subject: ({ source }: StormNamed) => `Very many alerts from ${source}`,
    heading: 'A storm of alerts',
    words: ({ source, requests }: StormNamed) =>
      `${source} sent ${requests} requests within five minutes, and more may come.`,
    advice:
      'Nothing is lost: all of it is taken, and what belongs together becomes one incident. We tell you once.',
    button: 'See the alerts',
    source: 'Look at the source',
    why: 'You get this mail because you lead the team that these alerts go to, or administer Evenkeel.',
    isFor: 'Told as a lead or an administrator.',
  },
  refusing: refusingEn,
  rekindled: {
    subject: (title: string) => `It fires again: ${title}`,
    heading: 'It fires again',
    words: ({ number, alerts }: RekindledNamed) =>
      `The alerts of ${number} were quiet. Now ${alerts === 1 ? 'one fires' : `${alerts} fire`} again.`,
    advice: 'Somebody was at work on it already, so we change nothing and only tell you.',
    button: 'See where it stands',
    whyYou: (number: string) => `You get this mail because ${number} is in your hands.`,
    whyTeam: ({ number, team }: { number: string; team: string }) =>
      `You get this mail because ${number} waits with your team ${team}, and nobody has taken it.`,
    isTheirs: 'It is in their hands.',
    isOfTeam: (team: string) => `An incident of their team ${team} that nobody has taken.`,
  },
  silence: {
    subject: ({ endsAt }: SilenceNamed) => `Your silence ends: ${endsAt}`,
    heading: 'Your silence is about to end',
    words: (named: SilenceNamed) => `Your silence ends: ${named.endsAt}. ${heldWords(named)}`,
    reason: 'You wrote',
    matchers: 'Silenced',
    button: 'Prolong or end it',
    why: 'You get this mail because you made this silence.',
    isFor: 'It is their silence.',
  },
  matcher: {
    facts: { '@source': 'Source', '@severity': 'Severity', '@title': 'Title', '@summary': 'Summary' },
    ops: { is: '=', is_not: '≠', like: 'like', not_like: 'not like' } satisfies Record<Matcher['op'], string>,
    nothing: 'nothing',
  },
}

type Widened<Words> = Words extends string
  ? string
  : Words extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { [Name in keyof Words]: Widened<Words[Name]> }
export type AlertMessages = Widened<typeof alertsEn>
