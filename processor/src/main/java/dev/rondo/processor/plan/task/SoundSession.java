package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ClassName;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import java.util.List;

/** Plans the session of a model that writes down sounds: it is fed part after part. */
final class SoundSession {
  private static final String MEMORY = "memory";

  private SoundSession() {}

  static ClassPlan plan(ModelParts parts) {
    GeneratedClasses classes = parts.classes();
    ModelParts.In sound = parts.inputs().get(0);
    Names names = Names.none().withModel(parts.names()).withLocals(List.of(MEMORY));
    String memory = names.get(MEMORY);
    String part = names.ofModel(sound.name());
    return ClassPlan.api(classes.session())
        .doc(
            """
            Hears a sound part by part for {@link $T}, and writes down what it has heard.

            <p>At the end the text is that of {@link $T#$L}. Until then it lags behind the sound
            by about a window, what convolutions read ahead, and two of the steps that they leave.

            <p>Holds nothing native and need not be closed. For use by one thread at a time; many
            may be used side by side.
            """,
            classes.model(),
            classes.model(),
            parts.signature().method())
        .fields(List.of(Field.hidden(RuntimeTypes.SOUND_MEMORY, memory)))
        .member(
            Member.constructor(Access.PACKAGE)
                .parameter(RuntimeTypes.SOUND_MEMORY, memory)
                .statement("this.$1N = $1N", memory)
                .build())
        .member(
            Member.publicly("next")
                .doc("Hears a further part of the sound, of any length.\n\n")
                .doc("@return the text so far\n")
                .fails(
                    IllegalArgumentException.class,
                    "if the part is null, or has another rate than those before;\n"
                        + "    nothing is heard then")
                .fails(
                    IllegalStateException.class,
                    "after {@link #end()}, or after the predictor was closed")
                .returns(ClassName.get(String.class))
                .parameter(sound.code().type(), part)
                .statement("return $N.next($N)", memory, part)
                .build())
        .member(
            Member.publicly("end")
                .doc("Ends the sound.\n\n")
                .doc("@return the whole text\n")
                .fails(IllegalStateException.class, "after the predictor was closed")
                .returns(ClassName.get(String.class))
                .statement("return $N.end()", memory)
                .build())
        .member(
            Member.publicly("reset")
                .doc("Forgets all that was heard.\n")
                .statement("$N.reset()", memory)
                .build())
        .build();
  }
}
