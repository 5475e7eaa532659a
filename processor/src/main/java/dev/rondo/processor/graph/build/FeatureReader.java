package dev.rondo.processor.graph.build;

import dev.rondo.data.Calendar;
import dev.rondo.data.CalendarField;
import dev.rondo.data.Category;
import dev.rondo.data.Elapsed;
import dev.rondo.data.Fill;
import dev.rondo.data.Missing;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.data.Vector;
import dev.rondo.layer.Embedding;
import dev.rondo.processor.declared.DeclaredComponent;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.graph.Feature;
import dev.rondo.processor.type.NumberType;
import dev.rondo.processor.type.TimeType;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says how one value is read: a single input, a step of a sequence, or a component of a record.
 *
 * @param uses the annotations on it
 * @param step whether it is a step of a sequence, which is never missing
 * @param embedded whether an embedding that stands as a layer reads it
 */
record FeatureReader(List<Use> uses, boolean step, boolean embedded) {
  /** Returns the feature; none for a type that cannot be read. */
  Optional<Feature> read(DeclaredType type) {
    return read(type, step);
  }

  private Optional<Feature> read(DeclaredType type, boolean inSequence) {
    if (use(Category.class).isPresent()) {
      return symbolType(type).map(symbols -> category(symbols, Optional.empty(), mayMiss(type)));
    }
    if (type instanceof DeclaredType.Enumeration constants) {
      return Optional.of(
          new Feature.Constant(constants.type(), embedded, Optional.empty(), mayMiss(type)));
    }
    if (type instanceof DeclaredType.Record record) {
      return components(record, inSequence);
    }
    return plain(type, inSequence);
  }

  /** What is read alike wherever it stands. */
  private Optional<Feature> plain(DeclaredType type, boolean inSequence) {
    if (type instanceof DeclaredType.Number number) {
      return Optional.of(new Feature.Number(number.type(), scaling(), mayMiss(type)));
    }
    if (type instanceof DeclaredType.Flag flag) {
      return Optional.of(new Feature.Flag(flag.boxed(), mayMiss(type)));
    }
    if (type instanceof DeclaredType.Time time) {
      return Optional.of(
          inSequence && use(Elapsed.class).isPresent()
              ? new Feature.Elapsed(time.type())
              : calendar(time.type()));
    }
    if (type instanceof DeclaredType.SetOf set
        && set.element() instanceof DeclaredType.Enumeration constants) {
      return Optional.of(
          new Feature.Constants(constants.type(), Feature.Container.SET, mayMiss(type)));
    }
    return vector(type);
  }

  private Optional<Feature> vector(DeclaredType type) {
    return type instanceof DeclaredType.Array array
            && array.element() instanceof DeclaredType.Number number
            && (number.type() == NumberType.FLOAT || number.type() == NumberType.DOUBLE)
        ? use(Vector.class)
            .map(
                vector ->
                    new Feature.Vector(
                        number.type() == NumberType.DOUBLE,
                        vector.integer("value"),
                        scaling(),
                        mayMiss(type)))
        : Optional.empty();
  }

  private static Optional<Feature> components(DeclaredType.Record record, boolean inSequence) {
    List<Feature.Component> components = new ArrayList<>();
    for (DeclaredComponent component : record.components()) {
      Optional<Feature> feature =
          new FeatureReader(Expansion.of(component.name(), component.annotations()), false, false)
              .component(component.type(), inSequence);
      if (feature.isEmpty()) {
        return Optional.empty();
      }
      components.add(new Feature.Component(component.name(), feature.get()));
    }
    return record.accessible() && !components.isEmpty()
        ? Optional.of(new Feature.Components(record.type(), components))
        : Optional.empty();
  }

  /** A component carries its embedding itself, and a list of constants is one value. */
  private Optional<Feature> component(DeclaredType type, boolean inSequence) {
    Optional<Feature.Embedded> embedding =
        uses.stream().filter(use -> use.is(Embedding.class)).findFirst().map(FeatureReader::of);
    if (use(Category.class).isPresent()) {
      return symbolType(type).map(symbols -> category(symbols, embedding, mayMiss(type)));
    }
    if (type instanceof DeclaredType.Enumeration constants) {
      return Optional.of(
          new Feature.Constant(constants.type(), embedding.isPresent(), embedding, mayMiss(type)));
    }
    if (type instanceof DeclaredType.ListOf list
        && list.element() instanceof DeclaredType.Enumeration constants) {
      return Optional.of(
          new Feature.Constants(constants.type(), Feature.Container.LIST, mayMiss(type)));
    }
    if (type instanceof DeclaredType.Array array
        && array.element() instanceof DeclaredType.Enumeration constants) {
      return Optional.of(
          new Feature.Constants(constants.type(), Feature.Container.ARRAY, mayMiss(type)));
    }
    return read(type, inSequence);
  }

  private static Feature.Embedded of(Use use) {
    return new Feature.Embedded(use.values().integer("size"), use.values().source(), use.origin());
  }

  private Feature category(
      Feature.SymbolType type, Optional<Feature.Embedded> embedding, Optional<Fill> missing) {
    Values category = use(Category.class).orElseThrow();
    return new Feature.Category(
        type, category.integer("vocabulary"), category.integer("minFrequency"), embedding, missing);
  }

  /** Returns what the symbols of a type are written as; none for a type that has none. */
  static Optional<Feature.SymbolType> symbolType(DeclaredType type) {
    if (type.isText()) {
      return Optional.of(new Feature.SymbolType.OfText());
    }
    if (type instanceof DeclaredType.Number number && number.type().isWhole()) {
      return Optional.of(new Feature.SymbolType.OfNumber(number.type()));
    }
    return type instanceof DeclaredType.Enumeration constants
        ? Optional.of(new Feature.SymbolType.OfConstant(constants.type()))
        : Optional.empty();
  }

  private Feature calendar(TimeType type) {
    Values values = use(Calendar.class).orElse(Values.defaults(Calendar.class));
    List<CalendarField> fields = values.constants("fields", CalendarField.class);
    return new Feature.Calendar(
        type,
        fields.isEmpty() ? fieldsOf(type) : fields,
        values.text("zone"),
        mayMiss(new DeclaredType.Time(type)));
  }

  private static List<CalendarField> fieldsOf(TimeType type) {
    List<CalendarField> fields = new ArrayList<>();
    if (type.hasTime()) {
      fields.add(CalendarField.HOUR_OF_DAY);
    }
    if (type.hasDate()) {
      fields.add(CalendarField.DAY_OF_WEEK);
      fields.add(CalendarField.DAY_OF_YEAR);
    }
    return fields;
  }

  /** Returns how numbers are scaled. */
  Scaling scaling() {
    return use(Scale.class)
        .map(scale -> scale.constant("value", Scaling.class))
        .orElse(Scaling.STANDARD);
  }

  /** Returns what fills in, where {@code @Missing} says that values may be missing. */
  Optional<Fill> missing() {
    return use(Missing.class).map(missing -> missing.constant("fill", Fill.class));
  }

  private Optional<Fill> mayMiss(DeclaredType type) {
    boolean byType =
        (type instanceof DeclaredType.Number number && number.type().mayBeMissing())
            || (type instanceof DeclaredType.Flag flag && flag.boxed());
    return step
        ? Optional.empty()
        : missing().or(() -> byType ? Optional.of(Fill.ZERO) : Optional.empty());
  }

  /** Returns the values of an annotation on it. */
  Optional<Values> use(Class<? extends Annotation> annotation) {
    return uses.stream().filter(use -> use.is(annotation)).findFirst().map(Use::values);
  }
}
