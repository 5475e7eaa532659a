package dev.rondo.processor.plan.task;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.PredictorClass;
import dev.rondo.processor.plan.type.SessionCode;
import dev.rondo.processor.plan.type.SessionStart;
import java.util.List;

/**
 * What a predictor has to write down sounds while they come.
 *
 * @param text what is written down
 * @param names fields and local variables of the predictor
 */
record SoundSessionStart(ModelParts parts, Answers text, Names names) implements SessionCode {
  private String sessions() {
    return names.get(SessionStart.SESSIONS);
  }

  @Override
  public Field field() {
    return Field.hidden(RuntimeTypes.SOUND_SESSIONS, sessions());
  }

  @Override
  public CodeBlock created() {
    return CodeBlock.of(
        "this.$N =$Wnew $T($N, $N, $N, $N)",
        sessions(),
        RuntimeTypes.SOUND_SESSIONS,
        names.get(PredictorClass.HOST),
        names.get(PredictorClass.NETWORK),
        names.ofModel(parts.inputs().get(0).name()),
        names.ofModel(text.name()));
  }

  @Override
  public List<Member> methods() {
    return List.of(
        Member.publicly("session")
            .doc("Returns a new session, which writes down a sound while it comes.\n\n")
            .fails(IllegalStateException.class, "after {@link #close()}")
            .returns(parts.classes().session())
            .statement("return new $T($N.start())", parts.classes().session(), sessions())
            .build());
  }
}
