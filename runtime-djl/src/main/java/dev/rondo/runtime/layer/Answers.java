package dev.rondo.runtime.layer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Answers a stream of inputs part by part, so that it may be of any length. */
final class Answers<I, A> extends Spliterators.AbstractSpliterator<A> {
  /** Enough for several batches of similar lengths. */
  private static final int CHUNK = 1024;

  private final Iterator<I> inputs;
  private final Function<List<I>, List<A>> answer;
  private long read;
  private Iterator<A> answers = List.<A>of().iterator();

  private Answers(Stream<I> inputs, Function<List<I>, List<A>> answer) {
    super(Long.MAX_VALUE, Spliterator.ORDERED);
    this.inputs = inputs.iterator();
    this.answer = answer;
  }

  /** Returns the answers in the order of the inputs, as they are asked for. */
  static <I, A> Stream<A> of(Stream<I> inputs, Function<List<I>, List<A>> answer) {
    return StreamSupport.stream(new Answers<>(inputs, answer), false).onClose(inputs::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super A> action) {
    if (!answers.hasNext()) {
      List<I> chunk = new ArrayList<>();
      while (chunk.size() < CHUNK && inputs.hasNext()) {
        I input = inputs.next();
        if (input == null) {
          throw new IllegalArgumentException(
              "input %s of the stream, counted from 0, is null".formatted(read));
        }
        chunk.add(input);
        read++;
      }
      if (chunk.isEmpty()) {
        return false;
      }
      answers = answer.apply(chunk).iterator();
    }
    action.accept(answers.next());
    return true;
  }
}
