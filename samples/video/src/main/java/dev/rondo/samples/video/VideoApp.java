package dev.rondo.samples.video;

import dev.rondo.Frames;
import dev.rondo.Prediction;
import dev.rondo.runtime.train.Evaluation;
import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.ModelUse;
import dev.rondo.samples.common.OutputArguments;
import dev.rondo.samples.common.SampleFailure;
import dev.rondo.samples.common.SampleMain;
import dev.rondo.samples.common.Streams;
import dev.rondo.samples.common.TrainingSession;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains {@link ClipModel}, and {@link UnorderedModel} beside it, tests them, and draws clips. */
@Command(
    name = "video",
    customSynopsis = "samples/run video [OPTIONS]",
    description = {
      "",
      "Learns to tell what happens in clips of pictures: in simulated ones of shapes that move,"
          + " turn, grow and shrink, or in your own. A second model, which sees the same pictures"
          + " without their order, is measured beside it.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "The simulated clips have eight classes: four pairs, each of which is the other played"
          + " backwards. So no picture tells them apart, nor all of them without their order.",
      "",
      "DIR has a folder for each class, and in it a clip each: a folder of pictures, whose names"
          + " say their order, or an animated GIF. A fifth of each class is tested on, a tenth"
          + " chooses the epoch, --seed picks them.",
      "",
      "Examples:",
      "  samples/run video --picture clips.png",
      "  samples/run video --save motions.rondo",
      "  samples/run video --data gestures --json",
      "  samples/run video --load motions.rondo --clip wave.gif"
    })
public final class VideoApp implements Callable<Integer> {
  private final Streams streams;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Learn from the clips of DIR, a folder for each class.")
  private @Nullable Path data;

  @Mixin private final ModelArguments model = new ModelArguments();

  @Option(
      names = "--clip",
      paramLabel = "CLIP",
      description = "Say what happens in CLIP, a folder of pictures or a GIF.")
  private @Nullable Path clip;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "Draw a clip of each class, with the answer after each picture (.png).")
  private @Nullable Path picture;

  @Mixin private final OutputArguments output = new OutputArguments();

  private VideoApp(Streams streams) {
    this.streams = streams;
  }

  /** Runs the sample and ends the process. */
  public static void main(String[] arguments) {
    System.exit(run(Streams.ofProcess(), arguments));
  }

  /** Runs the sample and returns the exit code. */
  static int run(Streams streams, String... arguments) {
    return SampleMain.run(new VideoApp(streams), streams, arguments);
  }

  @Override
  public Integer call() throws IOException {
    output.startLogging();
    model.check();
    if (data != null && !Files.isDirectory(data)) {
      throw SampleFailure.of("--data: \"" + data + "\" is no folder");
    }
    if (picture != null) {
      ModelArguments.checkWritable("--picture", picture);
    }
    Optional<List<BufferedImage>> asked = Optional.ofNullable(clip).map(Frames::of);
    Clips clips = data == null ? Clips.simulated(model.seed()) : Clips.read(data, model.seed());
    Optional<ClipModelPredictor> known =
        model.load().isPresent()
            ? Optional.of(ClipModelPredictor.load(model.load().get(), model.device()))
            : train(clips);
    if (known.isEmpty()) {
      return SampleMain.INTERRUPTED;
    }
    try (ClipModelPredictor predictor = known.get()) {
      ModelUse use = new ModelUse(streams, output);
      test(predictor, clips, use);
      if (model.load().isEmpty() && !compare(clips, use)) {
        return SampleMain.INTERRUPTED;
      }
      answer(predictor, clips, asked, use);
    }
    return SampleMain.OK;
  }

  private Optional<ClipModelPredictor> train(Clips clips) {
    ClipModelTrainer trainer = ClipModelTrainer.create();
    if (!clips.dev().isEmpty()) {
      trainer.validateOn(clips.dev().stream().map(Clip::example).toList());
    }
    return new TrainingSession(streams, model)
        .counting("clips")
        .run(
            trainer,
            it -> it.fit(clips.train().stream().map(Clip::example).toList()),
            ClipModelPredictor::save);
  }

  private static void test(ClipModelPredictor predictor, Clips clips, ModelUse use) {
    Evaluation report = predictor.evaluate(clips.test().stream().map(Clip::example).toList());
    use.tested(
        String.format(
            Locale.ROOT,
            "tested on %s %s: accuracy %.1f %%",
            clips.test().size(),
            clips.source(),
            100 * report.accuracy()),
        results ->
            results
                .put("accuracy", report.accuracy())
                .put("macroF1", report.macroF1())
                .putProbabilities(report)
                .put("examples", report.examples()));
    use.trained(predictor.history(), "trainingExamples", "devAccuracy");
  }

  /** Measures the model that knows no order; false if Ctrl-C ended its training. */
  private boolean compare(Clips clips, ModelUse use) {
    OptionalDouble accuracy = new UnorderedRun(streams, model).accuracy(clips);
    accuracy.ifPresent(
        unordered ->
            use.tested(
                String.format(
                    Locale.ROOT, "without their order: accuracy %.1f %%", 100 * unordered),
                results -> results.put("accuracyUnordered", unordered)));
    return accuracy.isPresent();
  }

  private void answer(
      ClipModelPredictor predictor, Clips clips, Optional<List<BufferedImage>> asked, ModelUse use)
      throws IOException {
    if (picture != null) {
      ClipPicture.write(picture, predictor, clips.test());
      streams.err().println("drew a clip of each class into " + picture);
    }
    if (asked.isPresent()) {
      Prediction<String> said = predictor.motionScored(asked.get());
      use.answered(
          String.format(Locale.ROOT, "%s (%.0f %%)", said.value(), 100 * said.probability()),
          results -> results.put("answer", said.value()));
    }
    use.end(predictor::save);
  }
}
