package dev.rondo.processor.plan.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.ExampleValue;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.JavaValue;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Member.Trait;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.Parameter;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Plans the class of examples, the inputs and the expected outputs, or that of series, their steps
 * and what is constant in them. It is never a record: javac 17 crashes when the class file of a
 * generated record, left by the last build, is on the class path.
 */
public final class ExampleClass {
  private final GeneratedClasses classes;
  private final Kind kind;
  private final Names names;
  private final List<ExampleValue> values;
  private final List<Member> reading;

  /** What an example expects. */
  public static final String EXPECTED = "expected";

  /**
   * What the class is of.
   *
   * @param one what Javadoc calls an object of it
   * @param about what Javadoc says of it
   */
  private record Kind(ClassName type, String one, CodeBlock about) {
    static Kind example(GeneratedClasses classes) {
      return new Kind(
          classes.example(),
          "an example",
          CodeBlock.of(
              """
              One example for {@link $1T}: what {@link $1T#$2L} is given, and what it should answer. Immutable.
              """,
              classes.model(),
              classes.method()));
    }

    static Kind series(GeneratedClasses classes) {
      return new Kind(
          classes.series(),
          "a series",
          CodeBlock.of(
              "One series for {@link $T}: its steps, and what is constant in it. Immutable.\n",
              classes.model()));
    }
  }

  private ExampleClass(ModelParts parts) {
    this.reading = List.of();
    this.classes = parts.classes();
    this.kind = Kind.example(classes);
    this.names =
        Names.none()
            .withModel(parts.names())
            .withLocals(List.of(ExampleValue.OTHER, ExampleValue.THAT));
    this.values = new ArrayList<>();
    parts.inputs().forEach(in -> values.add(in.code().inExample(in.name(), names)));
    for (ModelParts.Out out : parts.outputs()) {
      out.answeringClass().ifPresent(answer -> values.add(answer.inExample(out.name(), names)));
      out.translated().ifPresent(text -> values.add(text.inExample(out.name(), names)));
    }
  }

  private ExampleClass(ModelParts parts, TypeName expected, List<Member> reading) {
    this.reading = reading;
    this.classes = parts.classes();
    this.kind = Kind.example(classes);
    List<String> inputs =
        parts
            .signature()
            .spread()
            .map(spread -> List.of(spread.name()))
            .orElseGet(() -> parts.inputs().stream().map(ModelParts.In::name).toList());
    this.names =
        Names.none()
            .withModel(inputs)
            .withModel(List.of(EXPECTED))
            .withLocals(List.of(ExampleValue.OTHER, ExampleValue.THAT));
    this.values = new ArrayList<>();

    parts
        .signature()
        .spread()
        .ifPresent(
            spread ->
                values.add(
                    new JavaValue(
                            Code.type(spread.type(), parts.signature().available().nested()), false)
                        .inExample(
                            names.ofModel(spread.name()), "the inputs", names, CodeBlock.of(""))));
    if (parts.signature().spread().isEmpty()) {
      parts.inputs().forEach(in -> values.add(in.code().inExample(in.name(), names)));
    }
    values.add(
        new JavaValue(expected, false)
            .inExample(names.ofModel(EXPECTED), "the right answer", names, CodeBlock.of("")));
  }

  private ExampleClass(ModelParts parts, List<ModelParts.In> inputs, List<Member> reading) {
    this.reading = reading;
    this.classes = parts.classes();
    this.kind = Kind.series(classes);
    this.names =
        Names.none()
            .withModel(inputs.stream().map(ModelParts.In::name).toList())
            .withLocals(List.of(ExampleValue.OTHER, ExampleValue.THAT));
    this.values = new ArrayList<>();
    for (ModelParts.In in : inputs) {
      ExampleValue value = in.code().inExample(in.name(), names);
      values.add(
          value.meaning(
              in.code().isSequence()
                  ? "the steps of the series, in the order of time"
                  : "the constant {@code " + in.name() + "}"));
    }
  }

  /**
   * Returns the class of series of a model that forecasts, where something is constant in them.
   *
   * @param inputs the history and what is constant
   * @param reading what reads files
   */
  public static ClassPlan ofSeries(
      ModelParts parts, List<ModelParts.In> inputs, List<Member> reading) {
    return new ExampleClass(parts, inputs, reading).plan();
  }

  /**
   * Returns the class of examples of a model of records and numbers.
   *
   * @param expected the type of the right answer
   * @param reading what reads files
   */
  public static ClassPlan plan(ModelParts parts, TypeName expected, List<Member> reading) {
    return new ExampleClass(parts, expected, reading).plan();
  }

  /** Returns the class of examples of a model with one input and one answer. */
  public static ClassPlan plan(ModelParts parts) {
    return new ExampleClass(parts).pair(parts);
  }

  /** The superclass has the values, and what every object has. */
  private ClassPlan pair(ModelParts parts) {
    ExampleValue input = values.get(0);
    ExampleValue answer = values.get(1);
    CodeBlock inputField = parts.input().code().copied(CodeBlock.of("input"));
    return ClassPlan.api(kind.type())
        .extending(
            ParameterizedTypeName.get(
                RuntimeTypes.PAIR_EXAMPLE, input.type().box(), answer.type().box()))
        .doc("$L", kind.about())
        .member(
            constructor()
                .statement("super($S, $L, $L)", input.name(), input.kept(), answer.kept())
                .build())
        .member(read())
        .member(stream())
        .member(accessor(input, inputField))
        .member(accessor(answer, CodeBlock.of("$N", EXPECTED)))
        .build();
  }

  private ClassPlan plan() {
    ClassPlan.Builder plan =
        ClassPlan.api(kind.type())
            .doc("$L", kind.about())
            .fields(values.stream().map(value -> Field.hidden(value.type(), value.name())).toList())
            .member(keeping());
    List<Member> publicly =
        reading.stream().filter(member -> member.access() == Access.PUBLIC).toList();
    plan.members(publicly);
    values.forEach(value -> plan.member(accessor(value)));
    plan.member(equalsMethod()).member(hashCodeMethod()).member(toStringMethod());
    reading.stream().filter(member -> !publicly.contains(member)).forEach(plan::member);
    return plan.build();
  }

  private Member keeping() {
    Member.Builder constructor = constructor();
    values.forEach(value -> constructor.statement("this.$N = $L", value.name(), value.kept()));
    return constructor.build();
  }

  private Member.Builder constructor() {
    Member.Builder constructor =
        Member.constructor(Access.PUBLIC).doc("Creates $L.\n\n", kind.one());
    for (ExampleValue value : values) {
      constructor
          .parameter(value.type(), value.name())
          .doc("@param $N $L\n", value.name(), value.meaning());
    }
    return constructor.fails(IllegalArgumentException.class, ExampleValue.refused(values));
  }

  private Member read() {
    return Member.publicly("read")
        .trait(Trait.STATIC)
        .doc(
            """
            Reads all examples of a file into memory.

            <p>The file is tab-separated ({@code .tsv}, {@code .txt}) or comma-separated ({@code
            .csv}). Its columns are $L; see {@link $T}.
            """,
            listed(value -> CodeBlock.of("{@code $L}", value.name())),
            RuntimeTypes.EXAMPLE_FILE)
        .returns(Code.listOf(classes.example()))
        .parameter(ClassName.get(Path.class), "file")
        .statement("return stream(file).toList()")
        .build();
  }

  private Member stream() {
    CodeBlock read = values.stream().map(ExampleValue::read).collect(CodeBlock.joining(",\n"));
    return Member.publicly("stream")
        .trait(Trait.STATIC)
        .doc("Like {@link #read}, but reads the file anew in each iteration, whatever its size.\n")
        .returns(Code.generic(RuntimeTypes.EXAMPLE_FILE, classes.example()))
        .parameter(ClassName.get(Path.class), "file")
        .statement(
            "return $T.of(\nfile,\n$T.of($L),\nrow ->\n$>$>new $T(\n$>$>$L$<$<$<$<))",
            RuntimeTypes.EXAMPLE_FILE,
            List.class,
            listed(value -> CodeBlock.of("$S", value.name())),
            classes.example(),
            read)
        .build();
  }

  private CodeBlock listed(Function<ExampleValue, CodeBlock> part) {
    return values.stream().map(part).collect(CodeBlock.joining(", "));
  }

  static Member accessor(ExampleValue value) {
    return accessor(value, value.given());
  }

  private static Member accessor(ExampleValue value, CodeBlock given) {
    return Member.publicly(value.name())
        .doc("Returns $L.\n", value.returned())
        .returns(value.type())
        .statement("return $L", given)
        .build();
  }

  private Member equalsMethod() {
    String other = names.get(ExampleValue.OTHER);
    return Member.overriding("equals")
        .returns(TypeName.BOOLEAN)
        .parameter(new Parameter(ClassName.OBJECT, other, true))
        .statement(
            "return $N instanceof $T $N\n&& $L",
            other,
            kind.type(),
            names.get(ExampleValue.THAT),
            values.stream().map(ExampleValue::same).collect(CodeBlock.joining("\n&& ")))
        .build();
  }

  private Member hashCodeMethod() {
    return Member.overriding("hashCode")
        .returns(TypeName.INT)
        .statement("return $T.hash($L)", Objects.class, listed(ExampleValue::hashed))
        .build();
  }

  private Member toStringMethod() {
    CodeBlock.Builder text = CodeBlock.builder();
    String before = kind.type().simpleName() + "[";
    for (ExampleValue value : values) {
      text.add("$S + $L +$W", before + value.name() + "=", value.shown());
      before = ", ";
    }
    return Member.overriding("toString")
        .returns(ClassName.get(String.class))
        .statement("return $L$S", text.build(), "]")
        .build();
  }
}
