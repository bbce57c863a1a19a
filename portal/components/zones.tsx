import type { Input } from '../lib/set-up/blueprint.ts'

const asksZone = (inputs: readonly Input[]): boolean =>
  inputs.some((input) => input.kind === 'zone' || ('inputs' in input && asksZone(input.inputs)))

/** The names of all zones, for whoever types one of them; only where somebody is asked. */
export const Zones = ({ inputs }: { inputs: readonly Input[] }) =>
  asksZone(inputs) && (
    <datalist id="zones">
      {Intl.supportedValuesOf('timeZone').map((zone) => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  )
