package listener;

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
import dev.rondo.runtime.session.SoundSessions;
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
 * Answers {@link Listener} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class ListenerPredictor extends Predictor implements Listener {
  static final AudioCodec.Description SPEECH =
      AudioCodec.of(
          "speech",
          new SoundSettings(16_000, 80, 0.025, 0.01, 0.0, 0.0, 0.0, 0),
          Normalization.GLOBAL);

  final AudioCodec speech;
  final TranscriptCodec expected;
  final NetworkHost host;
  private final Inference<Steps[], float[][]> inference;
  private final SoundSessions sessions;

  ListenerPredictor(
      AudioCodec speech,
      TranscriptCodec expected,
      ListenerNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(ListenerNetwork.signature(), host, history);
    this.speech = speech;
    this.expected = expected;
    this.host = host;
    this.inference =
        Inference.ofHeads(
            host,
            List.of(InputShape.steps(speech.width(), speech.columns())),
            row -> row[0].length(),
            List.of(HeadShape.aligned("expected", expected.size(), 2)),
            (pass, batch) -> network.forward(pass, StepBatch.of(pass, batch, 0)));
    this.sessions = new SoundSessions(host, network, speech, expected);
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static ListenerPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static ListenerPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, ListenerNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static ListenerPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static ListenerPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, ListenerNetwork.signature()), device);
  }

  private static ListenerPredictor load(ModelReader model, Device device) {
    try (model) {
      AudioCodec speech = model.codecs("speech", SPEECH::restore);
      TranscriptCodec expected =
          model.codec("expected", stored -> TranscriptCodec.restore(stored, 1));
      ListenerNetwork network = new ListenerNetwork(speech.width(), expected.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new ListenerPredictor(speech, expected, network, host, model.history());
    }
  }

  /**
   * Returns a new session, which writes down a sound while it comes.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public ListenerSession session() {
    return new ListenerSession(sessions.start());
  }

  @Override
  public String write(AudioClip speech) {
    return answer(scores(Collections.singletonList(row(speech))).get(0));
  }

  /**
   * Like {@link Listener#write}, with its probability and where its tokens are.
   *
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public Transcript writeScored(AudioClip speech) {
    return scored(scores(Collections.singletonList(row(speech))).get(0));
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<String> writeAll(List<AudioClip> speeches) {
    List<Steps[]> rows = Arguments.each(speeches, "speeches", this::row);
    return scores(rows).stream().map(this::answer).toList();
  }

  /**
   * Answers several inputs at once, with its probability and where its tokens are.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Transcript> writeAllScored(List<AudioClip> speeches) {
    List<Steps[]> rows = Arguments.each(speeches, "speeches", this::row);
    return scores(rows).stream().map(this::scored).toList();
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param speeches closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<String> writeAll(Stream<AudioClip> speeches) {
    return inference.stream(speeches, this::row, (row, scores) -> answer(scores));
  }

  /**
   * Answers any number of inputs, with the probability of every answer, of which few are in memory
   * at once.
   *
   * @param speeches closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Transcript> writeAllScored(Stream<AudioClip> speeches) {
    return inference.stream(speeches, this::row, (row, scores) -> scored(scores));
  }

  /**
   * Like {@link #writeScored}, of a sound of any length: it is read in chunks that overlap.
   *
   * @param chunk how much is read at once, about as much as examples are long
   * @param overlap how much two neighbours have in common, such as two words
   * @throws IllegalArgumentException if an argument is null, the sound cannot be read, or a time is
   *     out of range
   * @throws IllegalStateException after {@link #close()}
   */
  public Transcript writeLong(AudioClip speech, Duration chunk, Duration overlap) {
    SoundChunks chunks = this.speech.chunks(speech, 2, chunk, overlap);
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
  public TranscriptEvaluation evaluate(Iterable<ListenerExample> examples) {
    TranscriptMetrics expectedMetrics = new TranscriptMetrics(expected);
    Iterable<Chunk<ListenerExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.speech()));
    for (Chunk<ListenerExample, Steps[]> part : parts) {
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
    return Learned.of(host).codecs("speech", speech).codec("expected", expected.stored());
  }

  private Steps[] row(AudioClip speech) {
    return new Steps[] {this.speech.encode(speech)};
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
