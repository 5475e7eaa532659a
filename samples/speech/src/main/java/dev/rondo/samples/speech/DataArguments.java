package dev.rondo.samples.speech;

import dev.rondo.runtime.data.sound.SoundAugmentation;
import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.SampleFailure;
import dev.rondo.samples.corpora.speech.Voice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that bring the user's own recordings; without them a synthesizer speaks. */
final class DataArguments {
  private static final int TRAIN = 2_000;
  private static final int DEV = 100;
  private static final int TEST = 300;

  /** A sequence says as much as several recordings of a word. */
  private static final int SEQUENCES_EPOCHS = 8;

  private static final long TRAIN_SEED = 1;
  private static final long DEV_SEED = 2;
  private static final long TEST_SEED = 3;

  /** So many takes of each speaker and word are tested on. */
  private static final int TEST_TAKES = 5;

  /** Where takes are not numbered, each so many-th recording is tested on. */
  private static final int TEST_EVERY = 10;

  /** Who is tested on is trained on, too. */
  private static final SoundAugmentation KNOWN_SPEAKERS =
      SoundAugmentation.none()
          .speed(0.95, 1.05)
          .vocalTract(0.95, 1.05)
          .noise(20, 40)
          .timeMasks(1, 0.1)
          .bandMasks(1, 4);

  /** Who was never heard is larger or smaller, and speaks faster or slower. */
  private static final SoundAugmentation NEW_SPEAKERS =
      SoundAugmentation.none()
          .speed(0.9, 1.1)
          .vocalTract(0.85, 1.2)
          .noise(15, 40)
          .timeMasks(1, 0.1)
          .bandMasks(1, 6);

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Learn from the recordings (.wav) in DIR; spoken by a synthesizer by default.")
  private @Nullable Path data;

  @Option(
      names = "--holdout",
      paramLabel = "SPEAKER",
      description = "Test on all recordings of SPEAKER, and train on those of the others.")
  private @Nullable String holdout;

  @Option(
      names = "--sequences",
      description = "Join recordings of one speaker, 3 to 7 of them, and transcribe these.")
  private boolean sequences;

  @Option(
      names = "--unchanged",
      description =
          "Train on the recordings as they are; by default their speed, pitch and noise are"
              + " changed each time, and parts are masked.")
  private boolean unchanged;

  /**
   * Checks that the options fit together.
   *
   * @throws SampleFailure if not
   */
  void check(ModelArguments model) {
    if (data == null && holdout != null) {
      throw SampleFailure.usage("--holdout goes with --data: the synthesizer is no SPEAKER.");
    }
    if (data == null && sequences) {
      throw SampleFailure.usage(
          "--sequences goes with --data: the synthesizer speaks sequences anyway.");
    }
    if (unchanged) {
      model.refuseWithLoad("--unchanged", true);
    }
    if (data != null && !Files.isDirectory(data)) {
      throw SampleFailure.of("--data: \"" + data + "\" is no folder");
    }
  }

  /** Returns whether there are recordings of the user's own. */
  boolean isOwn() {
    return data != null;
  }

  /** Sets how often recordings are gone through, and how they are changed meanwhile. */
  void configure(SpeechTranscriberTrainer trainer) {
    if (data == null || sequences) {
      trainer.epochs(SEQUENCES_EPOCHS);
    }
    if (!unchanged) {
      trainer.clipAugmentation(holdout == null ? KNOWN_SPEAKERS : NEW_SPEAKERS);
    }
  }

  /**
   * Returns the recordings.
   *
   * @throws SampleFailure if there are none to train on, or none to test on
   */
  SpeechData read() {
    return Optional.ofNullable(data).map(this::own).orElseGet(DataArguments::spoken);
  }

  private static SpeechData spoken() {
    return new SpeechData(
        SpokenDigits.sequences(TRAIN_SEED, TRAIN, Voice::usual),
        SpokenDigits.sequences(DEV_SEED, DEV, Voice::usual),
        SpokenDigits.sequences(TEST_SEED, TEST, Voice::unusual),
        "other voices, higher and lower, faster and slower");
  }

  private SpeechData own(Path folder) {
    List<Recording> all = RecordingFolder.read(folder);
    IntPredicate tested;
    String testedOn;
    if (holdout != null) {
      tested = place -> all.get(place).speaker().equals(holdout);
      testedOn = "the speaker " + holdout;
    } else if (all.stream().allMatch(recording -> recording.take() >= 0)) {
      tested = place -> all.get(place).take() < TEST_TAKES;
      testedOn = "takes 0 to " + (TEST_TAKES - 1);
    } else {
      tested = place -> place % TEST_EVERY == 0;
      testedOn = "each tenth recording";
    }
    List<Recording> test = picked(all, tested);
    List<Recording> train = picked(all, tested.negate());
    if (test.isEmpty() || train.isEmpty()) {
      throw SampleFailure.of(
          "--data: %s of the %s recordings are to be tested on: %s%s"
              .formatted(test.size(), all.size(), testedOn, speakers(all)));
    }
    return sequences
        ? new SpeechData(
            Sequences.joined(train, train.size(), TRAIN_SEED),
            List.of(),
            Sequences.joined(test, Math.min(TEST, test.size()), TEST_SEED),
            "sequences of " + testedOn)
        : new SpeechData(train, List.of(), test, testedOn);
  }

  private static List<Recording> picked(List<Recording> all, IntPredicate wanted) {
    return IntStream.range(0, all.size()).filter(wanted).mapToObj(all::get).toList();
  }

  private static String speakers(List<Recording> recordings) {
    TreeSet<String> speakers =
        recordings.stream().map(Recording::speaker).collect(Collectors.toCollection(TreeSet::new));
    return speakers.equals(new TreeSet<>(List.of("")))
        ? ""
        : ". Speakers are " + String.join(", ", speakers);
  }
}
