type Whole =
  | string
  | number
  | boolean
  | bigint
  | null
  | undefined
  | ArrayBufferView
  | ((...args: never) => unknown)

/** The same, with nothing in it open to change: what crosses the seam belongs to nobody. */
export type Frozen<T> = unknown extends T
  ? T
  : T extends Whole
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Frozen<Item>[]
      : { readonly [Key in keyof T]: Frozen<T[Key]> }
