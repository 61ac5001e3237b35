type Whole =
  | string
  | number
  | boolean
  | bigint
  | null
  | undefined
  | ArrayBufferView
  | ((...args: never) => unknown)

/** The type made deeply read-only: values that cross the port are shared, and must not be changed. */
export type Frozen<T> = unknown extends T
  ? T
  : T extends Whole
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Frozen<Item>[]
      : { readonly [Key in keyof T]: Frozen<T[Key]> }
