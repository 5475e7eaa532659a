package dev.rondo.runtime.data.answer;

import dev.rondo.Prediction;
import dev.rondo.Span;
import dev.rondo.runtime.data.ClassCodec;
import dev.rondo.runtime.data.feature.WrongValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a sequence, decided together by a conditional random field: answers are the most
 * probable tagging, which keeps to the scheme of the tags.
 *
 * @param <T> the type of a tag
 */
public final class TagSequence<T extends Comparable<T>> {
  private final ClassCodec<T> codec;
  private final Transitions transitions;

  private TagSequence(ClassCodec<T> codec, Transitions transitions) {
    this.codec = codec;
    this.transitions = transitions;
  }

  /**
   * Returns the tags of a codec.
   *
   * @throws IllegalArgumentException if there are transitions between others
   */
  public static <T extends Comparable<T>> TagSequence<T> of(
      ClassCodec<T> codec, Transitions transitions) {
    if (!transitions.scheme().names().equals(names(codec))) {
      throw new IllegalArgumentException(
          "transitions are between %s, but the tags are %s"
              .formatted(transitions.scheme().names(), codec.classes()));
    }
    return new TagSequence<>(codec, transitions);
  }

  /** Returns the codec of the tags. */
  public ClassCodec<T> codec() {
    return codec;
  }

  /** Returns the transitions by which they are decided, without the temperature of the codec. */
  public Transitions transitions() {
    return transitions;
  }

  /** Returns those of which probabilities are: at the temperature of the codec. */
  public Transitions probable() {
    return transitions.at(codec.temperature());
  }

  /** Returns the scheme of the tags of a codec. */
  public static TagScheme scheme(ClassCodec<?> codec) {
    return TagScheme.of(names(codec));
  }

  private static List<String> names(ClassCodec<?> codec) {
    return codec.classes().stream().map(TagSequence::name).toList();
  }

  /** Returns what a tag is called in a {@link TagScheme}. */
  public static String name(Object tag) {
    return tag instanceof Enum<?> constant ? constant.name() : String.valueOf(tag);
  }

  /**
   * Returns the targets of a sequence.
   *
   * @param output what the user calls it
   * @param expected a tag for each step; null where all are absent
   * @param steps how many steps the sequence has, 0 if it is empty
   * @throws IllegalArgumentException as {@link EachStep#target(List, int)} does; if a tag is
   *     absent, or the tags break their scheme, naming output and step
   */
  public static <T extends Comparable<T>> float[] targets(
      String output, ClassCodec<T> codec, @Nullable List<@Nullable T> expected, int steps) {
    float[] targets = AnswerTargets.of(output, EachStep.of(codec), expected, steps);
    if (expected == null || expected.isEmpty()) {
      return targets;
    }
    for (int t = 0; t < targets.length; t++) {
      if (Float.isNaN(targets[t])) {
        throw WrongValue.of("is null, but tags of a sequence are learned together")
            .place(t)
            .in(output);
      }
    }
    TagScheme scheme = scheme(codec);
    scheme
        .broken(IntStream.range(0, targets.length).map(i -> (int) targets[i]).toArray())
        .ifPresent(
            broken -> {
              throw new IllegalArgumentException(
                  output
                      + broken
                      + ", which "
                      + scheme.kind()
                      + " forbids. Convert the tags to the scheme when they are read.");
            });
    return targets;
  }

  /**
   * Returns the most probable tags, unmodifiable.
   *
   * @param scores of the network, (steps × tags), of an empty sequence those of one step
   * @param steps how many steps the sequence has, 0 if it is empty
   * @throws IllegalArgumentException if there are other scores, or one is no finite number
   */
  public List<T> answer(float[] scores, int steps) {
    return steps == 0
        ? List.of()
        : IntStream.of(transitions.mostProbable(scores, steps)).mapToObj(codec::value).toList();
  }

  /**
   * Returns the most probable tagging, and for each step the probability of each tag over all
   * taggings, at the temperature of the codec. The tag that is named at a step is that of the most
   * probable tagging, which need not be the most probable one of the step alone.
   *
   * @param scores of the network, (steps × tags), of an empty sequence those of one step
   * @param steps how many steps the sequence has, 0 if it is empty
   * @throws IllegalArgumentException if there are other scores, or one is no finite number
   */
  public List<Prediction<T>> predictions(float[] scores, int steps) {
    if (steps == 0) {
      return List.of();
    }
    int[] tagging = transitions.mostProbable(scores, steps);
    double[] marginals = probable().marginals(scores, steps);
    List<Prediction<T>> predictions = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      Map<T, Double> probabilities = new LinkedHashMap<>();
      for (int tag = 0; tag < transitions.tags(); tag++) {
        // rounding may leave more than 1
        probabilities.put(codec.value(tag), Math.min(1, marginals[t * transitions.tags() + tag]));
      }
      predictions.add(new Prediction<>(codec.value(tagging[t]), probabilities));
    }
    return Collections.unmodifiableList(predictions);
  }

  /**
   * Returns the spans that tags name, as {@link TagScheme#spans} finds them.
   *
   * @param tags of a sequence
   * @throws IllegalStateException if the tags of the codec have no scheme
   */
  public static <T extends Comparable<T>> List<Span> spans(ClassCodec<T> codec, List<T> tags) {
    return scheme(codec).spans(tags.stream().mapToInt(codec::index).toArray());
  }

  /**
   * Returns the spans that tags name, with their text.
   *
   * @param tags of a sequence
   * @param tokens of the sequence
   * @throws IllegalStateException if the tags of the codec have no scheme
   */
  public static <T extends Comparable<T>> List<Span> spans(
      ClassCodec<T> codec, List<T> tags, List<String> tokens) {
    return spans(codec, tags).stream().map(span -> span.of(tokens)).toList();
  }
}
