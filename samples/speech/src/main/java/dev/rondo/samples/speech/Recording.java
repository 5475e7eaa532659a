package dev.rondo.samples.speech;

import dev.rondo.AudioClip;

/**
 * A recording, and what is said in it.
 *
 * @param name of the recording, for messages
 * @param speaker who speaks; empty if nobody knows
 * @param take which recording of this speaker and text it is; -1 if nobody knows
 */
record Recording(String name, String speaker, int take, AudioClip clip, String text) {
  SpeechTranscriberExample example() {
    return new SpeechTranscriberExample(clip, text);
  }
}
