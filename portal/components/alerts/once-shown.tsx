type OnceProps = { id: string; label: string; hint?: string; value: string }

/** Something to be copied now: a field that can be read and selected, not changed. */
export const OnceShown = ({ id, label, hint, value }: OnceProps) => (
  <div className="field once">
    <label htmlFor={id}>{label}</label>
    {hint && (
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    <input id={id} type="text" readOnly value={value} aria-describedby={hint && `${id}-hint`} />
  </div>
)
