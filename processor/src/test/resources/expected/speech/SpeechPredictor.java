package speech;

import dev.rondo.AudioClip;
import dev.rondo.Transcript;
import dev.rondo.data.Normalization;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.answer.TranscriptCodec;
import dev.rondo.runtime.data.feature.AudioCodec;
import dev.rondo.runtime.data.sound.SoundChunks;
import dev.rondo.runtime.data.sound.SoundSettings;
import dev.rondo.runtime.data.text.Chunk;
import dev.rondo.runtime.data.text.Chunks;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.HeadShape;
import dev.rondo.runtime.layer.Inference;
import dev.rondo.runtime.layer.InputShape;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.predict.Predictor;
import dev.rondo.runtime.serve.Serving;
import dev.rondo.runtime.store.ModelFileException;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.runtime.train.Learned;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TranscriptEvaluation;
import dev.rondo.runtime.train.metric.TranscriptMetrics;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/**
 * Answers {@link Speech} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 *
 * <p>There is no session: "clip" is normalized over the whole sound, which @Audio(normalize =
 * GLOBAL) is not.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class SpeechPredictor extends Predictor implements Speech {
  static final AudioCodec.Description CLIP =
      AudioCodec.of(
          "clip",
          new SoundSettings(8000, 40, 0.025, 0.01, 0.0, 0.0, 0.0, 0),
          Normalization.UTTERANCE);

  final AudioCodec clip;
  final TranscriptCodec expected;
  final NetworkHost host;
  private final Inference<Steps[], float[][]> inference;

  SpeechPredictor(
      AudioCodec clip,
      TranscriptCodec expected,
      SpeechNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(SpeechNetwork.signature(), host, history);
    this.clip = clip;
    this.expected = expected;
    this.host = host;
    this.inference =
        Inference.ofHeads(
            host,
            List.of(InputShape.steps(clip.width(), clip.columns())),
            row -> row[0].length(),
            List.of(HeadShape.aligned("expected", expected.size(), 2)),
            (pass, batch) -> network.forward(pass, StepBatch.of(pass, batch, 0)));
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static SpeechPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static SpeechPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, SpeechNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static SpeechPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static SpeechPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, SpeechNetwork.signature()), device);
  }

  private static SpeechPredictor load(ModelReader model, Device device) {
    try (model) {
      AudioCodec clip = model.codecs("clip", CLIP::restore);
      TranscriptCodec expected =
          model.codec("expected", stored -> TranscriptCodec.restore(stored, 8));
      SpeechNetwork network = new SpeechNetwork(clip.width(), expected.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new SpeechPredictor(clip, expected, network, host, model.history());
    }
  }

  @Override
  public String transcribe(AudioClip clip) {
    return answer(scores(Collections.singletonList(row(clip))).get(0));
  }

  /**
   * Like {@link Speech#transcribe}, with its probability and where its tokens are.
   *
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public Transcript transcribeScored(AudioClip clip) {
    return scored(scores(Collections.singletonList(row(clip))).get(0));
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<String> transcribeAll(List<AudioClip> clips) {
    List<Steps[]> rows = Arguments.each(clips, "clips", this::row);
    return scores(rows).stream().map(this::answer).toList();
  }

  /**
   * Answers several inputs at once, with its probability and where its tokens are.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Transcript> transcribeAllScored(List<AudioClip> clips) {
    List<Steps[]> rows = Arguments.each(clips, "clips", this::row);
    return scores(rows).stream().map(this::scored).toList();
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param clips closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<String> transcribeAll(Stream<AudioClip> clips) {
    return inference.stream(clips, this::row, (row, scores) -> answer(scores));
  }

  /**
   * Answers any number of inputs, with the probability of every answer, of which few are in memory
   * at once.
   *
   * @param clips closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Transcript> transcribeAllScored(Stream<AudioClip> clips) {
    return inference.stream(clips, this::row, (row, scores) -> scored(scores));
  }

  /**
   * Like {@link #transcribeScored}, of a sound of any length: it is read in chunks that overlap.
   *
   * @param chunk how much is read at once, about as much as examples are long
   * @param overlap how much two neighbours have in common, such as two words
   * @throws IllegalArgumentException if an argument is null, the sound cannot be read, or a time is
   *     out of range
   * @throws IllegalStateException after {@link #close()}
   */
  public Transcript transcribeLong(AudioClip clip, Duration chunk, Duration overlap) {
    SoundChunks chunks = this.clip.chunks(clip, 2, chunk, overlap);
    return expected.transcript(
        chunks.joined(
            inference.stream(chunks.clips(), this::row, (row, scores) -> scores[0]),
            expected.size()),
        0.02);
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, one is null, or one cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public TranscriptEvaluation evaluate(Iterable<SpeechExample> examples) {
    TranscriptMetrics expectedMetrics = new TranscriptMetrics(expected);
    Iterable<Chunk<SpeechExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.clip()));
    for (Chunk<SpeechExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        expectedMetrics.add(scores.get(i)[0], part.example(i).expected());
      }
    }
    return expectedMetrics.evaluation();
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return inference;
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codecs("clip", clip).codec("expected", expected.stored());
  }

  private Steps[] row(AudioClip clip) {
    return new Steps[] {this.clip.encode(clip)};
  }

  private List<float[][]> scores(List<Steps[]> rows) {
    return inference.scores(rows);
  }

  private String answer(float[][] scores) {
    return expected.answer(scores[0]);
  }

  private Transcript scored(float[][] scores) {
    return expected.transcript(scores[0], 0.02);
  }
}
