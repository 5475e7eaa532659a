package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Fingerprint;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.UnknownClassException;
import dev.rondo.runtime.data.WordVectors;
import dev.rondo.runtime.data.feature.StepsCodec;
import dev.rondo.runtime.data.sound.SoundAugmentation;
import dev.rondo.runtime.data.text.LengthLimit;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.series.ForecastEvaluation;
import dev.rondo.runtime.train.checkpoint.Checkpoint;
import dev.rondo.runtime.train.checkpoint.Checkpoints;
import dev.rondo.runtime.train.update.FrozenWeights;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all generated trainers share: the settings and how a training is started and stopped.
 *
 * <p>A trainer may be used again after a training. Settings are not safe to change from other
 * threads; {@link #stop()} may be called from any thread.
 *
 * @param <S> the generated trainer, returned by all setters
 * @param <P> the generated predictor
 */
public abstract class ModelTrainer<S extends ModelTrainer<S, P>, P> extends TrainerSettings<S> {
  private static final int TAGS = 100;
  private static final int TAG_NAME_CHARS = 100;
  private static final int TAG_VALUE_CHARS = 1_000;

  private long seed = 1;
  private Device device = Device.cpu();
  private TrainingListener listener = ProgressLines.byDefault();
  private @Nullable Consumer<P> observer;
  private @Nullable P start;
  private Set<String> frozen = Set.of();
  private @Nullable TrainedModel other;
  private final Map<String, WordVectors> vectors = new LinkedHashMap<>();
  private final Map<String, StoredCodec> codecs = new LinkedHashMap<>();
  private final Map<String, LengthLimit> limits = new LinkedHashMap<>();
  private final Map<String, SoundAugmentation> augmentations = new LinkedHashMap<>();
  private final Map<String, List<String>> features = new LinkedHashMap<>();
  private @Nullable Path checkpoint;
  private Duration checkpointEvery = Duration.ofMinutes(5);
  private final Map<String, Fingerprint> fingerprints = new LinkedHashMap<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private volatile boolean stopRequested;

  /**
   * Creates a trainer.
   *
   * @param defaults the settings written at the model
   */
  ModelTrainer(TrainingOptions defaults) {
    super(defaults);
  }

  /** Seeds everything that is random in a training; 1 by default. */
  public S seed(long number) {
    seed = number;
    return self();
  }

  /** Sets where to compute; the CPU by default. A GPU must be asked for. */
  public S device(Device where) {
    device = Arguments.notNull(where, "device");
    return self();
  }

  /**
   * Sets who is told about the progress. By default a line an epoch, and one every ten seconds
   * within it, is logged by SLF4J as {@code dev.rondo.training}, and printed to standard error
   * where SLF4J has no provider.
   */
  public S listener(TrainingListener whoIsTold) {
    listener = Arguments.notNull(whoIsTold, "listener");
    return self();
  }

  /**
   * Sets who is given the model as it is after each epoch, to let it answer, for example. It must
   * be neither kept nor closed. What is thrown ends the training.
   */
  public S observer(Consumer<P> whoIsShown) {
    observer = Arguments.notNull(whoIsShown, "observer");
    return self();
  }

  /**
   * Sets the layers that the training leaves as they are; none by default. Their weights get no
   * gradients, no weight decay, and no share in the norm that {@code clipNorm} limits; where
   * nothing before them learns either, nothing is computed for that. Dropout stays on.
   *
   * <p>{@code fit} throws {@link IllegalArgumentException} if the network has no such layer with
   * weights, or no others.
   *
   * @param layers their names in the table of the generated network and in the model file, such as
   *     {@code embedding}; or names of weights, such as {@code lstm.weight_hh_l0}. A dense layer
   *     that is tied to an embedding has a weight in common with it, which is called by the
   *     embedding
   * @throws IllegalArgumentException if one is null
   */
  public S freeze(String... layers) {
    Set<String> names = new TreeSet<>();
    for (String layer : Arguments.<String>noNulls(Arrays.asList(layers), "layer")) {
      names.add(layer);
    }
    frozen = names;
    return self();
  }

  /**
   * Starts from a trained model, with its vocabularies and a copy of its weights; the model itself
   * stays as it is.
   *
   * <p>Enums that it answers with may have gained constants since it was trained, where it was read
   * by its {@code loadForTraining}: what it has learned of the others is taken over, by name, and
   * {@link TrainingListener#onTransfer} is told.
   */
  public S continueFrom(P model) {
    start = Arguments.notNull(model, "model");
    return self();
  }

  /**
   * Starts with what another model has learned, of any interface: weights of equal names and shapes
   * are taken over, all else starts anew. Vocabularies and scales are learned from the training
   * data; the rows of an embedding, and of an output layer, are taken over by token and by class,
   * those that the other model does not know start anew.
   *
   * <p>{@link TrainingListener#onTransfer} is told what was taken and what was not; the model's
   * provenance has it as the setting {@code startFrom}. The other model stays as it is.
   *
   * @param model any generated predictor, not closed before the training starts
   * @see #continueFrom
   */
  public S startFrom(TrainedModel model) {
    other = Arguments.notNull(model, "model");
    return self();
  }

  /**
   * Starts the embedding of tokens with word vectors that were learned elsewhere; the training goes
   * on to change them.
   *
   * @see #wordVectors(WordVectors)
   * @param file text as GloVe, word2vec and fastText write it, compressed with gzip or not
   * @throws dev.rondo.runtime.data.TextFileException if it does not exist
   */
  public S wordVectors(Path file) {
    return wordVectors(WordVectors.of(file));
  }

  /**
   * Starts the embedding of tokens with word vectors that were learned elsewhere. Of the file only
   * the vectors of the vocabulary are kept, so it may be larger than memory. A token has the vector
   * of the same word or, if there is none, of the word in lower case; all others, and the unknown
   * token, start as they would without the file.
   *
   * <p>{@link TrainingListener#onWordVectors} is told how many tokens were found; the model's
   * provenance has it as the setting {@code wordVectors}. What {@link #startFrom} takes over goes
   * before.
   *
   * <p>{@code fit} throws {@link dev.rondo.runtime.data.TextFileException} if the file cannot be
   * read, or its vectors have another size than the embedding; {@link IllegalArgumentException} if
   * the model has no embedding of tokens, or several, or no token has a vector; and {@link
   * IllegalStateException} if there is a model to {@linkplain #continueFrom continue from}.
   *
   * @param file {@link WordVectors#frozen()} to leave the vectors as they are
   */
  public S wordVectors(WordVectors file) {
    vectors.put(VectorTransfer.ONLY, Arguments.notNull(file, "file"));
    return self();
  }

  /**
   * Starts an embedding of a model that has several with word vectors, as {@link
   * #wordVectors(WordVectors)} does.
   *
   * @param name of the input or output whose tokens they are, or of the embedding layer in the
   *     table of the generated network
   */
  public S wordVectors(String name, WordVectors file) {
    vectors.put(Arguments.notNull(name, "name"), Arguments.notNull(file, "file"));
    return self();
  }

  /**
   * Sets a file in which the training is kept while it runs, so that it can be gone on with if the
   * process or the machine ends; none by default. It is written after each epoch, and within epochs
   * {@linkplain #checkpointEvery every five minutes}: the training stands still while its state is
   * copied in memory, and goes on while the copy is written.
   *
   * <p>If the file is there, {@code fit} goes on from it, and gives to the last bit what it had
   * given without an interruption. It has to be given the same data, with the same settings; where
   * they differ it says what differs and throws a {@link CheckpointException}. On another machine,
   * or with another number of threads, the training goes on and {@linkplain
   * TrainingListener#onWarning warns} that it is not bit-equal.
   *
   * <p>A training that is completed deletes the file, one that is {@linkplain #stop() stopped}
   * leaves it. Beside it there is a file {@code .lock} while the training runs.
   *
   * @param file need not exist; its folder has to
   */
  public S checkpoint(Path file) {
    checkpoint = Arguments.notNull(file, "file");
    return self();
  }

  /**
   * Sets how much time is between two checkpoints within an epoch, where there is a {@linkplain
   * #checkpoint file} for them; five minutes by default. With zero there is one after each batch,
   * and the training waits until it is written.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public S checkpointEvery(Duration time) {
    if (Arguments.notNull(time, "time").isNegative()) {
      throw new IllegalArgumentException("time is " + time + ", must not be negative");
    }
    checkpointEvery = time;
    return self();
  }

  /**
   * Adds a tag, which the model keeps and its file has: the name of an experiment, the commit of
   * the sources, where the data came from. A tag that is there is replaced.
   *
   * @param name 1 to 100 characters, not blank
   * @param value at most 1,000 characters
   * @throws IllegalArgumentException if one is null or too long, the name is blank, or there are
   *     100 tags already
   * @see Provenance#tags
   */
  public S tag(String name, String value) {
    String checked = Arguments.notNull(name, "name");
    if (checked.isBlank()) {
      throw new IllegalArgumentException("name is blank, expected the name of a tag");
    }
    requireShort("name", checked, TAG_NAME_CHARS);
    requireShort("value", Arguments.notNull(value, "value"), TAG_VALUE_CHARS);
    if (tags.size() == TAGS && !tags.containsKey(checked)) {
      throw new IllegalArgumentException(
          "there are %s tags already, which is the limit: keep more beside the model"
              .formatted(TAGS));
    }
    tags.put(checked, value);
    return self();
  }

  private static void requireShort(String what, String text, int most) {
    if (text.length() > most) {
      throw new IllegalArgumentException(
          "%s has %s characters, expected at most %s".formatted(what, text.length(), most));
    }
  }

  /**
   * Ends the running training, or the next one, after its current batch. It then returns the best
   * weights so far, as it does when its thread is interrupted. A {@linkplain #checkpoint
   * checkpoint} stays, from which {@code fit} goes on. May be called from any thread.
   */
  public void stop() {
    stopRequested = true;
  }

  /**
   * Returns the model to continue from; null to start anew.
   *
   * @throws IllegalStateException if there is one to start from, too
   */
  protected final @Nullable P startingPoint() {
    if (start != null && other != null) {
      throw new IllegalStateException(
          "there is a model to continue from and one to start from: call either continueFrom or"
              + " startFrom");
    }
    codecs.clear();
    limits.clear();
    augmentations.clear();
    features.clear();
    Torch.beginTraining(); // while the examples are read
    return start;
  }

  /** Notes what an input or output of the new model tells apart, by its name in a model file. */
  protected final void codec(String name, StoredCodec codec) {
    codecs.put(name, codec);
    VocabularyCheck.warning(name, codec).ifPresent(listener::onWarning);
  }

  /** Notes what an input of the new model tells apart, and what its features are of. */
  protected final void codecs(String name, StepsCodec<?> codec) {
    codec.stored(name).forEach(this::codec);
    features.put(name, codec.features(name));
  }

  /** Notes how long an input of the new model may be. */
  protected final void limit(String input, LengthLimit limit) {
    if (!limit.isNone()) {
      limits.put(input, limit);
    }
  }

  /** Notes how the sounds of an input are changed when they are learned from. */
  protected final void augmentation(String input, SoundAugmentation how) {
    if (!how.isNone()) {
      augmentations.put(input, how);
    }
  }

  /** Returns whether sounds are changed when they are learned from. */
  final boolean augments() {
    return !augmentations.isEmpty();
  }

  /** Returns how long the inputs may be, where that is limited. */
  final Map<String, LengthLimit> limits() {
    return limits;
  }

  /** Tells the listener of inputs that were cut. */
  final void tell(CutInputs inputs) {
    listener.onCut(inputs);
  }

  /**
   * Starts a training, or goes on with one.
   *
   * @param network without weights yet
   * @param weights what to start from; null for new ones
   * @param examples how many there are in an epoch
   * @throws IllegalStateException if the device is not available
   * @throws CheckpointException if there is a checkpoint, and it is of another training
   * @throws TrainingException if the thread is interrupted while large weights are given their
   *     first values
   */
  protected final TrainingRun start(Network network, @Nullable Weights weights, long examples) {
    WeightTransfer transfer = transfer(network, weights);
    FirstWeights first =
        new FirstWeights(
            network, transfer == null ? weights : null, wordVectors(network, weights), transfer);
    Set<String> still = first.frozen(frozen);
    Map<String, String> settings = settings(network, weights, still);
    settings.put(
        "startFrom", transfer == null || other == null ? "nothing" : transfer.description());
    if (!first.words().isEmpty()) {
      settings.put("wordVectors", VectorTransfer.description(first.words()));
    }
    Torch.keepLargePages(); // before the first array, which the facts may make
    Map<String, String> machine = TrainingFacts.ofMachine(device);
    withoutEffect().forEach(listener::onWarning);
    TrainingRun.Setup setup =
        new TrainingRun.Setup(
            options(),
            seed,
            metric(),
            FrozenWeights.of(still, network),
            listener,
            this::stopping,
            TrainingFacts.provenance(settings, fingerprints, machine, tags));
    Checkpoints checkpoints =
        checkpoint == null
            ? Checkpoints.none()
            : Checkpoints.open(
                checkpoint, checkpointEvery, facts(network, settings, machine), listener);
    boolean started = false;
    try {
      NetworkHost host =
          checkpoints
              .weights(network.weightShapes())
              .map(kept -> NetworkHost.restore(network, device, kept))
              .orElseGet(() -> first.host(device, seed, listener));
      TrainingRun run = TrainingRun.start(host, examples, setup, checkpoints);
      started = true;
      return run;
    } finally {
      if (!started) {
        checkpoints.close();
      }
    }
  }

  private List<VectorTransfer> wordVectors(Network network, @Nullable Weights weights) {
    if (weights != null && !vectors.isEmpty()) {
      throw new IllegalStateException(
          "there is a model to continue from, which has its vectors, and a file of word vectors:"
              + " call either continueFrom or wordVectors");
    }
    return VectorTransfer.read(vectors, network, codecs, this::warn);
  }

  /** Returns how weights are taken from a model that is not just the same; null if none are. */
  private @Nullable WeightTransfer transfer(Network network, @Nullable Weights weights) {
    if (other != null) {
      return new WeightTransfer(other.learned(), network, codecs, features);
    }
    if (!(start instanceof TrainedModel model)
        || weights == null
        || weights.hasShapes(network.weightShapes())) {
      return null;
    }
    // an enum has gained constants since
    WeightTransfer grown = new WeightTransfer(model.learned(), network, codecs, features);
    if (!grown.left().isEmpty()) {
      throw new IllegalStateException(
          "the training cannot go on from a model with other constants, because these weights do"
              + " not grow: "
              + String.join(", ", grown.left())
              + ". Train the model again, or take over what fits with startFrom.");
    }
    return grown;
  }

  private Map<String, String> settings(
      Network network, @Nullable Weights weights, Set<String> still) {
    Map<String, String> settings = TrainingFacts.ofSettings(options(), seed, network);
    EvaluationMetric<?> chosen = metric();
    settings.put("stopBy", chosen == null ? "validation loss" : TrainingFacts.of(chosen));
    if (!lossDescription().isEmpty()) {
      settings.put("loss", lossDescription());
    }
    settings.put("frozen", still.isEmpty() ? "nothing" : String.join(", ", still));
    settings.put("continueFrom", weights == null ? "nothing" : weights.sha256());
    limits.forEach(
        (input, limit) ->
            settings.put(input + "MaxLength", limit.most() + ", keep " + limit.keep()));
    augmentations.forEach((input, how) -> settings.put(input + "Augmentation", how.toString()));
    return settings;
  }

  private Map<Checkpoint.Facts, Map<String, String>> facts(
      Network network, Map<String, String> settings, Map<String, String> machine) {
    Map<Checkpoint.Facts, Map<String, String>> facts = new EnumMap<>(Checkpoint.Facts.class);
    facts.put(Checkpoint.Facts.MODEL, TrainingFacts.ofModel(network.modelDescription()));
    facts.put(Checkpoint.Facts.SETTINGS, settings);
    facts.put(Checkpoint.Facts.DATA, TrainingFacts.ofData(fingerprints, network));
    facts.put(Checkpoint.Facts.MACHINE, machine);
    return facts;
  }

  /**
   * Returns what is made small, with the weights of classes, where that is not the same for all
   * models of this kind: what a checkpoint must agree with.
   */
  protected String lossDescription() {
    return "";
  }

  /**
   * Notes what tells the data of the next training from other data: for checkpoints, and for the
   * model's provenance where that costs next to nothing.
   *
   * @param what such as {@code training examples}
   * @param cheap whether to go through the data once more is nothing beside a training
   */
  final void fingerprint(String what, boolean cheap, Supplier<Fingerprint> data) {
    fingerprint(what, cheap, checkpoint != null, data);
  }

  /**
   * Notes what tells data apart that the next training evaluates, as {@link #fingerprint} does. It
   * has none where a step has a tag that training does not show: that is wrong, and no error.
   *
   * @throws UnknownClassException if an example has a class that training does not show, naming its
   *     place: before an epoch that may take hours
   */
  final void fingerprintOfEvaluated(String what, boolean cheap, Supplier<Fingerprint> data) {
    fingerprint(what, cheap, false, data);
  }

  private void fingerprint(
      String what, boolean cheap, boolean required, Supplier<Fingerprint> data) {
    if (checkpoint == null && !cheap) {
      return;
    }
    try {
      fingerprints.put(what, data.get());
    } catch (UnknownClassException e) {
      throw e.in(what);
    } catch (IllegalArgumentException e) {
      if (required) {
        throw e;
      }
      // Only provenance and checkpoints lack it then: what a trainer written by hand encodes into
      // may have no digest, and what is wrong with an example is told by the evaluation.
      fingerprints.remove(what);
    }
  }

  /** Forgets the data of the training before. */
  final void forgetFingerprints() {
    fingerprints.clear();
  }

  /** Returns what the best epoch is chosen by; null for the validation loss. */
  @Nullable EvaluationMetric<?> metric() {
    return null;
  }

  /** Shows the model to the observer. */
  protected final void show(P model) {
    if (observer != null) {
      observer.accept(model);
    }
  }

  /** Tells the listener of what is likely to be a mistake. */
  final void warn(String warning) {
    listener.onWarning(warning);
  }

  /** Tells the listener how good the forecasts of validation data are. */
  final void told(Map<String, ForecastEvaluation> evaluations) {
    listener.onForecasts(evaluations);
  }

  private boolean stopping(boolean over) {
    boolean now = stopRequested || Thread.currentThread().isInterrupted();
    if (over) {
      stopRequested = false;
    }
    return now;
  }
}
