package dev.rondo.processor.plan.file;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Feature;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.input.ValueTypes;
import dev.rondo.processor.type.NumberType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The columns that records, inputs and answers are read from. Each record has a method of its own.
 */
final class ReaderParts {
  private static final String COLUMNS = "columns";

  private final ClassName owner;
  private final ValueTypes types;
  private final ColumnCodes codes;
  // by what they read: a record of inputs, the spread one, or the outputs
  private final NameAllocator methods = new NameAllocator();
  private final Map<Object, String> named = new LinkedHashMap<>();
  private final List<Member> records = new ArrayList<>();

  /**
   * Prepares the columns.
   *
   * @param owner the class that the methods are in
   * @param taken names that its methods have already
   */
  ReaderParts(ClassName owner, ValueTypes types, List<String> taken) {
    this.owner = owner;
    this.types = types;
    this.codes = new ColumnCodes(types);
    taken.forEach(methods::newName);
  }

  /**
   * One value of a record, or of an example.
   *
   * @param type of its column, or of what reads its columns
   * @param declared what declares them
   * @param value what reads it, given the variable
   */
  record Part(TypeName type, String name, CodeBlock declared, Function<String, CodeBlock> value) {
    /** Returns whether there is a value for each step, so that each may be a row. */
    boolean isOfSteps() {
      return type instanceof ParameterizedTypeName column
          && column.rawType().equals(RuntimeTypes.SEQUENCE_COLUMN);
    }
  }

  /** Returns the methods of the records that were asked for. */
  List<Member> records() {
    return List.copyOf(records);
  }

  /** Returns a method that reads an object, given what its parts are read from. */
  static Member method(String name, TypeName type, List<Part> values) {
    NameAllocator locals = new NameAllocator();
    locals.newName(COLUMNS);
    locals.newName("cells");
    Member.Builder method =
        Member.method(name, Access.PRIVATE)
            .trait(Member.Trait.STATIC)
            .returns(Code.generic(RuntimeTypes.RECORD_READER, type))
            .parameter(RuntimeTypes.COLUMNS, COLUMNS);
    List<CodeBlock> read = new ArrayList<>();
    for (Part part : values) {
      String variable = locals.newName(part.name());
      method.statement("$T $N =$W$L", part.type(), variable, part.declared());
      read.add(part.value().apply(variable));
    }
    return method
        .statement(
            "return cells ->$Wnew $T($L)", type, read.stream().collect(CodeBlock.joining(",$W")))
        .build();
  }

  static Part column(String name, ColumnCode code) {
    return new Part(code.type(), name, code.declared().of(COLUMNS, name), code::value);
  }

  /** Returns the method that reads a record. */
  String recordMethod(TypeName type, Object key, Supplier<List<Part>> components) {
    String known = named.get(key);
    if (known != null) {
      return known;
    }
    String simple = ((ClassName) type).simpleName();
    String method =
        methods.newName(simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1));
    named.put(key, method);
    records.add(method(method, type, components.get()));
    return method;
  }

  static Part nested(String name, TypeName type, String method) {
    return new Part(
        Code.generic(RuntimeTypes.RECORD_READER, type),
        name,
        CodeBlock.of("$N($N.nested($S))", method, COLUMNS, name),
        variable -> CodeBlock.of("$N.read(cells)", variable));
  }

  private String recordMethod(Feature.Components components) {
    return recordMethod(
        types.type(components.type()),
        components,
        () ->
            components.components().stream()
                .map(component -> part(component.name(), component.feature()))
                .toList());
  }

  private Part part(String name, Feature feature) {
    if (feature instanceof Feature.Components components) {
      return nested(name, types.type(components.type()), recordMethod(components));
    }
    Part column = column(name, codes.of(feature));
    if (feature instanceof Feature.Constants constants
        && constants.container() != Feature.Container.SET) {
      return new Part(
          column.type(),
          name,
          column.declared(),
          variable -> inOrder(constants, column.value().apply(variable)));
    }
    return column;
  }

  private CodeBlock inOrder(Feature.Constants constants, CodeBlock set) {
    if (constants.missing().isPresent()) {
      return constants.container() == Feature.Container.LIST
          ? CodeBlock.of("$T.list($L)", RuntimeTypes.CONSTANTS_COLUMN, set)
          : CodeBlock.of(
              "$T.array($L, new $T[0])",
              RuntimeTypes.CONSTANTS_COLUMN,
              set,
              types.type(constants.type()));
    }
    return constants.container() == Feature.Container.LIST
        ? CodeBlock.of("$T.copyOf($L)", List.class, set)
        : CodeBlock.of("$L.toArray(new $T[0])", set, types.type(constants.type()));
  }

  /** Returns the columns of an input. */
  Part input(String name, Codec given) {
    Codec codec = given.plain();
    if (codec instanceof Codec.Single single) {
      return part(name, single.value());
    }
    if (codec instanceof Codec.Text) {
      return new Part(
          RuntimeTypes.TEXT_COLUMN,
          name,
          CodeBlock.of("$N.text($S)", COLUMNS, name),
          variable -> CodeBlock.of("$N.of(cells)", variable));
    }
    if (codec instanceof Codec.TokenList tokens) {
      return list(
          name,
          ClassName.get(String.class),
          CodeBlock.of("step -> step.text($S)::of", ""),
          tokens.container() == Codec.Container.ARRAY);
    }
    if (codec instanceof Codec.Series series) {
      return series(name, series);
    }
    if (codec instanceof Codec.Matrix matrix) {
      return rows(name, matrix.doubles(), matrix.missing().isPresent());
    }
    if (codec instanceof Codec.Pictures pictures) {
      return column(name, ColumnCodes.pictures(types.of(codec), pictures.files()));
    }
    if (codec instanceof Codec.Sound) {
      return column(name, ColumnCodes.sound());
    }
    Codec.Sequence sequence = (Codec.Sequence) codec;
    boolean array = sequence.container() == Codec.Container.ARRAY;
    TypeName element = types.of(sequence.step());
    if (sequence.step() instanceof Feature.Components components) {
      String method = recordMethod(components);
      return list(name, element, CodeBlock.of("$T::$N", owner, method), array);
    }
    if (array && element.isPrimitive()) {
      return numbers(name, element, element + "s", false);
    }
    ColumnCode step = codes.of(sequence.step());
    return list(
        name,
        element,
        CodeBlock.of("step -> $L::$L", step.declared().of("step", ""), step.read()),
        array);
  }

  static Part list(String name, TypeName element, CodeBlock step, boolean array) {
    return new Part(
        Code.generic(RuntimeTypes.SEQUENCE_COLUMN, Code.listOf(element)),
        name,
        CodeBlock.of("$N.list($S, $L)", COLUMNS, name, step),
        variable ->
            array
                ? CodeBlock.of("$N.of(cells).toArray(new $T[0])", variable, element)
                : CodeBlock.of("$N.of(cells)", variable));
  }

  private Part series(String name, Codec.Series series) {
    TypeName element = ValueTypes.number(series.element());
    if (series.container() == Codec.Container.LIST) {
      ColumnCode step =
          codes.of(
              new Feature.Number(unboxed(series.element()), series.scaling(), Optional.empty()));
      return list(
          name,
          element,
          CodeBlock.of("step -> $L::$L", step.declared().of("step", ""), step.read()),
          false);
    }
    return numbers(name, element, element + "s", series.missing().isPresent());
  }

  /** Steps are never missing. */
  private static NumberType unboxed(NumberType type) {
    return type.isBoxed() ? NumberType.valueOf(type.name().replace("BOXED_", "")) : type;
  }

  static Part numbers(String name, TypeName element, String method, boolean missing) {
    return arrays(name, ArrayTypeName.of(element), method, missing);
  }

  static Part rows(String name, boolean doubles, boolean missing) {
    TypeName number = doubles ? TypeName.DOUBLE : TypeName.FLOAT;
    return arrays(
        name,
        ArrayTypeName.of(ArrayTypeName.of(number)),
        doubles ? "doubleRows" : "floatRows",
        missing);
  }

  private static Part arrays(String name, TypeName type, String method, boolean missing) {
    return new Part(
        Code.generic(RuntimeTypes.SERIES_COLUMN, type),
        name,
        CodeBlock.of("$N.$L($S)$L", COLUMNS, method, name, missing ? ".missing()" : ""),
        variable -> CodeBlock.of("$N.of(cells)", variable));
  }
}
