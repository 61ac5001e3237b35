// Globals that browsers, Node and Electron all have, but no ECMAScript lib declares.
declare var TextEncoder: { new (): { encode(text: string): Uint8Array<ArrayBuffer> } }
declare var TextDecoder: { new (): { decode(bytes: Uint8Array): string } }
