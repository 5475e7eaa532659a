package dev.rondo.runtime.train;

import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.decode.Sampling;
import dev.rondo.runtime.decode.TextWriter;
import dev.rondo.runtime.decode.TinyLanguage;
import dev.rondo.runtime.layer.NetworkHost;
import java.util.List;
import java.util.Map;

/** What the processor would generate to write with a {@link TinyLanguage}, written by hand. */
final class TinyWriter implements AutoCloseable {
  final TextCodec codec;
  final NetworkHost host;
  final TextEvaluator evaluator;
  final TrainingHistory history;
  private final TextWriter writer;

  TinyWriter(TextCodec codec, TinyLanguage network, NetworkHost host, TrainingHistory history) {
    this.codec = codec;
    this.host = host;
    this.history = history;
    writer = new TextWriter(host, network, codec);
    evaluator = new TextEvaluator(host, network, codec, writer);
  }

  String write(String opening, Sampling sampling) {
    return writer.write(opening, sampling);
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
