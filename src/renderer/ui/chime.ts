/** Two short tones, the second higher: heard across a counter, over before anybody is disturbed. Seconds, hertz. */
const tones = [
  { at: 0, pitch: 660 },
  { at: 0.16, pitch: 880 },
] as const
const TONE_SECONDS = 0.14
const LOUD = 0.15

/** A page that nobody has touched yet may not sound: then it stays silent, and what there is to say is on the screen as well. */
export function chime(): void {
  const audio = new AudioContext()
  for (const { at, pitch } of tones) {
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = pitch
    volume.gain.value = LOUD
    tone.connect(volume).connect(audio.destination)
    tone.start(audio.currentTime + at)
    tone.stop(audio.currentTime + at + TONE_SECONDS)
    // The page keeps few of these: the last tone closes it.
    if (at > 0) tone.addEventListener('ended', () => void audio.close())
  }
}
