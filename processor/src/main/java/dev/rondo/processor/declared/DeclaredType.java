package dev.rondo.processor.declared;

import dev.rondo.processor.type.NumberType;
import dev.rondo.processor.type.TimeType;
import dev.rondo.processor.type.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The type of a parameter, of a component, or of what a method returns, as the language sees it.
 */
public sealed interface DeclaredType {
  /** Returns the type as shown to users, without packages: {@code List<String>}. */
  String text();

  /** A {@code String}. */
  record Text() implements DeclaredType {
    @Override
    public String text() {
      return "String";
    }
  }

  /** A sound: {@code AudioClip}. */
  record Sound() implements DeclaredType {
    @Override
    public String text() {
      return "AudioClip";
    }
  }

  /**
   * A picture: {@code BufferedImage}, or the {@code Path} of its file.
   *
   * @param file whether it is a path
   */
  record Picture(boolean file) implements DeclaredType {
    @Override
    public String text() {
      return file ? "Path" : "BufferedImage";
    }
  }

  /** A number. */
  // nobody imports it: it is written with the name of the type around it
  @SuppressWarnings("JavaLangClash")
  record Number(NumberType type, String text) implements DeclaredType {}

  /** Yes or no. */
  record Flag(boolean boxed) implements DeclaredType {
    @Override
    public String text() {
      return boxed ? "Boolean" : "boolean";
    }
  }

  /**
   * An enum.
   *
   * @param names of its constants, in order
   * @param accessible whether generated code, in the model's package, can refer to it
   */
  record Enumeration(TypeRef type, List<String> names, boolean accessible, String text)
      implements DeclaredType {
    public Enumeration {
      names = List.copyOf(names);
    }

    /** Returns how many constants it has. */
    public int constants() {
      return names.size();
    }
  }

  /** A value of {@code java.time} that has a date or a time of day. */
  record Time(TimeType type) implements DeclaredType {
    @Override
    public String text() {
      return type.simpleName();
    }
  }

  /**
   * A record.
   *
   * @param components empty where it contains itself
   * @param accessible whether generated code, in the model's package, can refer to it and call its
   *     accessors
   * @param faults why it cannot be taken apart
   */
  // nobody imports it: it is written with the name of the type around it
  @SuppressWarnings("JavaLangClash")
  record Record(
      TypeRef type,
      List<DeclaredComponent> components,
      boolean accessible,
      Set<RecordFault> faults,
      String text)
      implements DeclaredType {
    public Record {
      components = List.copyOf(components);
      faults = Set.copyOf(faults);
    }
  }

  /** What can be wrong with the declaration of a record. */
  enum RecordFault {
    /** It contains itself, perhaps through others. */
    CONTAINS_ITSELF,
    /** It has type parameters. */
    GENERIC
  }

  /** An array. */
  record Array(DeclaredType element) implements DeclaredType {
    @Override
    public String text() {
      return element.text() + "[]";
    }
  }

  /** A {@code java.util.List}. */
  record ListOf(DeclaredType element, String text) implements DeclaredType {}

  /** A {@code java.util.Set}. */
  record SetOf(DeclaredType element, String text) implements DeclaredType {}

  /** An answer with the probabilities of all: {@code Prediction}. */
  record Scored(DeclaredType answer, String text) implements DeclaredType {}

  /** A forecast with its quantiles: {@code QuantileForecast}. */
  record OfQuantiles() implements DeclaredType {
    @Override
    public String text() {
      return "QuantileForecast";
    }
  }

  /** {@code void}. */
  record Nothing() implements DeclaredType {
    @Override
    public String text() {
      return "void";
    }
  }

  /** Any other type. */
  record Other(String text, OtherKind kind) implements DeclaredType {}

  /** What a type is that the language does not know. */
  enum OtherKind {
    /** A sealed type: one of several. */
    SEALED,
    /** A class of the user's. */
    CLASS,
    /** An interface of the user's. */
    INTERFACE,
    /** A generic type of the language without its type argument. */
    RAW,
    /** Anything else, such as the types of libraries. */
    UNKNOWN
  }

  /** Returns whether it is a {@code String}. */
  default boolean isText() {
    return this instanceof Text;
  }

  /** Returns whether it is {@code List<String>} or {@code String[]}. */
  default boolean isTokens() {
    return (this instanceof ListOf list && list.element().isText())
        || (this instanceof Array array && array.element().isText());
  }

  /** Returns the record that it is, or that it is a list of. */
  default Optional<Record> asRecord() {
    DeclaredType type = this instanceof ListOf list ? list.element() : this;
    return type instanceof Record record ? Optional.of(record) : Optional.empty();
  }
}
