package dev.rondo.samples.translation;

import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.train.Trainer;
import dev.rondo.samples.common.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One of the models: its generated classes, behind what they have in common.
 *
 * @param name what {@code --model} calls it
 * @param model the name of its interface
 * @param trainer creates a trainer
 * @param example creates an example of a sentence and its translation
 * @param save writes the model to a file
 * @param load reads the model from a file
 * @param adapter makes a trained model usable for the sample
 * @param <S> the generated trainer
 * @param <E> the generated example
 * @param <P> the generated predictor
 */
record TranslationKind<S extends Trainer<S, E, P>, E, P>(
    String name,
    String model,
    Supplier<S> trainer,
    BiFunction<String, String, E> example,
    BiConsumer<P, Path> save,
    BiFunction<Path, Device, P> load,
    Function<P, TranslationModel> adapter) {

  /**
   * Trains a model.
   *
   * @param observer is given the model after each epoch
   * @return the model; empty if Ctrl-C ended the training
   */
  Optional<TranslationModel> train(
      TrainingSession session, TrainingSentences sentences, Consumer<TranslationModel> observer) {
    S ready = trainer.get().observer(predictor -> observer.accept(adapter.apply(predictor)));
    if (!sentences.dev().isEmpty()) {
      ready.validateOn(examples(sentences.dev()));
    }
    return session.run(ready, it -> it.fit(examples(sentences.train())), save).map(adapter);
  }

  private List<E> examples(List<Pair> pairs) {
    return pairs.stream().map(pair -> example.apply(pair.english(), pair.french())).toList();
  }

  /** Returns the model in a file. */
  TranslationModel read(Path file, Device device) {
    return adapter.apply(load.apply(file, device));
  }
}
