package dev.rondo.samples.speech;

import dev.rondo.AudioClip;
import dev.rondo.runtime.train.TranscriptEvaluation;
import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.ModelUse;
import dev.rondo.samples.common.OutputArguments;
import dev.rondo.samples.common.SampleMain;
import dev.rondo.samples.common.Streams;
import dev.rondo.samples.common.TrainingSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains {@link SpeechTranscriber}, tests it, and transcribes what is said. */
@Command(
    name = "speech",
    customSynopsis = "samples/run speech [OPTIONS]",
    description = {
      "",
      "Learns to write down what is said: digits that a synthesizer speaks, or your own"
          + " recordings. Then it transcribes a recording, or what the synthesizer says of the"
          + " digits that you type.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "DIR has WAV files, whose names begin with what is said: 7_jackson_3.wav is take 3 of"
          + " \"7\", spoken by jackson. Or DIR has a file "
          + RecordingFolder.TRANSCRIPTS
          + ", a line for each recording: its file, a tab, what is said, and if you like a tab"
          + " and who speaks.",
      "",
      "Tested are takes 0 to 4 of each word and speaker, or without numbers each tenth"
          + " recording; with --holdout those of the speaker.",
      "",
      "Examples:",
      "  samples/run speech --save speech.rondo --picture speech.png",
      "  samples/run speech --load speech.rondo --wav recording.wav",
      "  samples/run speech --data fsdd/recordings --holdout jackson --json",
      "  samples/run speech --data fsdd/recordings --sequences --picture sequence.png"
    })
public final class SpeechApp implements Callable<Integer> {
  private final Streams streams;

  @Mixin private final DataArguments data = new DataArguments();
  @Mixin private final ModelArguments model = new ModelArguments();

  @Option(
      names = "--wav",
      paramLabel = "FILE",
      description = "Transcribe the recording in FILE, then exit.")
  private @Nullable Path wav;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description =
          "Draw what the model hears, and when it writes which word, into FILE (.png): of --wav,"
              + " of what was typed last, else of the first recording of the test.")
  private @Nullable Path picture;

  @Mixin private final OutputArguments output = new OutputArguments();

  private SpeechApp(Streams streams) {
    this.streams = streams;
  }

  /** Runs the sample and ends the process. */
  public static void main(String[] arguments) {
    System.exit(run(Streams.ofProcess(), arguments));
  }

  /** Runs the sample and returns the exit code. */
  static int run(Streams streams, String... arguments) {
    return SampleMain.run(new SpeechApp(streams), streams, arguments);
  }

  @Override
  public Integer call() throws IOException {
    output.startLogging();
    model.check();
    data.check(model);
    if (wav != null) {
      ModelArguments.checkReadable("--wav", wav);
    }
    if (picture != null) {
      ModelArguments.checkWritable("--picture", picture);
    }
    return model.load().isPresent() ? load(model.load().get()) : learn();
  }

  private int load(Path file) throws IOException {
    // a loaded model is tested where that was asked for
    Optional<SpeechData> speech =
        data.isOwn() || output.json() ? Optional.of(data.read()) : Optional.empty();
    try (SpeechTranscriberPredictor loaded =
        SpeechTranscriberPredictor.load(file, model.device())) {
      use(loaded, speech);
    }
    return SampleMain.OK;
  }

  private int learn() throws IOException {
    SpeechData speech = data.read();
    Optional<SpeechTranscriberPredictor> trained = train(speech);
    if (trained.isEmpty()) {
      return SampleMain.INTERRUPTED;
    }
    try (SpeechTranscriberPredictor transcriber = trained.get()) {
      use(transcriber, Optional.of(speech));
    }
    return SampleMain.OK;
  }

  private Optional<SpeechTranscriberPredictor> train(SpeechData speech) {
    SpeechTranscriberTrainer trainer = SpeechTranscriberTrainer.create();
    data.configure(trainer);
    if (!speech.dev().isEmpty()) {
      trainer.validateOn(SpeechData.examples(speech.dev()));
    }
    return new TrainingSession(streams, model)
        .counting("recordings")
        .run(
            trainer,
            it -> it.fit(SpeechData.examples(speech.train())),
            SpeechTranscriberPredictor::save);
  }

  private void use(SpeechTranscriberPredictor transcriber, Optional<SpeechData> speech)
      throws IOException {
    ModelUse use = new ModelUse(streams, output);
    speech.ifPresent(tested -> test(transcriber, tested, use));
    use.trained(transcriber.history(), "trainingExamples", "devCharacterErrorRate");
    Transcribed transcribed = new Transcribed(transcriber);
    if (wav != null) {
      AudioClip clip = RecordingFolder.clip(wav);
      String text = transcribed.text(clip);
      use.answered(text, results -> results.put("answer", text));
    } else {
      speech.ifPresent(tested -> transcribed.text(tested.test().get(0).clip()));
      Random random = new Random();
      use.prompt(
          "digits> ",
          "Type digits for the synthesizer to say; an end of input (Ctrl-D) ends.",
          line -> spoken(transcribed, line, random));
    }
    if (picture != null) {
      transcribed.draw(picture);
      streams.err().println("drew what was heard into " + picture);
    }
    use.end(transcriber::save);
  }

  private static void test(
      SpeechTranscriberPredictor transcriber, SpeechData speech, ModelUse use) {
    TranscriptEvaluation report = transcriber.evaluate(SpeechData.examples(speech.test()));
    use.tested(
        "tested on " + speech.testedOn() + ": " + report,
        results ->
            results
                .put("accuracy", report.exact())
                .put("characterErrorRate", report.characterErrorRate())
                .put("wordErrorRate", report.wordErrorRate())
                .put("loss", report.loss())
                .put("blanks", report.blanks())
                .put("examples", report.examples())
                .put("testedOn", speech.testedOn()));
  }

  private String spoken(Transcribed transcribed, String line, Random random) {
    try {
      return transcribed.text(SpokenDigits.say(line, random).clip());
    } catch (IllegalArgumentException e) {
      streams.err().println("error: " + e.getMessage());
      return "no answer";
    }
  }
}
