package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.Arguments;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Declares where the values of an example are: each under the path of its parameter and components,
 * {@code readings.engine.rpm} or {@code expected.condition}.
 *
 * <p>In a file a column is called by its path without the parameter, {@code engine.rpm} and {@code
 * condition}, or by its whole path, which it must be where two columns would be called the same. A
 * parameter that is a single value, and {@code expected}, are called just so. In JSON each part of
 * the path is an object, and a sequence an array.
 *
 * <p>A name of a component may be empty where the value itself is meant: in the steps of a sequence
 * of single values, as in {@code columns.list("words", word -> word.text("")::of)}.
 *
 * <p>All methods throw an {@link IllegalArgumentException} if a name is null or was declared
 * before.
 */
public final class Columns {
  private final Schema schema;

  /** Empty, or with a dot at its end. */
  private final String prefix;

  /** The same inside of the sequence. */
  private final String own;

  private final @Nullable StepColumns sequence;

  private Columns(Schema schema, String prefix, String own, @Nullable StepColumns sequence) {
    this.schema = schema;
    this.prefix = prefix;
    this.own = own;
    this.sequence = sequence;
  }

  static Columns of(Schema schema) {
    return new Columns(schema, "", "", null);
  }

  /** What a column is made of. */
  record Declaration(int slot, ColumnPath path, @Nullable StepColumns sequence) {}

  /** Returns the columns of a component, or a parameter, that is a record. */
  public Columns nested(String component) {
    String checked = Arguments.notNull(component, "component");
    return new Columns(schema, prefix + checked + ".", own + checked + ".", sequence);
  }

  /** Declares a number. */
  public NumberColumn number(String component) {
    return added(new NumberColumn(declaration(component)));
  }

  /** Declares a {@code boolean}. */
  public FlagColumn flag(String component) {
    return added(new FlagColumn(declaration(component)));
  }

  /** Declares a text. */
  public TextColumn text(String component) {
    return added(new TextColumn(declaration(component)));
  }

  /** Declares a time, a duration or another value that is written as a text. */
  public <T> ValueColumn<T> value(String component, TextFormat<T> format) {
    Arguments.notNull(format, "format");
    return added(new ValueColumn<>(declaration(component), format));
  }

  /**
   * Declares a constant of an enum.
   *
   * @param values all constants in their order, as {@code values()} gives them
   */
  public <E extends Enum<E>> ConstantColumn<E> constant(String component, E[] values) {
    return added(new ConstantColumn<>(declaration(component), checked(values), schema.choices));
  }

  /**
   * Declares a set of constants of an enum.
   *
   * @param values all constants in their order, as {@code values()} gives them
   */
  public <E extends Enum<E>> ConstantsColumn<E> constants(String component, E[] values) {
    return added(new ConstantsColumn<>(declaration(component), checked(values), schema.choices));
  }

  private static <E> E[] checked(E[] values) {
    E[] checked = Arguments.copyOf(values, "values");
    Arguments.atLeastOne(checked.length, "number of constants");
    return checked;
  }

  /**
   * Declares a vector.
   *
   * @param size how many numbers it has
   * @throws IllegalArgumentException also if {@code size} is below 1
   */
  public VectorColumn vector(String component, int size) {
    return added(new VectorColumn(declaration(component), Arguments.atLeastOne(size, "size")));
  }

  /** Declares a sequence of numbers. */
  public SeriesColumn<float[]> floats(String component) {
    return series(component, StepCollector.Floats::new);
  }

  /** Declares a sequence of numbers. */
  public SeriesColumn<double[]> doubles(String component) {
    return series(component, StepCollector.Doubles::new);
  }

  /** Declares a sequence of whole numbers. */
  public SeriesColumn<int[]> ints(String component) {
    return series(component, StepCollector.Ints::new);
  }

  /** Declares a sequence of whole numbers. */
  public SeriesColumn<long[]> longs(String component) {
    return series(component, StepCollector.Longs::new);
  }

  /** Declares a sequence of vectors; the widths of the steps are not compared. */
  public SeriesColumn<float[][]> floatRows(String component) {
    return rows(component, column -> StepCollector.rows(column::floats, float[][]::new));
  }

  /** Declares a sequence of vectors; the widths of the steps are not compared. */
  public SeriesColumn<double[][]> doubleRows(String component) {
    return rows(component, column -> StepCollector.rows(column::doubles, double[][]::new));
  }

  private <A> SeriesColumn<A> series(
      String component, Function<NumberColumn, StepCollector<A>> collector) {
    Declaration declaration = sequenceDeclaration(component);
    StepColumns steps = new StepColumns(declaration.slot(), declaration.path());
    NumberColumn step = steps(steps).number("");
    return added(new SeriesColumn<>(declaration, steps, collector.apply(step), step::missing));
  }

  private <A> SeriesColumn<A> rows(
      String component, Function<VectorColumn, StepCollector<A>> collector) {
    Declaration declaration = sequenceDeclaration(component);
    StepColumns steps = new StepColumns(declaration.slot(), declaration.path());
    Columns inside = steps(steps);
    VectorColumn step = inside.added(new VectorColumn(inside.declaration("")));
    return added(new SeriesColumn<>(declaration, steps, collector.apply(step), step::missing));
  }

  /**
   * Declares a sequence.
   *
   * @param step the columns of one step
   */
  public <T> SequenceColumn<List<T>> list(String component, RecordLayout<T> step) {
    Arguments.notNull(step, "step");
    Declaration declaration = sequenceDeclaration(component);
    StepColumns steps = new StepColumns(declaration.slot(), declaration.path());
    RecordReader<T> reader = Arguments.notNull(step.in(steps(steps)), "reader");
    return added(new SequenceColumn<>(declaration, steps, StepCollector.list(reader)));
  }

  private Columns steps(StepColumns steps) {
    return new Columns(schema, steps.path.full() + ".", "", steps);
  }

  private Declaration sequenceDeclaration(String component) {
    if (sequence != null) {
      throw new IllegalArgumentException(
          "\"%s\" is a sequence inside of the sequence \"%s\""
              .formatted(path(component).full(), sequence.path.full()));
    }
    return declaration(component, "sequence ");
  }

  private Declaration declaration(String component) {
    return declaration(component, "");
  }

  private Declaration declaration(String component, String kind) {
    ColumnPath path = path(component);
    schema.checkNew(kind, path);
    return new Declaration(schema.newSlot(), path, sequence);
  }

  private ColumnPath path(String component) {
    Arguments.notNull(component, "component");
    String full = withoutDot(prefix + component);
    if (full.isEmpty()) {
      throw new IllegalArgumentException("a column of the example needs a name");
    }
    return ColumnPath.of(full, withoutDot(own + component));
  }

  private static String withoutDot(String path) {
    return path.endsWith(".") ? path.substring(0, path.length() - 1) : path;
  }

  private <C extends Column> C added(C column) {
    if (column instanceof SequenceColumn<?> steps) {
      schema.sequences.add(steps);
    } else {
      (sequence == null ? schema.singles : sequence.columns).add(column);
    }
    return column;
  }
}
