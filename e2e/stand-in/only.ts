/**
 * The object as it is; whatever is asked of it beyond that is said at once, not undefined. Runs in the page as well, by its
 * source text.
 */
export function only<Type extends object>(name: string, object: Type): Type {
  return new Proxy(object, {
    get: (target, property, receiver) => {
      // Promises and printers look for names of their own on everything.
      if (property in target || typeof property === 'symbol' || property === 'then')
        return Reflect.get(target, property, receiver) as unknown
      throw new Error(`the stand-in for Electron has no ${name}.${property}: give it one in e2e/stand-in`)
    },
  })
}
