import { Problem } from './problem.ts'

/** A part of a page that the page does without: what is refused, or does not answer, is not there. */
export const orNothing = <Body>(asked: Promise<Body>): Promise<Body | undefined> =>
  asked.catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
    return undefined
  })
