/** One header field as it stands in the raw message, folded lines included. */
export type Field = { name: string; line: string }

export type RawMessage = { fields: Field[]; body: Buffer }

/** Cuts a raw message at its first empty line. Header bytes are kept as they are, one byte a character. */
export const splitMessage = (raw: Buffer): RawMessage => {
  const text = raw.toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)
  const head = end ? text.slice(0, end.index) : text
  const fields: Field[] = []
  for (const line of head.split(/\r?\n/)) {
    const last = fields.at(-1)
    if (/^[ \t]/.test(line) && last) last.line += `\r\n${line}`
    else if (line !== '') fields.push({ name: line.slice(0, Math.max(0, line.indexOf(':'))).trim(), line })
  }
  return { fields, body: end ? raw.subarray(end.index + end[0].length) : Buffer.alloc(0) }
}

export const joinMessage = ({ fields, body }: RawMessage): Buffer =>
  Buffer.concat([Buffer.from(`${fields.map(({ line }) => line).join('\r\n')}\r\n\r\n`, 'latin1'), body])

/** The unfolded value of a field. */
export const fieldValue = ({ name, line }: Field) =>
  line
    .slice(line.indexOf(':', name.length) + 1)
    .replace(/\r\n[ \t]+/g, ' ')
    .trim()

export const findValue = (fields: Field[], name: string) => {
  const field = fields.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase())
  return field && fieldValue(field)
}

export const withoutFields = (fields: Field[], names: string[]) =>
  fields.filter(({ name }) => !names.includes(name.toLowerCase()))

export const field = (name: string, value: string): Field => ({ name, line: `${name}: ${value}` })
