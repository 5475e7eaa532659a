package dev.rondo.processor.graph;

import dev.rondo.data.CalendarField;
import dev.rondo.data.Fill;
import dev.rondo.data.Scaling;
import dev.rondo.processor.diag.Origin;
import dev.rondo.processor.type.NumberType;
import dev.rondo.processor.type.TimeType;
import dev.rondo.processor.type.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one value becomes features, numbers that the network reads as they are, and symbols, numbers
 * that an embedding looks up. {@code missing} says what fills in for a value that may be missing.
 */
public sealed interface Feature {
  /** A number, scaled. */
  // nobody imports it: it is written with the name of the type around it
  @SuppressWarnings("JavaLangClash")
  record Number(NumberType type, Scaling scaling, Optional<Fill> missing) implements Feature {}

  /** A {@code boolean} or {@code Boolean}. */
  record Flag(boolean boxed, Optional<Fill> missing) implements Feature {}

  /**
   * A constant of an enum: one-hot, or a symbol.
   *
   * @param embedding features of the symbol's vector where the component says them; absent where it
   *     is one-hot, or where an embedding follows as a layer of its own
   * @param symbol whether it is a symbol
   */
  record Constant(
      TypeRef type, boolean symbol, Optional<Embedded> embedding, Optional<Fill> missing)
      implements Feature {}

  /** A set or list of constants of an enum, as one value: k-hot. */
  record Constants(TypeRef type, Container container, Optional<Fill> missing) implements Feature {}

  /**
   * A symbol whose vocabulary is learned.
   *
   * @param embedding as of {@link Constant}
   */
  record Category(
      SymbolType type,
      int vocabulary,
      int minFrequency,
      Optional<Embedded> embedding,
      Optional<Fill> missing)
      implements Feature {}

  /** What the symbols of a {@link Category} are written as. */
  sealed interface SymbolType {
    /** {@code String}. */
    record OfText() implements SymbolType {}

    /** A whole number. */
    record OfNumber(NumberType type) implements SymbolType {}

    /** A constant of an enum, whose name counts. */
    record OfConstant(TypeRef type) implements SymbolType {}
  }

  /** A time, by the calendar. */
  record Calendar(TimeType type, List<CalendarField> fields, String zone, Optional<Fill> missing)
      implements Feature {
    public Calendar {
      fields = List.copyOf(fields);
    }
  }

  /** A time, by what has passed since the step before. */
  record Elapsed(TimeType type) implements Feature {}

  /** A vector of a fixed size, scaled by position. */
  record Vector(boolean doubles, int size, Scaling scaling, Optional<Fill> missing)
      implements Feature {}

  /** A record: its components side by side. */
  record Components(TypeRef type, List<Component> components) implements Feature {
    public Components {
      components = List.copyOf(components);
    }
  }

  /** A component of a record. */
  record Component(String name, Feature feature) {}

  /** An embedding that a component carries. */
  record Embedded(int size, String written, Origin origin) {}

  /** What several values come in. */
  enum Container {
    LIST,
    ARRAY,
    SET
  }

  /**
   * A symbol in a value.
   *
   * @param path dotted names of the components that it is in; empty if it is the value itself
   * @param embedding what its component says; absent where an embedding follows as a layer
   */
  record Symbol(String path, Optional<Embedded> embedding) {}

  /** Returns the symbols, in the order in which the runtime numbers their columns. */
  default List<Symbol> symbols() {
    List<Symbol> symbols = new ArrayList<>();
    addSymbols(this, "", symbols);
    return symbols;
  }

  private static void addSymbols(Feature feature, String path, List<Symbol> symbols) {
    if (feature instanceof Constant constant && constant.symbol()) {
      symbols.add(new Symbol(path, constant.embedding()));
    } else if (feature instanceof Category category) {
      symbols.add(new Symbol(path, category.embedding()));
    } else if (feature instanceof Components record) {
      for (Component component : record.components()) {
        addSymbols(
            component.feature(),
            path.isEmpty() ? component.name() : path + "." + component.name(),
            symbols);
      }
    }
  }

  /** Returns whether there is anything in it that is no symbol. */
  default boolean hasFeatures() {
    if (this instanceof Components record) {
      return record.components().stream().anyMatch(part -> part.feature().hasFeatures());
    }
    if (this instanceof Constant constant && constant.symbol()) {
      return constant.missing().isPresent();
    }
    return this instanceof Category category ? category.missing().isPresent() : true;
  }
}
