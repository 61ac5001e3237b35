// What a page stores on its machine, if the machine lets it: a full disk or a browser that forbids storage stops no sale. Owns
// the fallback: data is then kept as long as the page lives. Must never throw, and never leave an older state stored where a
// newer one found no room.

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** `storage` is called anew each time: where storage is forbidden, even reading the property throws. */
export function openShelf(storage: () => Shelf): Shelf {
  const instead = new Map<string, string>()
  const tried = <Value>(go: (shelf: Shelf) => Value, otherwise: Value): Value => {
    try {
      return go(storage())
    } catch {
      return otherwise
    }
  }
  const forget = (name: string) => tried((shelf) => shelf.removeItem(name), undefined)
  return {
    getItem: (name) => instead.get(name) ?? tried((shelf) => shelf.getItem(name), null),
    setItem: (name, text) => {
      instead.set(name, text)
      tried((shelf) => {
        shelf.setItem(name, text)
        instead.delete(name)
      }, undefined)
      if (instead.has(name)) forget(name)
    },
    removeItem: (name) => {
      instead.delete(name)
      forget(name)
    },
  }
}

/** Shared by every window on this machine. */
export const machineShelf = openShelf(() => localStorage)
