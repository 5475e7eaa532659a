package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Targets;
import dev.rondo.runtime.data.text.Chunks;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.decode.TextTranslator;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.TranslationNetwork;
import dev.rondo.runtime.metric.Bleu;
import dev.rondo.runtime.metric.Chrf;
import dev.rondo.runtime.serve.Precision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Measures how well a model translates: its loss on given targets, and its own translations. */
public final class TranslationEvaluator {
  /** Scores of so many targets fit in memory, each step's as wide as the vocabulary. */
  private static final int ROWS = 64;

  private final NetworkHost host;
  private final TranslationNetwork network;
  private final TextCodec source;
  private final TextCodec target;
  private final TextTranslator translator;

  /**
   * Creates an evaluator of a network in memory.
   *
   * @param translator what translates with it, whose numbers are measured
   */
  public TranslationEvaluator(
      NetworkHost host,
      TranslationNetwork network,
      TextCodec source,
      TextCodec target,
      TextTranslator translator) {
    this.host = host;
    this.network = network;
    this.source = source;
    this.target = target;
    this.translator = translator;
  }

  /**
   * Evaluates examples. Those with equal sources are one sentence with several references: it is
   * translated once.
   *
   * @param sourceOf the text that an example translates
   * @param targetOf its translation
   * @param translate the model's own translations of texts, in their order
   * @throws IllegalArgumentException if there are no examples, or one of them is null
   * @throws IllegalStateException if the network is closed
   */
  public <E> TranslationEvaluation evaluate(
      Iterable<E> examples,
      Function<? super E, String> sourceOf,
      Function<? super E, String> targetOf,
      UnaryOperator<List<String>> translate) {
    Map<String, List<String>> references = new LinkedHashMap<>();
    List<Row<int[], int[]>> rows = new ArrayList<>();
    for (List<E> part : Chunks.of(examples)) {
      for (E example : part) {
        String from = sourceOf.apply(example);
        String to = targetOf.apply(example);
        references.computeIfAbsent(from, text -> new ArrayList<>()).add(to);
        rows.add(row(source.encode(from), target.tokens(to)));
      }
    }
    long tokens = 0;
    double sum = 0;
    for (Batch<int[], int[]> batch : Rows.of(rows, row -> row).epoch(0, 1, ROWS)) {
      Targets targets = Targets.of(batch.expected());
      sum += targets.count() * host.compute(pass -> loss(pass, batch.inputs(), targets));
      tokens += targets.count();
    }
    double loss = sum / tokens;
    long foretold = tokens;
    Function<Precision, TranslationEvaluation> measured =
        numbers ->
            evaluation(
                references,
                translator.inPrecision(
                    numbers, () -> translate.apply(List.copyOf(references.keySet()))),
                foretold,
                loss);
    Precision precision = translator.precision();
    TranslationEvaluation found = measured.apply(precision);
    return precision == Precision.FLOAT32 ? found : found.beside(measured.apply(Precision.FLOAT32));
  }

  private static TranslationEvaluation evaluation(
      Map<String, List<String>> references, List<String> translations, long tokens, double loss) {
    List<List<String>> expected = List.copyOf(references.values());
    return new TranslationEvaluation(
        references.size(),
        tokens,
        loss,
        Bleu.standard().corpus(translations, expected),
        Chrf.standard().corpus(translations, expected));
  }

  private static Row<int[], int[]> row(int[] from, int[] to) {
    return new Row<>(from, to, from.length + to.length);
  }

  private double loss(Pass pass, List<int[]> sources, Targets targets) {
    NDArray scores =
        network.forward(pass, TokenBatch.of(pass, sources), TokenBatch.of(pass, targets.inputs()));
    long[] outputs = targets.outputs().stream().mapToLong(Integer::longValue).toArray();
    return Losses.crossEntropy(scores, pass.manager().create(outputs), 0).getFloat();
  }
}
