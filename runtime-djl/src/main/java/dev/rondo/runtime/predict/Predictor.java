package dev.rondo.runtime.predict;

import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.serve.Precision;
import dev.rondo.runtime.store.ModelFileException;
import dev.rondo.runtime.store.ModelWriter;
import dev.rondo.runtime.store.Signature;
import dev.rondo.runtime.train.Learned;
import dev.rondo.runtime.train.Provenance;
import dev.rondo.runtime.train.TrainedModel;
import dev.rondo.runtime.train.TrainingHistory;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A trained model in memory: the base of every generated predictor, which adds what it answers, and
 * how it is loaded. Safe for use by many threads. Holds native memory until it is closed.
 */
public abstract class Predictor implements TrainedModel, AutoCloseable {
  private final Signature signature;
  private final NetworkHost host;
  private final TrainingHistory history;

  /**
   * Creates a predictor.
   *
   * @param signature what a model file must agree with
   * @param host the network in memory; closed with the predictor
   * @param history how the model was trained
   */
  protected Predictor(Signature signature, NetworkHost host, TrainingHistory history) {
    this.signature = signature;
    this.host = host;
    this.history = history;
  }

  /**
   * Writes the model to a file, which is replaced once it is complete.
   *
   * @throws ModelFileException if the file cannot be written
   * @throws IllegalStateException after {@link #close()}
   */
  public final void save(Path file) {
    save(file, Precision.FLOAT32);
  }

  /**
   * Like {@link #save(Path)}, with large weights in fewer bits; they are read as they then are.
   *
   * @throws ModelFileException if the file cannot be written
   * @throws IllegalStateException after {@link #close()}
   */
  public final void save(Path file, Precision precision) {
    Learned learned = learned();
    ModelWriter.of(signature)
        .codecs(learned.stored())
        .history(history)
        .precision(precision)
        .write(file, learned.weights());
  }

  /** Returns how the model was trained. */
  public final TrainingHistory history() {
    return history;
  }

  /**
   * Returns what the model was trained with, on what, where and when; empty if it is of a file that
   * an older version wrote.
   */
  public final Optional<Provenance> provenance() {
    return history.provenance();
  }

  /** Waits for running calls, then frees the memory. A second call does nothing. */
  @Override
  public final void close() {
    host.close();
  }
}
