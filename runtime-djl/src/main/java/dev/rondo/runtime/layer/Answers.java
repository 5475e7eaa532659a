package dev.rondo.runtime.layer;

import dev.rondo.runtime.data.Arguments;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Answers a stream of inputs part by part, so that it may be of any length. */
final class Answers<I, R, A> extends Spliterators.AbstractSpliterator<A> {
  /** Enough for several batches of similar lengths. */
  private static final int CHUNK = 1024;

  private final Iterator<I> inputs;
  private final Function<? super I, R> encoder;
  private final BiFunction<List<I>, List<R>, List<A>> answer;
  private long read;
  private Iterator<A> answers = List.<A>of().iterator();

  private Answers(
      Stream<I> inputs,
      Function<? super I, R> encoder,
      BiFunction<List<I>, List<R>, List<A>> answer) {
    super(Long.MAX_VALUE, Spliterator.ORDERED);
    this.inputs = inputs.iterator();
    this.encoder = encoder;
    this.answer = answer;
  }

  /**
   * Returns the answers in the order of the inputs, as they are asked for.
   *
   * @param encoder gives what is read of an input; what it throws is told with the input's place
   * @param answer makes the answers of inputs and of what is read of them
   */
  static <I, R, A> Stream<A> of(
      Stream<I> inputs,
      Function<? super I, R> encoder,
      BiFunction<List<I>, List<R>, List<A>> answer) {
    Arguments.notNull(inputs, "the stream");
    return StreamSupport.stream(new Answers<>(inputs, encoder, answer), false)
        .onClose(inputs::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super A> action) {
    if (!answers.hasNext()) {
      List<I> chunk = new ArrayList<>();
      List<R> rows = new ArrayList<>();
      while (chunk.size() < CHUNK && inputs.hasNext()) {
        I input = inputs.next();
        if (input == null) {
          throw new IllegalArgumentException(
              "input %s of the stream, counted from 0, is null".formatted(read));
        }
        chunk.add(input);
        String place = "input %s of the stream, counted from 0".formatted(read++);
        rows.add(Arguments.placed(place, () -> encoder.apply(input)));
      }
      if (chunk.isEmpty()) {
        return false;
      }
      answers = answer.apply(chunk, rows).iterator();
    }
    action.accept(answers.next());
    return true;
  }
}
