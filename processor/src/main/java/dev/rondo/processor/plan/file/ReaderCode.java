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
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.head.NumbersCode;
import dev.rondo.processor.plan.input.ValueTypes;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.ExampleClass;
import dev.rondo.processor.type.NumberType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The members of an example that read files: which columns there are is declared once for a file,
 * then each row becomes an example. Each record has a method of its own.
 */
public final class ReaderCode {
  private static final String COLUMNS = "columns";
  private static final String EXAMPLE = "example";

  private final ModelParts parts;
  private final ClassName example;
  private final ValueTypes types;
  private final ColumnCodes codes;
  private final List<Answers> answers;
  private final Optional<ClassName> record;
  private final boolean eachStep;
  // by what they read: a record of inputs, the spread one, or the outputs
  private final NameAllocator methods = new NameAllocator();
  private final Map<Object, String> named = new LinkedHashMap<>();
  private final List<Member> records = new ArrayList<>();

  /**
   * Prepares the members.
   *
   * @param record whose components the outputs are; absent for a single output
   * @param eachStep whether there is one of them for each step
   */
  public ReaderCode(
      ModelParts parts, List<Answers> answers, Optional<ClassName> record, boolean eachStep) {
    this.parts = parts;
    this.example = parts.classes().example();
    this.types = new ValueTypes(parts.signature().available().nested());
    this.codes = new ColumnCodes(types);
    this.answers = answers;
    this.record = record;
    this.eachStep = eachStep;
    List.of(EXAMPLE, "read", "stream", "equals").forEach(methods::newName);
  }

  /**
   * One value of a record, or of an example.
   *
   * @param type of its column, or of what reads its columns
   * @param declared what declares them
   * @param value what reads it, given the variable
   */
  private record Part(
      TypeName type, String name, CodeBlock declared, Function<String, CodeBlock> value) {
    /** Returns whether there is a value for each step, so that each may be a row. */
    boolean isOfSteps() {
      return type instanceof ParameterizedTypeName column
          && column.rawType().equals(RuntimeTypes.SEQUENCE_COLUMN);
    }
  }

  /** Returns the methods. */
  public List<Member> members() {
    List<Part> values = new ArrayList<>();
    parts
        .signature()
        .spread()
        .ifPresent(
            spread ->
                values.add(
                    nested(
                        spread.name(),
                        types.type(spread.type()),
                        recordMethod(types.type(spread.type()), spread, this::inputs))));
    if (parts.signature().spread().isEmpty()) {
      values.addAll(inputs());
    }
    values.add(expected());
    Member first = method(EXAMPLE, example, values);
    boolean corpus = values.stream().allMatch(Part::isOfSteps);
    List<Member> members = new ArrayList<>(List.of(read(corpus), stream(), first));
    members.addAll(records);
    return members;
  }

  private List<Part> inputs() {
    return parts.inputs().stream().map(in -> input(in.name(), in.input().codec())).toList();
  }

  /**
   * Returns the method that reads a file.
   *
   * @param corpus whether it may be a tagged one
   */
  private Member read(boolean corpus) {
    Member.Builder read =
        Member.publicly("read")
            .trait(Member.Trait.STATIC)
            .doc(
                """
                Reads all examples of a file into memory.

                <p>The file is comma-separated ({@code .csv}) or tab-separated ({@code .tsv}) with a header,
                JSON Lines ({@code .jsonl}), or a file of series ({@code .ts}), perhaps compressed ({@code
                .gz}). Its columns are called like the components; {@link $T#by} says which rows are the
                steps of one example.

                """,
                RuntimeTypes.GROUPING);
    if (corpus) {
      read.doc(
          """
          <p>Or it is a tagged corpus, such as CoNLL-U or CoNLL-2003, with one step a row and a blank
          line behind each example: {@link $T} says which columns are read.

          """,
          RuntimeTypes.CONLL);
    }
    return read.doc(
            "@param options how rows are grouped, $Land what is done with wrong ones\n",
            corpus ? "which columns of a corpus are read, " : "")
        .doc(
            "@throws $T if the file cannot be read, naming line, column, value and what was"
                + " expected\n",
            RuntimeTypes.EXAMPLE_FILE_EXCEPTION)
        .varargs(true)
        .returns(Code.listOf(example))
        .parameter(ClassName.get(Path.class), "file")
        .parameter(ArrayTypeName.of(RuntimeTypes.READ_OPTION), "options")
        .statement("return stream(file, options).toList()")
        .build();
  }

  private Member stream() {
    return Member.publicly("stream")
        .trait(Member.Trait.STATIC)
        .doc("Like {@link #read}, but reads the file anew in each iteration, whatever its size.\n")
        .varargs(true)
        .returns(Code.generic(RuntimeTypes.EXAMPLE_SOURCE, example))
        .parameter(ClassName.get(Path.class), "file")
        .parameter(ArrayTypeName.of(RuntimeTypes.READ_OPTION), "options")
        .statement(
            "return $T.of(file, $T::$L, options)", RuntimeTypes.EXAMPLE_SOURCE, example, EXAMPLE)
        .build();
  }

  private Member method(String name, TypeName type, List<Part> values) {
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

  private static Part column(String name, ColumnCode code) {
    return new Part(code.type(), name, code.declared().of(COLUMNS, name), code::value);
  }

  /** Returns the method that reads a record. */
  private String recordMethod(TypeName type, Object key, Supplier<List<Part>> components) {
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

  private static Part nested(String name, TypeName type, String method) {
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
    return constants.container() == Feature.Container.LIST
        ? CodeBlock.of("$T.copyOf($L)", List.class, set)
        : CodeBlock.of("$L.toArray(new $T[0])", set, types.type(constants.type()));
  }

  private Part input(String name, Codec given) {
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
      return list(name, element, CodeBlock.of("$T::$N", example, method), array);
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

  private Part list(String name, TypeName element, CodeBlock step, boolean array) {
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

  private static Part numbers(String name, TypeName element, String method, boolean missing) {
    return arrays(name, ArrayTypeName.of(element), method, missing);
  }

  private static Part rows(String name, boolean doubles, boolean missing) {
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

  private Part expected() {
    String name = ExampleClass.EXPECTED;
    if (record.isEmpty()) {
      return answer(answers.get(0), name);
    }
    String method =
        recordMethod(
            record.get(),
            answers,
            () ->
                answers.stream()
                    .map(
                        answer ->
                            eachStep
                                ? column(
                                    answer.name(),
                                    codes.of(answer.code(), answer.output().optional()))
                                : answer(answer, answer.name()))
                    .toList());
    return eachStep
        ? list(name, record.get(), CodeBlock.of("$T::$N", example, method), false)
        : nested(name, record.get(), method);
  }

  private Part answer(Answers answer, String name) {
    ColumnCode column = codes.of(answer.code(), answer.output().optional());
    if (!answer.eachStep()) {
      return column(name, column);
    }
    if (answer.array()) {
      return answer.code() instanceof NumbersCode numbers
          ? rows(name, numbers.head().doubles(), false)
          : numbers(name, answer.code().type(), answer.code().type() + "s", false);
    }
    return list(
        name,
        answer.code().type(),
        CodeBlock.of("step -> $L::$L", column.declared().of("step", ""), column.read()),
        false);
  }
}
