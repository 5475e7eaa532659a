package dev.rondo.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.GeneratedClasses;
import dev.rondo.processor.plan.Names;
import dev.rondo.processor.plan.PredictorPlan;
import dev.rondo.processor.plan.RuntimeTypes;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes what a predictor has to start sessions.
 *
 * @param codecs the fields that a session is given
 * @param names fields and local variables
 */
record SessionSpecs(GeneratedClasses classes, List<PredictorPlan.Codec> codecs, Names names) {
  FieldSpec field() {
    return FieldSpec.builder(
            RuntimeTypes.SESSIONS,
            names.get(PredictorPlan.SESSIONS),
            Modifier.PRIVATE,
            Modifier.FINAL)
        .build();
  }

  /** Returns the statement of the constructor. */
  CodeBlock created() {
    return CodeBlock.of(
        "this.$N =$Wnew $T($N, $N, $T.signature())",
        names.get(PredictorPlan.SESSIONS),
        RuntimeTypes.SESSIONS,
        names.get(PredictorPlan.HOST),
        names.get(PredictorPlan.NETWORK),
        classes.network());
  }

  List<MethodSpec> methods() {
    String bytes = names.get(PredictorPlan.BYTES);
    return List.of(
        Specs.publicMethod("session")
            .addJavadoc("Returns a new session, which has read nothing yet.\n\n")
            .addJavadoc("@throws $T after {@link #close()}\n", IllegalStateException.class)
            .returns(classes.session())
            .addStatement("return $L", session(CodeBlock.of("start()")))
            .build(),
        Specs.publicMethod("session")
            .addJavadoc(
                "Returns the session that {@link $T#toBytes()} kept.\n\n", classes.session())
            .addJavadoc(
                "@throws $T if they are null, no session, damaged, or that of another\n    model\n",
                IllegalArgumentException.class)
            .addJavadoc("@throws $T after {@link #close()}\n", IllegalStateException.class)
            .returns(classes.session())
            .addParameter(ArrayTypeName.of(TypeName.BYTE), bytes)
            .addStatement("return $L", session(CodeBlock.of("restore($N)", bytes)))
            .build());
  }

  private CodeBlock session(CodeBlock memory) {
    CodeBlock fields =
        codecs.stream()
            .map(codec -> CodeBlock.of("$N", codec.name()))
            .collect(CodeBlock.joining(", "));
    return CodeBlock.of(
        "new $T($Z$L,$W$N.$L)",
        classes.session(),
        fields,
        names.get(PredictorPlan.SESSIONS),
        memory);
  }
}
