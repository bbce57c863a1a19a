/**
 * How fast announcements go out. SES grants a new account 14 mails a second; announcements take less than four fifths
 * of them, the rest is for pages and for what requesters are told:
 * 4 chunks at once × 2 mails abreast ÷ 0.75 s = 10.7 mails a second, and four fifths are 11.2.
 * With a higher grant, raise `abreast` in proportion.
 */
export const pace = {
  /** As many chunks are worked at once as their queue lets through. */
  lanes: 4,
  /** Mails of one chunk on their way at once. */
  abreast: 2,
  /** A row of mails takes at least this long. */
  rowMilliseconds: 750,
} as const
