package dev.rondo.runtime.train;

import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.text.Chunks;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.train.metric.ClassificationMetrics;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the processor would generate to answer with a {@link TinyNetwork}, written by hand. */
final class TinyModel implements AutoCloseable {
  final EnumCodec<Sign> codec = EnumCodec.of(Sign.values());
  final TinyNetwork network;
  final NetworkHost host;
  @Nullable TrainingHistory history;

  TinyModel(TinyNetwork network, NetworkHost host) {
    this.network = network;
    this.host = host;
  }

  Evaluation evaluate(Iterable<Sample> samples) {
    ClassificationMetrics<Sign> metrics = new ClassificationMetrics<>(codec);
    for (List<Sample> part : Chunks.of(samples)) {
      List<float[]> scores =
          host.scores(
              part,
              sample -> sample.tokens().length,
              (pass, batch) -> network.scores(pass, batch.stream().map(Sample::tokens).toList()));
      for (int i = 0; i < part.size(); i++) {
        metrics.add(scores.get(i), part.get(i).expected());
      }
    }
    return metrics.evaluation();
  }

  TrainingHistory history() {
    if (history == null) {
      throw new IllegalStateException("not trained");
    }
    return history;
  }

  /** Returns the weights by name, as lists, which compare bit by bit. */
  Map<String, List<Float>> weights() {
    return BoxedWeights.of(host);
  }

  @Override
  public void close() {
    host.close();
  }
}
