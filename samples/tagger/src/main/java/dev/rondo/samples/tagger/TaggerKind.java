package dev.rondo.samples.tagger;

import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.train.Trainer;
import dev.rondo.samples.common.TrainingSession;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One of the models: its generated classes, behind what they have in common.
 *
 * @param name what {@code --model} calls it
 * @param model the name of its interface
 * @param trainer creates a trainer; given whether the tags are of names, it chooses the best epoch
 *     by their F1, else by the accuracy
 * @param example creates an example of a sentence
 * @param save writes the model to a file
 * @param load reads the model from a file
 * @param adapter makes a trained model usable for the sample
 * @param <S> the generated trainer
 * @param <E> the generated example
 * @param <P> the generated predictor
 */
record TaggerKind<S extends Trainer<S, E, P>, E, P>(
    String name,
    String model,
    Function<Boolean, S> trainer,
    Function<Tagged, E> example,
    BiConsumer<P, Path> save,
    BiFunction<Path, Device, P> load,
    Function<P, TaggerModel> adapter) {
  /**
   * Trains a model.
   *
   * @param epochs the usual number of them; empty for what the model says
   * @return the model; empty if Ctrl-C ended the training
   */
  Optional<TaggerModel> train(
      TrainingSession session, TrainingSentences sentences, Optional<Integer> epochs) {
    S ready = trainer.apply(Tagged.areNames(sentences.train()));
    epochs.ifPresent(ready::epochs);
    if (!sentences.dev().isEmpty()) {
      ready.validateOn(sentences.dev().stream().map(example).toList());
    }
    return session
        .run(ready, it -> it.fit(sentences.train().stream().map(example).toList()), save)
        .map(adapter);
  }

  /** Returns the model in a file. */
  TaggerModel read(Path file, Device device) {
    return adapter.apply(load.apply(file, device));
  }
}
