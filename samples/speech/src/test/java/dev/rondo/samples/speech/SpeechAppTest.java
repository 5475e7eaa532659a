package dev.rondo.samples.speech;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.JsonObject;
import dev.rondo.AudioClip;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.samples.corpora.speech.FormantSynthesizer;
import dev.rondo.samples.corpora.speech.Voice;
import dev.rondo.samples.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechAppTest {
  private static final int TAKES = 15;

  @TempDir private static Path folder;
  private static Path data;
  private static Path model;
  private static Path picture;
  private static Run training;

  @BeforeAll
  static void trainOnce() throws IOException {
    data = Files.createDirectory(folder.resolve("recordings"));
    Random random = new Random(1);
    for (String speaker : List.of("ada", "alan")) {
      for (int digit : new int[] {2, 4, 6}) {
        for (int take = 0; take < TAKES; take++) {
          Voice voice = new Voice(speaker.equals("ada") ? 200 : 110, 1.05, 1, 0.05, 25);
          float[] samples = FormantSynthesizer.speak(List.of(digit), voice, random);
          AudioClip.of(samples, FormantSynthesizer.RATE)
              .write(data.resolve("%s_%s_%s.wav".formatted(digit, speaker, take)));
        }
      }
    }
    model = folder.resolve("speech.rondo");
    picture = folder.resolve("speech.png");
    training = speech("--data", data, "--epochs", 50, "--save", model, "--json");
  }

  private static Run speech(Object... arguments) {
    return Run.of(SpeechApp::run, "", arguments);
  }

  @Test
  void wordsAreLearnedAndTheResultsAreTheLastLine() {
    assertThat(training.exitCode()).isEqualTo(0);
    JsonObject results = training.json();
    assertThat(results.get("accuracy").getAsDouble()).isAtLeast(0.9);
    assertThat(results.get("wordErrorRate").getAsDouble()).isAtMost(0.1);
    assertThat(results.get("characterErrorRate").getAsDouble()).isAtMost(0.1);
    // takes 0 to 4 of three words by two speakers
    assertThat(results.get("examples").getAsInt()).isEqualTo(30);
    assertThat(results.get("trainingExamples").getAsInt()).isEqualTo(60);
    assertThat(results.get("epochs").getAsInt()).isEqualTo(50);
    assertThat(results.get("secondsPerEpoch").getAsDouble()).isGreaterThan(0);
    assertThat(results.get("weights").getAsString()).isEqualTo(ModelReader.weightsSha256(model));
    assertThat(training.err()).contains("tested on takes 0 to 4: character errors ");
  }

  @Test
  void aRecordingIsTranscribedAndDrawn() throws IOException {
    Run run = speech("--load", model, "--wav", data.resolve("6_ada_0.wav"), "--picture", picture);
    assertThat(run.outLines()).containsExactly("6");
    assertThat(run.err()).isEqualTo("drew what was heard into " + picture + "\n");
    assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(1_200);
  }

  @Test
  void whatIsTypedIsSpokenAndTranscribed() {
    Run run = Run.of(SpeechApp::run, "6\nsix\n2 4\n", "--load", model);
    assertThat(run.outLines()).hasSize(3);
    assertThat(run.outLines().get(1)).isEqualTo("no answer");
    assertThat(run.errLines()).containsExactly("error: found \"s\", expected digits from 0 to 9");
  }

  @Test
  void aSpeakerIsHeldOut() {
    Run run = speech("--data", data, "--holdout", "alan", "--epochs", 1, "--json");
    assertThat(run.json().get("examples").getAsInt()).isEqualTo(3 * TAKES);
    assertThat(run.json().get("trainingExamples").getAsInt()).isEqualTo(3 * TAKES);
    assertThat(run.json().get("testedOn").getAsString()).isEqualTo("the speaker alan");
    assertThat(speech("--data", data, "--holdout", "grace").err())
        .isEqualTo(
            "error: --data: 0 of the 90 recordings are to be tested on: the speaker grace. Speakers"
                + " are ada, alan\n");
  }

  @Test
  void recordingsAreJoinedToSequencesOfOneSpeaker() {
    List<Recording> all = RecordingFolder.read(data);
    for (Recording sequence : Sequences.joined(all, 50, 1)) {
      int words = sequence.text().split(" ").length;
      assertThat(words).isAtLeast(3);
      assertThat(words).isAtMost(7);
      assertThat(sequence.name().split(" \\+ ")).hasLength(words);
      String others = sequence.speaker().equals("ada") ? "alan" : "ada";
      assertThat(sequence.name()).doesNotContain(others);
    }
  }

  @Test
  void aFileMayListTheTexts(@TempDir Path other) throws IOException {
    Files.copy(data.resolve("2_ada_0.wav"), other.resolve("a.wav"));
    Path list = Files.writeString(other.resolve("transcripts.tsv"), "a.wav\ttwo\tada\n");
    Recording recording = RecordingFolder.read(other).get(0);
    assertThat(recording.text()).isEqualTo("two");
    assertThat(recording.speaker()).isEqualTo("ada");

    Files.writeString(list, "a.wav\ttwo\nb.wav\n");
    assertThat(speech("--data", other).err())
        .isEqualTo(
            "error: \"%s\", line 2: expected the name of a file, a tab and what is said in it (and"
                    .formatted(list)
                + " a tab and who speaks)\n");
  }

  @Test
  void whatMakesNoSenseIsToldAtOnce(@TempDir Path empty) throws IOException {
    assertThat(speech("--holdout", "ada").err()).startsWith("error: --holdout goes with --data");
    assertThat(speech("--sequences").err()).startsWith("error: --sequences goes with --data");
    assertThat(speech("--data", empty.resolve("x")).err()).endsWith("is no folder\n");
    assertThat(speech("--data", empty).err()).contains("has no WAV files");
    Path broken = Files.writeString(empty.resolve("2_ada_0.wav"), "x");
    assertThat(speech("--data", empty).err()).startsWith("error: " + broken + ": is no WAV file");
    assertThat(speech("--load", model, "--wav", broken).err())
        .startsWith("error: " + broken + ": is no WAV file");
    Files.delete(broken);
    Files.writeString(empty.resolve("_.wav"), "x");
    assertThat(speech("--data", empty).err()).contains("does not tell what is said");
  }
}
