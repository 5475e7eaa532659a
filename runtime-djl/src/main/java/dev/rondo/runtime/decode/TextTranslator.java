package dev.rondo.runtime.decode;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.LengthOrder;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.kernel.DecoderRun;
import dev.rondo.runtime.kernel.DecoderSteps;
import dev.rondo.runtime.kernel.Foretold;
import dev.rondo.runtime.layer.ByPrecision;
import dev.rondo.runtime.layer.Encoding;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.DecoderLayers;
import dev.rondo.runtime.layer.network.TranslationNetwork;
import dev.rondo.runtime.serve.Answering;
import dev.rondo.runtime.serve.Precision;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Translates texts by searching for the likeliest translations. Many texts are translated side by
 * side, those of similar length together, and come back in their order.
 *
 * <p>A text without tokens, such as an empty one, becomes the empty text. Any other is translated,
 * whatever its length and whether its words are known or not.
 *
 * <p>Safe for use by many threads.
 */
public final class TextTranslator implements Answering {
  /** Hypotheses computed at once: enough to fill the cores. */
  private static final int ROWS = 256;

  private final NetworkHost host;
  private final TranslationNetwork network;
  private final TextCodec source;
  private final TranslationText texts;
  private final Optional<DecoderLayers> kernel;
  private final ByPrecision<DecoderSteps> steps;

  /**
   * Creates a translator with a network in memory.
   *
   * @param source of the texts to be translated
   * @param target of the translations
   */
  public TextTranslator(
      NetworkHost host, TranslationNetwork network, TextCodec source, TextCodec target) {
    this.host = host;
    this.network = network;
    this.source = source;
    this.texts = new TranslationText(source, target);
    this.kernel = network.decoderLayers();
    this.steps =
        new ByPrecision<>(
            host,
            (manager, precision) -> kernel.orElseThrow().steps(manager, precision),
            DecoderSteps::close,
            wanted ->
                WritingPrecision.refusal(host, kernel.map(layers -> layers::products), wanted));
  }

  /**
   * Computes what is translated from now on with other numbers.
   *
   * @throws UnsupportedOperationException if that would not be faster, with the reason
   * @throws IllegalStateException if the network is closed
   */
  @Override
  public TextTranslator precision(Precision precision) {
    steps.choose(precision);
    return this;
  }

  /** Returns the numbers that it translates with. */
  public Precision precision() {
    return steps.precision();
  }

  /** Does something for which this thread gets translations computed with some numbers. */
  public <T> T inPrecision(Precision precision, Supplier<T> work) {
    return steps.pinned(precision, work);
  }

  /**
   * Translates a text.
   *
   * @throws IllegalArgumentException if an argument is null, or unknown words are to be replaced
   *     and the network has no attention
   * @throws IllegalStateException if the network is closed
   */
  public String translate(String sentence, Decoding decoding) {
    return texts.text(search(List.of(source(sentence)), decoding, false).get(0));
  }

  /**
   * Translates texts.
   *
   * @return the translations, in the order of the texts
   * @throws IllegalArgumentException if an argument is null or a text is, naming its place, or
   *     unknown words are to be replaced and the network has no attention
   * @throws IllegalStateException if the network is closed
   */
  public List<String> translateAll(List<String> sentences, Decoding decoding) {
    return search(sources(sentences), decoding, false).stream().map(texts::text).toList();
  }

  /**
   * Translates a text, with the probabilities of the translations and what each of their tokens
   * attended to.
   *
   * @throws IllegalArgumentException if an argument is null, or unknown words are to be replaced
   *     and the network has no attention
   * @throws IllegalStateException if the network is closed
   */
  public Translation translateScored(String sentence, Decoding decoding) {
    return texts.translation(search(List.of(source(sentence)), decoding, true).get(0));
  }

  /**
   * Translates texts, with the probabilities of the translations and what each of their tokens
   * attended to.
   *
   * @return the translations, in the order of the texts
   * @throws IllegalArgumentException if an argument is null or a text is, naming its place, or
   *     unknown words are to be replaced and the network has no attention
   * @throws IllegalStateException if the network is closed
   */
  public List<Translation> translateAllScored(List<String> sentences, Decoding decoding) {
    return search(sources(sentences), decoding, true).stream().map(texts::translation).toList();
  }

  private List<Source> sources(List<String> sentences) {
    return Arguments.each(sentences, "sentences", this::source);
  }

  private Source source(String sentence) {
    boolean blank = Arguments.notNull(sentence, "sentence").isBlank();
    return new Source(sentence, blank ? new int[0] : source.input(sentence));
  }

  private List<Found> search(List<Source> sources, Decoding decoding, boolean scored) {
    Arguments.notNull(decoding, "decoding");
    int batch = Math.max(1, ROWS / decoding.beam());
    return LengthOrder.inBatches(
        sources, Source::steps, batch, some -> searchBatch(some, decoding, scored));
  }

  private List<Found> searchBatch(List<Source> sources, Decoding decoding, boolean scored) {
    List<Source> written = sources.stream().filter(sentence -> !sentence.isEmpty()).toList();
    Iterator<List<Beam.Complete>> found =
        written.isEmpty()
            ? Collections.emptyIterator()
            : host.compute(pass -> search(pass, written, decoding, scored)).iterator();
    return sources.stream()
        .map(sentence -> new Found(sentence, sentence.isEmpty() ? List.of() : found.next()))
        .toList();
  }

  private List<List<Beam.Complete>> search(
      Pass pass, List<Source> sources, Decoding decoding, boolean scored) {
    Encoding encoding =
        network.encode(pass, TokenBatch.of(pass, sources.stream().map(Source::tokens).toList()));
    if (decoding.replacesUnknown() && !encoding.hasMemory()) {
      throw new IllegalArgumentException(
          "replaceUnknown needs a network with attention, and this one has none");
    }
    // a greedy choice needs no probabilities
    Foretold.Wanted wanted =
        new Foretold.Wanted(
            decoding.replacesUnknown(),
            scored || decoding.beam() > 1,
            scored || decoding.replacesUnknown());
    Beam.Settings settings =
        new Beam.Settings(
            decoding.beam(),
            scored ? decoding.best() : 1,
            decoding.penalty(),
            decoding.replacesUnknown(),
            true);
    int[] most =
        sources.stream().mapToInt(sentence -> decoding.mostTokens(sentence.steps())).toArray();
    if (kernel.isEmpty()) {
      Decoder passes = new PassDecoder(host, network, pass, encoding, most.length, wanted);
      return BeamSearch.run(passes, settings, most);
    }
    return steps
        .answering()
        .use(
            made -> {
              try (DecoderRun run = kernel.get().start(made, encoding, wanted)) {
                return BeamSearch.run(run::next, settings, most);
              }
            });
  }
}
