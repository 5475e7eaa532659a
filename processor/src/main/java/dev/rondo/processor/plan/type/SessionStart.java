package dev.rondo.processor.plan.type;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.Parameter;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.part.GeneratedClasses;
import java.util.List;

/**
 * What a predictor has to start sessions.
 *
 * @param codecs the fields that a session is given
 * @param names fields and local variables
 */
public record SessionStart(GeneratedClasses classes, List<Parameter> codecs, Names names)
    implements SessionCode {
  public static final String SESSIONS = "sessions";
  public static final String BYTES = "bytes";

  @Override
  public Field field() {
    return Field.hidden(RuntimeTypes.SESSIONS, names.get(SESSIONS));
  }

  @Override
  public CodeBlock created() {
    return CodeBlock.of(
        "this.$N =$Wnew $T($N, $N, $T.signature())",
        names.get(SESSIONS),
        RuntimeTypes.SESSIONS,
        names.get(PredictorClass.HOST),
        names.get(PredictorClass.NETWORK),
        classes.network());
  }

  @Override
  public List<Member> methods() {
    String bytes = names.get(BYTES);
    return List.of(
        Member.publicly("session")
            .doc("Returns a new session, which has read nothing yet.\n\n")
            .fails(IllegalStateException.class, "after {@link #close()}")
            .returns(classes.session())
            .statement("return $L", session(CodeBlock.of("start()")))
            .build(),
        Member.publicly("session")
            .doc("Returns the session that {@link $T#toBytes()} kept.\n\n", classes.session())
            .fails(
                IllegalArgumentException.class,
                "if they are null, no session, damaged, or that of another\n    model")
            .fails(IllegalStateException.class, "after {@link #close()}")
            .returns(classes.session())
            .parameter(ArrayTypeName.of(TypeName.BYTE), bytes)
            .statement("return $L", session(CodeBlock.of("restore($N)", bytes)))
            .build());
  }

  private CodeBlock session(CodeBlock memory) {
    return CodeBlock.of(
        "new $T($Z$L,$W$N.$L)",
        classes.session(),
        codecs.stream()
            .map(codec -> CodeBlock.of("$N", codec.name()))
            .collect(CodeBlock.joining(", ")),
        names.get(SESSIONS),
        memory);
  }
}
