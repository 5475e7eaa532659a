package dev.rondo.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.Prediction;
import dev.rondo.processor.plan.GeneratedClasses;
import dev.rondo.processor.plan.RuntimeTypes;
import dev.rondo.processor.plan.SessionPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the session: the model, fed step by step. */
final class SessionWriter {
  private final GeneratedClasses classes;
  private final SessionPlan plan;

  private SessionWriter(GeneratedClasses classes, SessionPlan plan) {
    this.classes = classes;
    this.plan = plan;
  }

  static TypeSpec write(GeneratedClasses classes, SessionPlan plan) {
    return new SessionWriter(classes, plan).write();
  }

  private TypeSpec write() {
    return Specs.api(classes, classes.session())
        .addModifiers(Modifier.FINAL)
        .addJavadoc(
            """
            Reads step by step for {@link $T}, and remembers what it read.

            <p>Holds nothing native and need not be closed. For use by one thread at a time; many may
            be used side by side. A call that fails leaves a session as it was.
            """,
            classes.model())
        .addFields(fields())
        .addMethod(constructor())
        .addMethods(plan.answers().map(this::answers).orElseGet(() -> List.of(nextToken())))
        .addMethod(steps())
        .addMethod(copy())
        .addMethod(toBytes())
        .addMethod(reset())
        .build();
  }

  private List<FieldSpec> fields() {
    List<FieldSpec> fields = new ArrayList<>();
    fields.add(field(plan.codec(), SessionPlan.CODEC));
    plan.answers().ifPresent(answers -> fields.add(field(answers.codec(), SessionPlan.ANSWERS)));
    fields.add(field(RuntimeTypes.SESSION_MEMORY, SessionPlan.MEMORY));
    return fields;
  }

  private static FieldSpec field(TypeName type, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL).build();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    for (FieldSpec field : fields()) {
      constructor.addParameter(field.type(), field.name());
      constructor.addStatement("this.$1N = $1N", field.name());
    }
    return constructor.build();
  }

  private List<MethodSpec> answers(SessionPlan.Answers answers) {
    MethodSpec next =
        reading("next", "the answer to all that was read")
            .returns(answers.type())
            .addStatement("return nextScored($N).value()", plan.parameter())
            .build();
    MethodSpec nextScored =
        reading("nextScored", "the answer to all that was read, with the probability of every one")
            .returns(ParameterizedTypeName.get(ClassName.get(Prediction.class), answers.boxed()))
            .addStatement(
                "return $N.prediction($N.read($L))",
                SessionPlan.ANSWERS,
                SessionPlan.MEMORY,
                plan.tokens())
            .build();
    return List.of(next, nextScored);
  }

  private MethodSpec nextToken() {
    return reading("next", "what is likely to follow all that was read")
        .returns(RuntimeTypes.NEXT_TOKEN)
        .addStatement("$T tokens =$W$L", ArrayTypeName.of(TypeName.INT), plan.tokens())
        .addStatement(
            "return $T.of($N, tokens, $N.read(tokens))",
            RuntimeTypes.NEXT_TOKEN,
            SessionPlan.CODEC,
            SessionPlan.MEMORY)
        .build();
  }

  private MethodSpec.Builder reading(String method, String returned) {
    return Specs.publicMethod(method)
        .addJavadoc("Reads $L.\n\n", plan.reading())
        .addJavadoc("@return $L\n", returned)
        .addJavadoc(
            "@throws $T if the $L is null$L\n",
            IllegalArgumentException.class,
            plan.parameter(),
            plan.parameter().equals("text") ? ", or has no tokens" : "")
        .addJavadoc("@throws $T after the predictor was closed\n", IllegalStateException.class)
        .addParameter(String.class, plan.parameter());
  }

  private MethodSpec steps() {
    return Specs.publicMethod("steps")
        .addJavadoc("Returns how many tokens were read.\n")
        .returns(TypeName.LONG)
        .addStatement("return $N.steps()", SessionPlan.MEMORY)
        .build();
  }

  private MethodSpec copy() {
    CodeBlock codecs =
        fields().stream()
            .map(FieldSpec::name)
            .filter(name -> !name.equals(SessionPlan.MEMORY))
            .map(name -> CodeBlock.of("$N, ", name))
            .collect(CodeBlock.joining(""));
    return Specs.publicMethod("copy")
        .addJavadoc("Returns a session of its own that goes on from here.\n")
        .returns(classes.session())
        .addStatement("return new $T($L$N.copy())", classes.session(), codecs, SessionPlan.MEMORY)
        .build();
  }

  private MethodSpec toBytes() {
    return Specs.publicMethod("toBytes")
        .addJavadoc(
            "Returns what {@link $T#session(byte[])} goes on from.\n\n", classes.predictor())
        .addJavadoc("@throws $T after the predictor was closed\n", IllegalStateException.class)
        .returns(ArrayTypeName.of(TypeName.BYTE))
        .addStatement("return $N.toBytes()", SessionPlan.MEMORY)
        .build();
  }

  private MethodSpec reset() {
    return Specs.publicMethod("reset")
        .addJavadoc("Forgets all that was read.\n")
        .addStatement("$N.reset()", SessionPlan.MEMORY)
        .build();
  }
}
