package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ClassCodec;
import dev.rondo.runtime.data.CloseableIterator;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the examples as they become rows, once each: which classes they have, and whether they
 * are validated on too. Where they are kept in memory that is before the training, else in its
 * first epoch.
 *
 * @param <E> the type of the examples
 */
final class DataCheck<E> {
  /** So many validation examples are looked at: the first ones. */
  private static final int VALIDATION = 100_000;

  /** Short texts repeat by chance; what is below is no mistake. */
  private static final double REPEATED = 0.1;

  private final long validation;

  /**
   * The hash codes of validation examples that training has not shown yet. Of two different
   * examples a four thousand millionth has the same.
   */
  private final Set<Integer> unseen;

  private final long different;
  private final Consumer<String> warnings;
  private final CutCounter cut;
  private long done;

  /**
   * Reads the validation data.
   *
   * @param validation null for none
   * @param cut counts the examples that are cut
   * @throws IllegalArgumentException if it has no examples, or one is null
   */
  DataCheck(@Nullable Iterable<E> validation, Consumer<String> warnings, CutCounter cut) {
    this.warnings = warnings;
    this.cut = cut;
    this.unseen = new HashSet<>();
    this.validation = validation == null ? 0 : read(validation, unseen);
    this.different = unseen.size();
  }

  private static <E> long read(Iterable<E> validation, Set<Integer> hashes) {
    Iterator<E> source = validation.iterator();
    long read = 0;
    try {
      while (read < VALIDATION && source.hasNext()) {
        E example = Arguments.notNull(source.next(), "validation example", read);
        hashes.add(example.hashCode());
        read++;
      }
    } finally {
      if (source instanceof CloseableIterator<?> open) {
        open.close();
      }
    }
    if (read == 0) {
      throw new IllegalArgumentException(
          "the validation data has no examples. If they were used before and can be iterated only"
              + " once, collect them in a List first.");
    }
    return read;
  }

  /**
   * Returns the rows of training examples.
   *
   * @param answers what the examples are to be told apart by; null where they are not
   */
  <I, O> Rows<I, O> rows(
      @Nullable Iterable<E> examples,
      @Nullable ClassCodec<?> answers,
      Function<? super E, Row<I, O>> encoder) {
    List<HeadCodec> heads =
        answers == null ? List.of() : List.of(new HeadCodec("expected", answers));
    return rows(
        examples,
        heads,
        encoder,
        (expected, seen) -> {
          if (expected instanceof Integer number) {
            seen.get(0).count(number);
          }
        });
  }

  /**
   * Returns the rows of training examples of several outputs, or of others than classes.
   *
   * @param heads all outputs, in the order of their targets
   */
  <I> Rows<I, float[][]> rows(
      @Nullable Iterable<E> examples,
      List<HeadCodec> heads,
      Function<? super E, Row<I, float[][]>> encoder) {
    return rows(
        examples,
        heads,
        encoder,
        (targets, seen) -> {
          for (int head = 0; head < targets.length; head++) {
            seen.get(head).count(targets[head]);
          }
        });
  }

  private <I, O> Rows<I, O> rows(
      @Nullable Iterable<E> examples,
      List<HeadCodec> heads,
      Function<? super E, Row<I, O>> encoder,
      BiConsumer<O, List<SeenAnswers>> counter) {
    List<SeenAnswers> seen = heads.stream().map(SeenAnswers::of).toList();
    long[] all = {Long.MAX_VALUE};
    Rows<I, O> rows =
        Rows.of(
            examples,
            example -> {
              cut.before();
              Row<I, O> row = encoder.apply(example);
              if (done < all[0]) {
                cut.after();
                unseen.remove(example.hashCode());
                if (!seen.isEmpty()) {
                  counter.accept(row.expected(), seen);
                }
                if (++done == all[0]) {
                  warn(seen);
                }
              }
              return row;
            });
    all[0] = rows.size();
    if (done == all[0]) {
      warn(seen);
    }
    return rows;
  }

  private void warn(List<SeenAnswers> seen) {
    cut.tell(done);
    seen.forEach(answers -> answers.warning().ifPresent(warnings));
    double repeated = different == 0 ? 0 : (double) (different - unseen.size()) / different;
    if (repeated >= REPEATED) {
      warnings.accept(
          String.format(
              Locale.ROOT,
              "%.0f %% of the %s%,d validation examples are training examples too, so the"
                  + " validation loss says little about new ones, and training may stop too late."
                  + " Validate on examples that are not trained on.",
              100 * repeated,
              validation == VALIDATION ? "first " : "",
              validation));
    }
  }
}
