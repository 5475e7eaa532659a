package dev.rondo.it.typed;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.AudioClip;
import dev.rondo.Transcript;
import dev.rondo.runtime.data.sound.SoundAugmentation;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.runtime.train.BatchProgress;
import dev.rondo.runtime.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sounds are classified and transcribed by generated models, and read from files. */
class SoundTest {
  private static final int RATE = 8000;
  private static final double[] HERTZ = {300, 600, 1200};

  /** Tones of about a seventh of a second with pauses between them, and noise. */
  private static AudioClip clip(String tones, Random random) {
    List<AudioClip> parts = new ArrayList<>();
    for (int i = 0; i < tones.length(); i++) {
      parts.add(part(0, 400 + random.nextInt(200), random));
      parts.add(part(HERTZ[tones.charAt(i) - 'a'], 900 + random.nextInt(400), random));
    }
    return AudioClip.join(parts);
  }

  private static AudioClip part(double hertz, int samples, Random random) {
    float[] values = new float[samples];
    for (int n = 0; n < samples; n++) {
      double tone = hertz == 0 ? 0 : 0.5 * Math.sin(2 * Math.PI * hertz * n / RATE);
      values[n] = (float) (tone + 0.02 * random.nextGaussian());
    }
    return AudioClip.of(values, RATE);
  }

  private static String tones(Random random) {
    StringBuilder tones = new StringBuilder();
    for (int k = 1 + random.nextInt(4); k > 0; k--) {
      tones.append((char) ('a' + random.nextInt(3)));
    }
    return tones.toString();
  }

  private static List<TonesExample> examples(int count, int seed) {
    Random random = new Random(seed);
    List<TonesExample> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String tones = tones(random);
      examples.add(new TonesExample(clip(tones, random), tones));
    }
    return examples;
  }

  @Test
  void tonesAreTranscribedWithTheirTimes(@TempDir Path folder) {
    Path file = folder.resolve("tones.rondo");
    List<TonesExample> test = examples(40, 2);
    String kept;
    AudioClip clip = clip("abba", new Random(3));
    try (TonesPredictor model = TonesTrainer.create().seed(1).fit(examples(160, 1))) {
      assertThat(model.evaluate(test).characterErrorRate()).isLessThan(0.1);
      Transcript transcript = model.tonesScored(clip);
      assertThat(transcript.text()).isEqualTo("abba");
      assertThat(model.tones(clip)).isEqualTo("abba");
      for (int k = 1; k < 4; k++) {
        Transcript.Token token = transcript.tokens().get(k);
        assertThat(token.from()).isAtLeast(transcript.tokens().get(k - 1).to());
        assertThat(token.to()).isAtMost(clip.seconds() + 0.1);
      }
      assertThat(model.tonesAll(List.of(test.get(0).clip(), clip)).get(1)).isEqualTo("abba");
      longSoundsAreTranscribedInChunks(model);
      kept = model.evaluate(test).toString();
      model.save(file);
    }
    try (TonesPredictor loaded = TonesPredictor.load(file)) {
      assertThat(loaded.evaluate(test).toString()).isEqualTo(kept);
    }
  }

  private static void longSoundsAreTranscribedInChunks(TonesPredictor model) {
    Random random = new Random(9);
    StringBuilder tones = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      tones.append((char) ('a' + random.nextInt(3)));
    }
    AudioClip clip = clip(tones.toString(), random);

    Transcript transcript = model.tonesLong(clip, Duration.ofSeconds(1), Duration.ofMillis(400));
    assertThat(transcript.text()).hasLength(60);
    int right = 0;
    for (int i = 0; i < 60; i++) {
      right += transcript.text().charAt(i) == tones.charAt(i) ? 1 : 0;
    }
    assertThat(right).isAtLeast(57);
    Transcript.Token last = transcript.tokens().get(59);
    assertThat(last.to()).isWithin(0.3).of(clip.seconds());
    // one chunk is the whole
    assertThat(model.tonesLong(clip, Duration.ofMinutes(1), Duration.ZERO))
        .isEqualTo(model.tonesScored(clip));
  }

  @Test
  void sessionsOfSoundsEndWithTheirModel() {
    List<HeardExample> train =
        examples(8, 1).stream()
            .map(example -> new HeardExample(example.clip(), example.expected()))
            .toList();
    HeardPredictor model = HeardTrainer.create().epochs(1).fit(train);
    HeardSession session = model.session();
    session.next(part(300, 100, new Random(1)));
    model.close();
    assertThrows(IllegalStateException.class, model::session);
    assertThrows(IllegalStateException.class, session::end);
    AudioClip next = part(300, 100, new Random(1));
    assertThrows(IllegalStateException.class, () -> session.next(next));
  }

  @Test
  void soundsAreTranscribedWhileTheyCome() {
    List<HeardExample> train =
        examples(160, 1).stream()
            .map(example -> new HeardExample(example.clip(), example.expected()))
            .toList();
    try (HeardPredictor model = HeardTrainer.create().seed(1).fit(train)) {
      Random random = new Random(4);
      HeardSession session = model.session();
      for (int i = 0; i < 12; i++) {
        String tones = tones(random) + "abc";
        AudioClip clip = clip(tones, random);
        String early = "";
        int at = 0;
        while (at < clip.length()) {
          int to = Math.min(clip.length(), at + 1 + random.nextInt(i % 2 == 0 ? 90 : 3000));
          early = session.next(clip.part(at, to));
          at = to;
        }
        // most was written down before the end, and all as of the whole
        assertThat(early.length()).isAtLeast(tones.length() - 2);
        assertThat(session.end()).isEqualTo(model.tones(clip));
        assertThat(session.end()).isEqualTo(model.tones(clip));
        assertThrows(IllegalStateException.class, () -> session.next(clip));
        session.reset();
      }
      assertThat(session.end()).isEmpty();
      session.reset();
      session.next(part(300, 1000, random));
      AudioClip other = AudioClip.of(new float[100], 16_000);
      assertThat(assertThrows(IllegalArgumentException.class, () -> session.next(other)))
          .hasMessageThat()
          .isEqualTo("\"clip\" goes on with 16000 samples a second, it began with 8000");
    }
  }

  private static TonesTrainer changing(Path checkpoint) {
    return TonesTrainer.create()
        .epochs(3)
        .checkpoint(checkpoint)
        .clipAugmentation(
            SoundAugmentation.none()
                .speed(0.9, 1.1)
                .vocalTract(0.9, 1.1)
                .noise(10, 30)
                .timeMasks(1, 0.1)
                .bandMasks(1, 2));
  }

  private static String weights(TonesPredictor model, Path folder) {
    Path file = folder.resolve("weights.rondo");
    model.save(file);
    return ModelReader.weightsSha256(file);
  }

  @Test
  void soundsThatAreChangedWhileTheyAreLearnedFromChangeAlikeAfterAnInterruption(
      @TempDir Path folder) {
    List<TonesExample> examples = examples(60, 6);
    Path checkpoint = folder.resolve("training");
    String whole;
    try (TonesPredictor model = changing(folder.resolve("whole")).fit(examples)) {
      whole = weights(model, folder);
      assertThat(model.provenance().orElseThrow().settings())
          .containsEntry(
              "clipAugmentation",
              "speed 0.9 to 1.1, vocal tract 0.9 to 1.1, noise 10.0 to 30.0 dB, 1 time masks of"
                  + " 0.1, 1 band masks of 2");
    }
    try (TonesPredictor plain = TonesTrainer.create().epochs(3).fit(examples)) {
      assertThat(weights(plain, folder)).isNotEqualTo(whole);
      assertThat(plain.provenance().orElseThrow().settings()).doesNotContainKey("clipAugmentation");
    }
    TonesTrainer stopped = changing(checkpoint);
    TrainingListener stopper =
        new TrainingListener() {
          @Override
          public void onBatch(BatchProgress progress) {
            if (progress.epoch() == 2) {
              stopped.stop();
            }
          }
        };
    stopped.listener(stopper).fit(examples).close();
    try (TonesPredictor model = changing(checkpoint).fit(examples)) {
      assertThat(weights(model, folder)).isEqualTo(whole);
    }
  }

  @Test
  void aTextThatIsTooLongForItsSoundIsRefusedByItsPlace() {
    List<TonesExample> examples = new ArrayList<>(examples(3, 4));
    examples.add(new TonesExample(part(300, 400, new Random(1)), "abcabc"));

    assertThat(
            assertThrows(IllegalArgumentException.class, () -> TonesTrainer.create().fit(examples)))
        .hasMessageThat()
        .contains("which need 6 steps, but the input has 4, of which the layers leave 2");
  }

  @Test
  void clipsOfFilesAreClassified(@TempDir Path folder) throws IOException {
    Random random = new Random(5);
    StringBuilder table = new StringBuilder("clip,expected\n");
    for (int i = 0; i < 80; i++) {
      Path wav = folder.resolve(i + ".wav");
      clip(i % 2 == 0 ? "ac" : "ca", random).write(wav);
      table.append(wav).append(',').append(i % 2 == 0).append('\n');
    }
    Path file = folder.resolve("clips.csv");
    Files.writeString(file, table);
    List<PitchExample> examples = PitchExample.read(file);
    Path stored = folder.resolve("pitch.rondo");

    try (PitchPredictor model = PitchTrainer.create().seed(1).fit(examples.subList(0, 60))) {
      assertThat(model.evaluate(examples.subList(60, 80)).accuracy()).isAtLeast(0.95);
      model.save(stored);
    }
    try (PitchPredictor loaded = PitchPredictor.load(stored)) {
      assertThat(loaded.evaluate(examples.subList(60, 80)).accuracy()).isAtLeast(0.95);
    }
  }

  @Test
  void aDamagedFileIsToldByItsLine(@TempDir Path folder) throws IOException {
    Path wav = folder.resolve("broken.wav");
    Files.write(wav, new byte[] {1, 2, 3});
    Path file = folder.resolve("clips.csv");
    Files.writeString(file, "clip,expected\n" + wav + ",true\n");

    assertThat(assertThrows(RuntimeException.class, () -> PitchExample.read(file)))
        .hasMessageThat()
        .contains("broken.wav: is no WAV file");
  }
}
