package dev.rondo.runtime.train;

import dev.rondo.Optimizer;
import dev.rondo.Schedule;
import dev.rondo.runtime.data.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of a trainer that sets its {@link TrainingOptions}: how gradients change the weights,
 * how often, and when to stop.
 *
 * @param <S> the generated trainer, returned by all setters
 */
public abstract class TrainerSettings<S extends TrainerSettings<S>> {
  private TrainingOptions options;

  /** The settings that were set here, of those that may have no effect. */
  private final Set<String> given = new LinkedHashSet<>();

  TrainerSettings(TrainingOptions defaults) {
    options = defaults;
  }

  /** Sets the rule by which gradients change the weights. */
  public S optimizer(Optimizer rule) {
    return set(options.toBuilder().optimizer(Arguments.notNull(rule, "optimizer")));
  }

  /**
   * Sets the (highest) learning rate, above 0.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S learningRate(double rate) {
    return set(options.toBuilder().learningRate(rate));
  }

  /** Sets how the learning rate changes. */
  public S schedule(Schedule how) {
    return set(options.toBuilder().schedule(Arguments.notNull(how, "schedule")));
  }

  /**
   * Sets the share of all steps, in [0, 1), over which {@link Schedule#COSINE} rises.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S warmup(double share) {
    given.add("warmup");
    return set(options.toBuilder().warmup(share));
  }

  /**
   * Sets the epochs, at least 1, between two reductions by {@link Schedule#STEP}.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S decayEvery(int epochs) {
    given.add("decayEvery");
    return set(options.toBuilder().decayEvery(epochs));
  }

  /**
   * Sets the factor, in (0, 1), of each reduction by {@link Schedule#STEP}.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S decayFactor(double factor) {
    given.add("decayFactor");
    return set(options.toBuilder().decayFactor(factor));
  }

  /**
   * Sets how often the training data is gone through, at least 1.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S epochs(int times) {
    return set(options.toBuilder().epochs(times));
  }

  /**
   * Sets the examples a step, at least 1.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S batchSize(int examples) {
    return set(options.toBuilder().batchSize(examples));
  }

  /**
   * Sets the largest norm of the gradients; 0 for no limit.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S clipNorm(double norm) {
    return set(options.toBuilder().clipNorm(norm));
  }

  /**
   * Sets the momentum of {@link Optimizer#SGD}, in [0, 1).
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S momentum(double share) {
    given.add("momentum");
    return set(options.toBuilder().momentum(share));
  }

  /**
   * Sets the weight decay, 0 or more.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S weightDecay(double decay) {
    return set(options.toBuilder().weightDecay(decay));
  }

  /**
   * Sets the share of the target probability, in [0, 1), spread over all classes.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S labelSmoothing(double share) {
    return set(options.toBuilder().labelSmoothing(share));
  }

  /**
   * Sets the epochs without a better validation loss, or metric that was chosen, after which
   * training stops; 0 for never.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S patience(int epochs) {
    return set(options.toBuilder().patience(epochs));
  }

  /**
   * Sets how many batches change the weights together, by the gradients of all of them; 1 by
   * default. That gives what one large batch gives, in the memory of a small one: where the loss is
   * a mean over examples, tokens, steps or answers, that over all batches of the group. The last
   * group of an epoch may be smaller.
   *
   * <p>Gradients are clipped when they are added up. {@code batchSize}, the progress and the masks
   * of dropout are those of a batch.
   *
   * @param batches at least 1
   * @throws IllegalArgumentException if it is out of range
   */
  public S accumulate(int batches) {
    return set(options.toBuilder().accumulate(batches));
  }

  /**
   * Averages the weights over the steps of the training, each step counting {@code decay} times as
   * much as the one after it (Polyak and Juditsky 1992; without bias towards the beginning, as in
   * Kingma and Ba 2015, section 7.2). The averages are evaluated on validation data, shown to the
   * {@link ModelTrainer#observer} and returned, in place of the weights of the last step. Takes memory as large
   * as the weights once more.
   *
   * @param decay in [0, 1), such as 0.999, which averages over about the last 1,000 steps; 0, the
   *     default, for no averages
   * @throws IllegalArgumentException if it is out of range
   */
  public S averageWeights(double decay) {
    return set(options.toBuilder().averageWeights(decay));
  }

  /** Returns the settings. */
  protected final TrainingOptions options() {
    return options;
  }

  /**
   * Returns what was set though nothing reads it, with what stands against it. What is written at
   * the model the compiler tells.
   */
  final List<String> withoutEffect() {
    List<String> told = new ArrayList<>();
    for (String setting : given) {
      if (setting.equals("momentum")) {
        if (options.optimizer() != Optimizer.SGD) {
          told.add(withoutEffect(setting, "optimizer", options.optimizer(), Optimizer.SGD));
        }
      } else {
        Schedule reader = setting.equals("warmup") ? Schedule.COSINE : Schedule.STEP;
        if (options.schedule() != reader) {
          told.add(withoutEffect(setting, "schedule", options.schedule(), reader));
        }
      }
    }
    return told;
  }

  private static String withoutEffect(
      String setting, String against, Enum<?> chosen, Enum<?> reader) {
    return "%s was set, but has no effect: %s is %s, and only %s reads it. Leave %s out, or set %s to %s."
        .formatted(setting, against, chosen, reader, setting, against, reader);
  }

  S set(TrainingOptions.Builder changed) {
    options = changed.build();
    return self();
  }

  // S is the subclass itself: its declaration says "extends ModelTrainer<Itself, …>"
  @SuppressWarnings("unchecked")
  S self() {
    return (S) this;
  }
}
