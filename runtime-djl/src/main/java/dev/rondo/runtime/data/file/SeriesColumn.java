package dev.rondo.runtime.data.file;

/**
 * Where the steps of a sequence of numbers or vectors are.
 *
 * @param <A> an array: {@code float[]}, {@code float[][]}
 * @see SequenceColumn
 */
public final class SeriesColumn<A> extends SequenceColumn<A> {
  private final Runnable allowMissing;

  SeriesColumn(
      Columns.Declaration declaration,
      StepColumns steps,
      StepCollector<A> collector,
      Runnable allowMissing) {
    super(declaration, steps, collector);
    this.allowMissing = allowMissing;
  }

  /**
   * Lets numbers be missing, which are NaN; a missing one is an error otherwise, and always in
   * arrays of whole numbers.
   */
  public SeriesColumn<A> missing() {
    allowMissing.run();
    return this;
  }
}
