import { initialsOf } from '../../lib/on-call/colours.ts'

type ChipProps = { person: { id: string; name: string }; colour: number }

/** Initials on the person's colour, beside the name. */
export const PersonChip = ({ person, colour }: ChipProps) => (
  <span className="who">
    <span className={`who-sign person-${colour}`} aria-hidden="true">
      {initialsOf(person.name)}
    </span>
    <bdi>{person.name}</bdi>
  </span>
)
