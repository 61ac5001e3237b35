interface Props {
  readonly texts: readonly string[]
  /** Of a last column of buttons: said to who cannot see what they are. */
  readonly steps?: string
}

/** The first line of a plain table. */
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
