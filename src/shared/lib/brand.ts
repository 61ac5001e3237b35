declare const brand: unique symbol

/** A plain value whose type must not be confused with others of the same shape. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
