package dev.rondo.runtime.data.feature;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.StoredCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the network reads a record: the slices of its components, one behind the other. For
 *
 * <pre>{@code
 * record Engine(int rpm, Duration running) {}
 *
 * record Reading(
 *     float load,
 *     @Missing float temperature,
 *     DayOfWeek day,
 *     @Category @Embedding(size = 8) String machine,
 *     @Elapsed Instant at,
 *     Engine engine) {}
 * }</pre>
 *
 * <p>that is
 *
 * <pre>{@code
 * private static final RecordFeatures<Engine> ENGINE =
 *     RecordFeatures.<Engine>of()
 *         .with("rpm", Features.number(Engine::rpm))
 *         .with("running", Features.duration(Engine::running));
 *
 * private static final RecordFeatures<Reading> READING =
 *     RecordFeatures.<Reading>of()
 *         .with("load", Features.number(Reading::load))
 *         .with("temperature", Features.number(Reading::temperature).missing(Fill.ZERO))
 *         .with("day", Features.constant(Reading::day, DayOfWeek.values()))
 *         .with("machine", Features.category(Reading::machine))
 *         .with("at", Features.elapsed(Reading::at))
 *         .with("engine", Features.record(Reading::engine, ENGINE));
 *
 * private static final SequenceCodec.Description<Reading> READINGS =
 *     SequenceCodec.of("readings", READING);
 * }</pre>
 *
 * <p>Immutable: {@link #with} returns a new one.
 *
 * @param <R> the record
 */
public final class RecordFeatures<R> implements Feature<R> {
  private final List<String> names;
  private final List<Feature<R>> features;

  private RecordFeatures(List<String> names, List<Feature<R>> features) {
    this.names = List.copyOf(names);
    this.features = List.copyOf(features);
  }

  /** Returns a record of which no component is read. */
  public static <R> RecordFeatures<R> of() {
    return new RecordFeatures<>(List.of(), List.of());
  }

  /**
   * Returns the same with one more component behind the others.
   *
   * @param name the name of the component
   * @param feature how it is read
   * @throws IllegalArgumentException if there is one of that name
   */
  public RecordFeatures<R> with(String name, Feature<R> feature) {
    if (names.contains(name)) {
      throw new IllegalArgumentException("component \"" + name + "\" is there twice");
    }
    List<String> moreNames = new ArrayList<>(names);
    moreNames.add(Arguments.notNull(name, "name"));
    List<Feature<R>> moreFeatures = new ArrayList<>(features);
    moreFeatures.add(Arguments.notNull(feature, "feature"));
    return new RecordFeatures<>(moreNames, moreFeatures);
  }

  @Override
  public Learner<R> learner() {
    return new RecordLearner<>(names, features.stream().map(Feature::learner).toList());
  }

  @Override
  public LearnedFeature<R> restore(Map<String, StoredCodec> stored, String name) {
    List<LearnedFeature<R>> learned = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      learned.add(features.get(i).restore(stored, name + "." + names.get(i)));
    }
    return new LearnedRecord<>(names, learned);
  }

  /** A component that is a record. */
  static <T, R> Feature<T> nested(
      Function<? super T, ? extends @Nullable R> getter, RecordFeatures<R> record) {
    return new Feature<>() {
      @Override
      public Learner<T> learner() {
        Learner<R> learner = record.learner();
        return new Learner<>() {
          @Override
          public void start() {
            learner.start();
          }

          @Override
          public void add(@Nullable T value) {
            learner.add(getter.apply(value));
          }

          @Override
          public LearnedFeature<T> build() {
            return new NestedFeature<>(getter, learner.build());
          }
        };
      }

      @Override
      public LearnedFeature<T> restore(Map<String, StoredCodec> stored, String name) {
        return new NestedFeature<>(getter, record.restore(stored, name));
      }
    };
  }

  private record RecordLearner<R>(List<String> names, List<Learner<R>> learners)
      implements Learner<R> {
    @Override
    public void start() {
      learners.forEach(Learner::start);
    }

    @Override
    public void add(@Nullable R value) {
      if (value == null) {
        throw WrongValue.isNull();
      }
      int i = 0;
      try {
        for (; i < learners.size(); i++) {
          learners.get(i).add(value);
        }
      } catch (WrongValue e) {
        throw e.component(names.get(i));
      }
    }

    @Override
    public LearnedFeature<R> build() {
      List<LearnedFeature<R>> learned = new ArrayList<>();
      for (int i = 0; i < learners.size(); i++) {
        try {
          learned.add(learners.get(i).build());
        } catch (WrongValue e) {
          throw e.component(names.get(i));
        }
      }
      return new LearnedRecord<>(names, learned);
    }
  }
}
