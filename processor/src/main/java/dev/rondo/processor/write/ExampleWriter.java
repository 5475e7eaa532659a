package dev.rondo.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.processor.plan.ExamplePlan;
import dev.rondo.processor.plan.GeneratedClasses;
import dev.rondo.processor.plan.RuntimeTypes;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Writes the class of examples. It is never a record: javac 17 crashes when the class file of a
 * generated record, left by the last build, is on the class path.
 */
final class ExampleWriter {
  private final GeneratedClasses classes;
  private final ExamplePlan plan;

  private ExampleWriter(GeneratedClasses classes, ExamplePlan plan) {
    this.classes = classes;
    this.plan = plan;
  }

  static TypeSpec write(GeneratedClasses classes, ExamplePlan plan) {
    return new ExampleWriter(classes, plan).write();
  }

  private TypeSpec write() {
    return Specs.api(classes, classes.example())
        .addModifiers(Modifier.FINAL)
        .addJavadoc(
            """
            One example for {@link $1T}: what
            {@link $1T#$2L} is given, and what it should
            answer. Immutable.
            """,
            classes.model(),
            classes.method())
        .addFields(plan.values().stream().map(ExampleWriter::field).toList())
        .addMethod(constructor())
        .addMethod(read())
        .addMethod(stream())
        .addMethods(plan.values().stream().map(ExampleWriter::accessor).toList())
        .addMethod(equalsMethod())
        .addMethod(hashCodeMethod())
        .addMethod(toStringMethod())
        .build();
  }

  private static FieldSpec field(ExamplePlan.Value value) {
    return FieldSpec.builder(value.type(), value.name(), Modifier.PRIVATE, Modifier.FINAL).build();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Creates an example.\n\n");
    for (ExamplePlan.Value value : plan.values()) {
      constructor
          .addParameter(value.type(), value.name())
          .addJavadoc("@param $N $L\n", value.name(), value.meaning())
          .addStatement("this.$N = $L", value.name(), value.kept());
    }
    return constructor
        .addJavadoc("@throws $T if a value is null\n", IllegalArgumentException.class)
        .build();
  }

  private MethodSpec read() {
    return Specs.publicMethod("read")
        .addJavadoc(
            """
            Reads all examples of a file into memory.

            <p>The file is tab-separated ({@code .tsv}, {@code .txt}) or comma-separated ({@code
            .csv}). Its columns are $L; see {@link $T}.
            """,
            listed(value -> CodeBlock.of("{@code $L}", value.name())),
            RuntimeTypes.EXAMPLE_FILE)
        .addModifiers(Modifier.STATIC)
        .returns(ParameterizedTypeName.get(ClassName.get(List.class), classes.example()))
        .addParameter(Path.class, "file")
        .addStatement("return stream(file).toList()")
        .build();
  }

  private MethodSpec stream() {
    CodeBlock columns = listed(value -> CodeBlock.of("$S", value.name()));
    CodeBlock read =
        plan.values().stream().map(ExamplePlan.Value::read).collect(CodeBlock.joining(",\n"));
    return Specs.publicMethod("stream")
        .addJavadoc(
            "Like {@link #read}, but reads the file anew in each iteration, whatever its size.\n")
        .addModifiers(Modifier.STATIC)
        .returns(ParameterizedTypeName.get(RuntimeTypes.EXAMPLE_FILE, classes.example()))
        .addParameter(Path.class, "file")
        .addStatement(
            "return $T.of(\nfile,\n$T.of($L),\nrow ->\n$>$>new $T(\n$>$>$L$<$<$<$<))",
            RuntimeTypes.EXAMPLE_FILE,
            List.class,
            columns,
            classes.example(),
            read)
        .build();
  }

  private CodeBlock listed(Function<ExamplePlan.Value, CodeBlock> part) {
    return plan.values().stream().map(part).collect(CodeBlock.joining(", "));
  }

  private static MethodSpec accessor(ExamplePlan.Value value) {
    return Specs.publicMethod(value.name())
        .addJavadoc("Returns $L.\n", value.returned())
        .returns(value.type())
        .addStatement("return $L", value.given())
        .build();
  }

  private MethodSpec equalsMethod() {
    String other = plan.names().get(ExamplePlan.OTHER);
    CodeBlock same =
        plan.values().stream().map(ExamplePlan.Value::same).collect(CodeBlock.joining("\n&& "));
    return Specs.overriding("equals")
        .returns(TypeName.BOOLEAN)
        .addParameter(Specs.nullable(classes, ClassName.OBJECT, other))
        .addStatement(
            "return $N instanceof $T $N\n&& $L",
            other,
            classes.example(),
            plan.names().get(ExamplePlan.THAT),
            same)
        .build();
  }

  private MethodSpec hashCodeMethod() {
    return Specs.overriding("hashCode")
        .returns(TypeName.INT)
        .addStatement("return $T.hash($L)", Objects.class, listed(ExamplePlan.Value::hashed))
        .build();
  }

  private MethodSpec toStringMethod() {
    CodeBlock.Builder text = CodeBlock.builder();
    String before = classes.example().simpleName() + "[";
    for (ExamplePlan.Value value : plan.values()) {
      text.add("$S + $L +$W", before + value.name() + "=", value.shown());
      before = ", ";
    }
    return Specs.overriding("toString")
        .returns(String.class)
        .addStatement("return $L$S", text.build(), "]")
        .build();
  }
}
