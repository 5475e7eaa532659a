package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.SessionCode;
import dev.rondo.processor.plan.type.SessionStart;
import java.util.List;

/**
 * What the predictor of a model that scores anomalies has to go on with sessions: its network is
 * fed as that of any session is.
 *
 * @param names fields and local variables of the predictor
 * @param session the name of the methods
 * @param detector the name of the method that gives what scores
 */
record AnomalySessionStart(ModelParts parts, Names names, String session, String detector)
    implements SessionCode {
  @Override
  public Field field() {
    return new StepSessionStart(parts, names).field();
  }

  @Override
  public CodeBlock created() {
    return new StepSessionStart(parts, names).created();
  }

  @Override
  public List<Member> methods() {
    String bytes = names.get(SessionStart.BYTES);
    return List.of(
        Member.publicly(session)
            .doc(
                "Returns the session that {@link $T#toBytes()} kept.\n\n",
                RuntimeTypes.ANOMALY_SESSION)
            .fails(
                IllegalArgumentException.class,
                "if they are null, no session, damaged, or that of another\n    model")
            .fails(IllegalStateException.class, "after {@link #close()}")
            .returns(Code.generic(RuntimeTypes.ANOMALY_SESSION, parts.input().code().stepType()))
            .parameter(ArrayTypeName.of(TypeName.BYTE), bytes)
            .statement("return $N().session($N)", detector, bytes)
            .build());
  }
}
