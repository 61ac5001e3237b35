interface Props {
  readonly texts: readonly string[]
  /** Label of a last column of buttons, for screen readers. */
  readonly steps?: string
}

/** The head row of a plain table. */
export function TableHead({ texts, steps }: Props) {
  return (
    <thead>
      <tr>
        {texts.map((text) => (
          <th key={text} scope="col">
            {text}
          </th>
        ))}
        {steps !== undefined && (
          <th scope="col">
            <span className="visually-hidden">{steps}</span>
          </th>
        )}
      </tr>
    </thead>
  )
}
