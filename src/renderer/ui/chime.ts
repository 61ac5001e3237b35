/** Seconds from the first tone, hertz, and the duration if it is not the usual one. */
export interface Tone {
  readonly at: number
  readonly pitch: number
  readonly lasting?: number
}

const TONE_SECONDS = 0.14
const LOUD = 0.15

/** Two short tones, the second higher: heard across a counter, over before anybody is disturbed. */
const asking: readonly Tone[] = [
  { at: 0, pitch: 660 },
  { at: 0.16, pitch: 880 },
]

export function chime(): void {
  sound(asking)
}

/** A page that nobody has touched yet may not play sounds: then it stays silent, and the message is on the screen anyway. */
export function sound(tones: readonly Tone[], loud = LOUD): void {
  const audio = new AudioContext()
  for (const { at, pitch, lasting = TONE_SECONDS } of tones) {
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = pitch
    volume.gain.value = loud
    tone.connect(volume).connect(audio.destination)
    tone.start(audio.currentTime + at)
    tone.stop(audio.currentTime + at + lasting)
    // A page may have few audio contexts at a time: the last tone closes this one.
    if (at === tones.at(-1)?.at) tone.addEventListener('ended', () => void audio.close())
  }
}
