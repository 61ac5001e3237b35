// What a page keeps on its machine, where the machine lets it: a disk that is full and a browser that forbids it stop no sale. Owns what
// then happens: it is kept as long as the page lives. Must never throw, and never leave an older state lying where a newer found no room.

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** `storage` is asked for anew each time: where it is forbidden, reading its very name throws. */
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

/** Of this machine, for every window of it. */
export const machineShelf = openShelf(() => localStorage)
