package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.text.DocumentWindows;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.data.text.TextSource;
import dev.rondo.runtime.data.text.TextStreams;
import dev.rondo.runtime.data.text.Window;
import dev.rondo.runtime.decode.TextWriter;
import dev.rondo.runtime.kernel.CrossEntropy;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.LanguageNetwork;
import dev.rondo.runtime.serve.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures how well a language model foretells texts, window by window, its state carried on. */
public final class TextEvaluator {
  private static final int ROWS = 32;
  private static final int STEPS = 128;

  private final NetworkHost host;
  private final LanguageNetwork network;
  private final TextCodec codec;
  private final TextWriter writer;

  /**
   * Creates an evaluator of a network in memory.
   *
   * @param writer what writes with it, whose numbers are measured
   */
  public TextEvaluator(
      NetworkHost host, LanguageNetwork network, TextCodec codec, TextWriter writer) {
    this.host = host;
    this.network = network;
    this.codec = codec;
    this.writer = writer;
  }

  /**
   * Foretells files, read as up to 32 streams side by side. Each stream but the first begins within
   * the text and knows nothing of what stands before it, so the loss is a little higher than that
   * of the text as a whole.
   *
   * @throws dev.rondo.runtime.data.TextFileException if the text cannot be read
   * @throws IllegalArgumentException if it has no tokens
   * @throws IllegalStateException if the network is closed
   */
  public TextEvaluation evaluate(TextSource text) {
    try (TextStreams streams = TextStreams.of(text, codec)) {
      return measure(streams.windows(ROWS, STEPS));
    }
  }

  /**
   * Foretells texts, each from its beginning to its end.
   *
   * @throws IllegalArgumentException if there is no text that has tokens, or one is null
   * @throws IllegalStateException if the network is closed
   */
  public TextEvaluation evaluate(Iterable<String> texts) {
    List<int[]> documents = new ArrayList<>();
    for (String text : Arguments.noNulls(texts, "text")) {
      int[] tokens = codec.document(text);
      if (tokens.length > 0) {
        documents.add(tokens);
      }
    }
    if (documents.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no text with tokens, so that there is nothing to evaluate on. If the texts were"
              + " used before and can be iterated only once, collect them in a List first.");
    }
    return measure(new DocumentWindows(documents, ROWS, STEPS));
  }

  /** Measures with 32 bits, and with int8 where it is written with. */
  private TextEvaluation measure(Iterable<Window> windows) {
    TextEvaluation float32 = exactly(windows);
    return writer.precision() == Precision.FLOAT32
        ? float32
        : new TextEvaluation(
            float32.tokens(),
            writer.lossWithInt8(windows) / float32.tokens(),
            Optional.of(float32));
  }

  private TextEvaluation exactly(Iterable<Window> windows) {
    return host.compute(
        whole -> {
          long tokens = 0;
          double sum = 0;
          try (StreamState state = new StreamState(whole)) {
            for (Window window : windows) {
              state.follow(window);
              int real = real(window);
              sum += real * host.compute(pass -> loss(pass, window, state));
              tokens += real;
            }
          }
          return new TextEvaluation(tokens, sum / tokens);
        });
  }

  private static int real(Window window) {
    int real = 0;
    for (int[] targets : window.targets()) {
      for (int target : targets) {
        real += target == TextStreams.BOUNDARY ? 0 : 1;
      }
    }
    return real;
  }

  /** Returns the mean loss of a window's real tokens, and leaves the state after it. */
  private double loss(Pass pass, Window window, StreamState state) {
    NDArray scores = network.forward(pass, TokenBatch.of(pass, window.inputs()), state);
    state.detach();
    if (real(window) == 0) {
      return 0;
    }
    NDArray targets = Losses.targets(pass.manager(), window, TextStreams.BOUNDARY);
    return CrossEntropy.mean(scores, targets, TextStreams.BOUNDARY, 0).getFloat();
  }
}
