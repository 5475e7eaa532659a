package dev.rondo.runtime.series;

/**
 * What to do with series whose stamps are not one regular step apart. The default refuses them.
 *
 * @param disorder what to do with steps that are not in the order of time
 * @param duplicates what to do with several steps of one stamp
 * @param holes what to do where steps are missing
 */
public record TimePolicy(Disorder disorder, Duplicates duplicates, Holes holes) {
  /** Refuses all that is not regular. */
  public static final TimePolicy STRICT =
      new TimePolicy(Disorder.ERROR, Duplicates.ERROR, Holes.ERROR);

  /** Returns the same policy with another choice for disorder. */
  public TimePolicy with(Disorder other) {
    return new TimePolicy(other, duplicates, holes);
  }

  /** Returns the same policy with another choice for duplicates. */
  public TimePolicy with(Duplicates other) {
    return new TimePolicy(disorder, other, holes);
  }

  /** Returns the same policy with another choice for holes. */
  public TimePolicy with(Holes other) {
    return new TimePolicy(disorder, duplicates, other);
  }

  boolean makesSteps() {
    return duplicates == Duplicates.MEAN || holes != Holes.ERROR;
  }
}
