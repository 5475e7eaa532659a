package dev.rondo.runtime.decode;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.text.Spelling;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.data.text.TextStreams;
import dev.rondo.runtime.data.text.Vocabulary;
import dev.rondo.runtime.data.text.Window;
import dev.rondo.runtime.kernel.GenerationLoop;
import dev.rondo.runtime.kernel.StepState;
import dev.rondo.runtime.layer.ByPrecision;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.network.LanguageNetwork;
import dev.rondo.runtime.layer.network.WritingLayers;
import dev.rondo.runtime.serve.Answering;
import dev.rondo.runtime.serve.Precision;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Continues texts with a language model. Chance comes from a Java generator for each text:
 * PyTorch's random state is neither used nor changed. Safe for use by many threads.
 */
public final class TextWriter implements Answering {
  /** Tokens written by one call where nobody waits for the first of them. */
  private static final int AT_ONCE = 256;

  /** Tokens written by one call where somebody reads along. */
  private static final int STREAMED = 16;

  private final TextCodec codec;
  private final ByPrecision<GenerationLoop> loops;
  private final Supplier<Pen> pens;

  /** Creates a writer with a network in memory. */
  public TextWriter(NetworkHost host, LanguageNetwork network, TextCodec codec) {
    this.codec = codec;
    Optional<WritingLayers> kernel = network.writingLayers();
    this.loops =
        new ByPrecision<>(
            host,
            (manager, precision) ->
                kernel.orElseThrow().loop(manager, precision, Vocabulary.UNKNOWN),
            GenerationLoop::close,
            wanted ->
                WritingPrecision.refusal(host, kernel.map(layers -> layers::products), wanted));
    this.pens =
        kernel.isPresent()
            ? () -> new KernelPen(loops.answering())
            : () -> new PassPen(host, network);
  }

  /**
   * Continues a text.
   *
   * @param opening may be empty
   * @return what follows the opening, which is not part of it
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException if the network is closed
   */
  public String write(String opening, Sampling sampling) {
    StringBuilder text = new StringBuilder();
    Pieces pieces = new Pieces(opening, sampling, AT_ONCE);
    while (pieces.hasNext()) {
      text.append(pieces.next());
    }
    return text.toString();
  }

  /**
   * Continues a text, some tokens at a time: pieces come as they are written, and nothing is
   * written ahead of them. A stream need not be read to its end, nor closed.
   *
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException while it is read, if the network is closed
   */
  public Stream<String> stream(String opening, Sampling sampling) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            new Pieces(opening, sampling, STREAMED), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  /**
   * Computes texts that are begun from now on with other numbers.
   *
   * @throws UnsupportedOperationException if that would not be faster, with the reason
   * @throws IllegalStateException if the network is closed
   */
  @Override
  public TextWriter precision(Precision precision) {
    loops.choose(precision);
    return this;
  }

  /** Returns the numbers that it writes with. */
  public Precision precision() {
    return loops.precision();
  }

  /**
   * Returns how badly texts are foretold with whole numbers of 8 bits.
   *
   * @return the sum of -ln p of all tokens that count
   * @throws IllegalStateException if the network is closed
   */
  public double lossWithInt8(Iterable<Window> windows) {
    return loops
        .pinned(Precision.INT8, loops::answering)
        .use(
            loop -> {
              double sum = 0;
              StepState state = loop.start();
              try {
                for (Window window : windows) {
                  StepState before = state;
                  int[] rows = window.previous().stream().mapToInt(Integer::intValue).toArray();
                  GenerationLoop.Read read =
                      loop.read(before, rows, window.inputs(), window.targets());
                  before.close();
                  state = read.state();
                  sum += read.loss();
                }
              } finally {
                state.close();
              }
              return sum;
            });
  }

  private final class Pieces implements Iterator<String> {
    private final Sampling sampling;
    private final int atOnce;
    private final SplittableRandom random;
    private final Pen pen = pens.get();
    private final Draft draft;
    private long[] given;
    private int left;
    private String next = "";

    Pieces(String opening, Sampling sampling, int atOnce) {
      int[] tokens = codec.tokens(Arguments.notNull(opening, "opening"));
      this.sampling = Arguments.notNull(sampling, "sampling");
      this.atOnce = atOnce;
      this.random =
          sampling.seed().isPresent()
              ? new SplittableRandom(sampling.seed().getAsLong())
              : new SplittableRandom();
      this.given = new long[tokens.length + 1];
      this.given[0] = TextStreams.BOUNDARY;
      Spelling spelling = codec.spelling();
      for (int i = 0; i < tokens.length; i++) {
        given[i + 1] = tokens[i];
        spelling.add(tokens[i]);
      }
      this.draft = new Draft(spelling, sampling.stops());
      this.left = sampling.maximumLength();
    }

    @Override
    public boolean hasNext() {
      while (next.isEmpty() && left > 0 && !draft.ended()) {
        int count = Math.min(left, atOnce);
        left -= count;
        double[] uniforms = sampling.isGreedy() ? new double[0] : random.doubles(count).toArray();
        draft.add(pen.write(given, sampling, count, uniforms));
        given = new long[0];
        next = draft.take(left == 0);
      }
      return !next.isEmpty();
    }

    @Override
    public String next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      String piece = next;
      next = "";
      return piece;
    }
  }
}
