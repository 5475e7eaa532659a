package dev.rondo.runtime.data.file;

/**
 * Where the steps of a sequence are: in the rows of a group, or in one JSON array, or the channels
 * of a {@code .ts} file. Sequences of single values may also be in one cell: vectors separated by
 * {@code |} or {@code ;}, everything else by white space.
 *
 * @param <S> the type of the sequence
 */
public class SequenceColumn<S> extends Column {
  final StepColumns steps;
  private final StepCollector<S> collector;
  private boolean started;

  SequenceColumn(Columns.Declaration declaration, StepColumns steps, StepCollector<S> collector) {
    super(declaration);
    this.steps = steps;
    this.collector = collector;
  }

  /** Starts a new sequence. */
  final void start() {
    collector.start();
    steps.step = 0;
    started = true;
  }

  /** Forgets the last sequence: the example has none yet. */
  final void clear() {
    started = false;
  }

  final boolean isStarted() {
    return started;
  }

  /** Adds the step that is in the cells. */
  final void add(Cells cells) {
    collector.add(cells);
    steps.step++;
  }

  final int size() {
    return collector.size();
  }

  /** Adds the steps that are written in the one cell of the sequence. */
  final void addAll(Cells cells) {
    Column element = steps.columns.get(0);
    int last = cells.isAbsent(slot) ? 0 : cells.last(slot);
    int i = cells.isAbsent(slot) ? 0 : cells.first(slot);
    boolean vectors = element.many() == Many.NUMBERS;
    while (i < last) {
      int from = i;
      while (i < last && !separates(cells.characters()[i], vectors)) {
        i++;
      }
      if (i > from) {
        cells.share(element.slot, from, i);
        add(cells);
      }
      i++;
    }
  }

  private static boolean separates(char c, boolean vectors) {
    return vectors ? c == '|' || c == ';' : Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /**
   * Returns the sequence; a list is unmodifiable. A field of JSON that is null or not there is an
   * error.
   */
  public final S of(Cells cells) {
    if (!started) {
      throw wrong(cells, "an array.");
    }
    return collector.take();
  }

  @Override
  final Object value(Cells cells) {
    return cells.text(slot);
  }
}
