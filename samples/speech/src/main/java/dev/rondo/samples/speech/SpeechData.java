package dev.rondo.samples.speech;

import java.util.List;

/**
 * Recordings to train on, to watch the training by, and to test on.
 *
 * @param dev empty for recordings of the user, all of which are needed
 * @param testedOn where the test comes from, for messages
 */
record SpeechData(
    List<Recording> train, List<Recording> dev, List<Recording> test, String testedOn) {
  static List<SpeechTranscriberExample> examples(List<Recording> recordings) {
    return recordings.stream().map(Recording::example).toList();
  }
}
