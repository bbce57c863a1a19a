const largestInBytes = 1_000_000

/** What a form sent: single lines are trimmed, texts are kept as typed apart from the browser's line breaks. */
export type FormFields = {
  text: (name: string) => string
  optional: (name: string) => string | undefined
  oneOf: <Value extends string>(name: string, values: readonly Value[]) => Value | undefined
  isChecked: (name: string) => boolean
  entries: () => [string, string][]
}

export function fieldsOf(data: Iterable<[string, unknown]>): FormFields {
  const sent = [...data].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  const values = new Map(sent.map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]))
  const text = (name: string) => (values.get(name) ?? '').trim()
  return {
    text,
    optional: (name) => text(name) || undefined,
    oneOf: (name, known) => known.find((value) => value === text(name)),
    isChecked: (name) => values.has(name),
    entries: () => [...values],
  }
}

/** The form, or undefined when it is far larger than any form of ours, or no form at all. */
export async function readForm(request: Request): Promise<FormFields | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > largestInBytes) return undefined
  try {
    return fieldsOf(await request.formData())
  } catch {
    return undefined
  }
}
