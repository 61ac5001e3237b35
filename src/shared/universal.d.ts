// What every JavaScript here has, though no ECMAScript lib says so: browsers, Node and Electron alike.
declare var TextEncoder: { new (): { encode(text: string): Uint8Array<ArrayBuffer> } }
declare var TextDecoder: { new (): { decode(bytes: Uint8Array): string } }
